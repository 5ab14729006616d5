package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.nificrm.reconciliation.Comparison;
import org.nificrm.reconciliation.Comparison.Difference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReconciliationReportTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final Duration OBJECTIVE = Duration.ofMinutes(15);
    private static final List<String> FIELDS = List.of("name", "email", "phone", "city", "country", "status", "updated_at");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One record's verdict. */
    private record Verdict(String source, Comparison comparison, boolean unique, Duration lag) {

        private void tell(final ReconciliationReport report) {
            if (comparison == null) {
                report.missing(source, "NOT_FOUND");
            } else {
                report.found(source, comparison, unique);
                report.lag(lag, OBJECTIVE);
            }
        }
    }

    @Test
    void consistencyIsTheMeanOfTheSharesOfEqualFields() {
        final ReconciliationReport report = new ReconciliationReport(ReconciliationReport.STAGE);
        report.found("a", comparison(List.of("name", "email"), List.of()), true);
        report.found("a", comparison(List.of("name"), List.of("email", "city")), true);
        report.found("b", comparison(List.of(), List.of()), true);
        report.missing("b", "NOT_FOUND");

        assertEquals((1 + 1 / 3.0) / 2, report.consistency(), 1e-9);
        assertEquals(0.75, report.completeness());
        assertEquals(new ReconciliationReport.FieldSum(2, 1), report.fields().get("email"));
        assertEquals(new ReconciliationReport.SourceSum(2, 1, Share.NONE), report.sources().get("b"));
        assertEquals(2, report.stage().records().get(ReconciliationReport.CONSISTENT));
        assertEquals(1, report.stage().records().get(ReconciliationReport.INCONSISTENT));
    }

    @Test
    void whatWasNotMeasuredIsNotTold() {
        final ReconciliationReport report = new ReconciliationReport(ReconciliationReport.STAGE);

        assertNull(report.consistency());
        assertNull(report.completeness());
        assertNull(report.timeliness().mean());
        assertTrue(report.toJson().at("/figures/timelinessP95Millis").isNull());
    }

    @Test
    void theSumOfTheReportsIsTheReportOfTheSumInAnyOrder() throws Exception {
        final Random random = new Random(1);
        for (int round = 0; round < 20; round++) {
            final List<Verdict> verdicts = new ArrayList<>();
            for (int i = 0; i < 300; i++) {
                verdicts.add(verdict(random));
            }

            final JsonNode whole = report(verdicts).toJson();
            Collections.shuffle(verdicts, random);
            final ReconciliationReport sum = new ReconciliationReport(ReconciliationReport.STAGE);
            for (int from = 0; from < verdicts.size();) {
                final int to = Math.min(verdicts.size(), from + 1 + random.nextInt(100));
                sum.add(throughText(report(verdicts.subList(from, to))));
                from = to;
            }

            assertEquals(text(whole), text(sum.toJson()));
        }
    }

    private static ReconciliationReport report(final List<Verdict> verdicts) {
        final ReconciliationReport report = new ReconciliationReport(ReconciliationReport.STAGE);
        verdicts.forEach(verdict -> verdict.tell(report));
        return report;
    }

    private static ReconciliationReport throughText(final ReconciliationReport report) throws Exception {
        return ReconciliationReport.read(JSON.readTree(JSON.writeValueAsString(report.toJson())));
    }

    private static String text(final JsonNode json) throws Exception {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    private static Verdict verdict(final Random random) {
        if (random.nextInt(10) == 0) {
            return new Verdict("source" + random.nextInt(3), null, true, null);
        }

        final List<String> equal = new ArrayList<>();
        final List<String> different = new ArrayList<>();
        for (final String field : FIELDS) {
            (random.nextInt(4) == 0 ? different : equal).add(field);
        }

        final Duration lag = random.nextInt(10) == 0 ? null : Duration.ofMillis((long) (Math.exp(random.nextGaussian() * 3) * 60_000) - 500);
        return new Verdict("source" + random.nextInt(3), comparison(equal, different), random.nextInt(50) > 0, lag);
    }

    private static Comparison comparison(final List<String> equal, final List<String> different) {
        return new Comparison(equal, different.stream().map(field -> new Difference(field, "a", "b")).toList());
    }

    @Test
    void theReportsOfManyFlowFilesKeepOneSpanOfTimeAndOneThroughput() throws Exception {
        final Random random = new Random(2);
        final List<StageReport> parts = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            final StageReport part = new StageReport("put");
            final Instant start = START.plusSeconds(random.nextInt(100_000));
            part.throughput().add(start, 1 + random.nextInt(1000));
            part.records().add("created", 1 + random.nextInt(1000));
            part.reasons("rejected").add("CODE" + random.nextInt(5), 1);
            part.finish(start, start.plusSeconds(random.nextInt(60)));
            parts.add(part);
        }

        final StageReport forward = sum(parts);
        Collections.shuffle(parts, random);
        final StageReport shuffled = sum(parts);
        final StageReport nested = new StageReport("put");
        nested.add(StageReport.read(JSON.readTree(sum(parts.subList(0, 100)).toJson().toString())));
        nested.add(sum(parts.subList(100, 500)));

        assertEquals(text(forward.toJson()), text(shuffled.toJson()));
        assertEquals(text(forward.toJson()), text(nested.toJson()));
        assertTrue(forward.throughput().intervals().size() <= Throughput.MOST_INTERVALS);
        assertEquals(parts.stream().mapToLong(part -> part.records().get("created")).sum(), forward.records().get("created"));
    }

    private static StageReport sum(final List<StageReport> parts) {
        final StageReport sum = new StageReport("put");
        parts.forEach(sum::add);
        return sum;
    }

    @Test
    void quantilesAreWithinOnePercentOfTheTruth() {
        final Random random = new Random(3);
        final long[] lags = LongStream.generate(() -> (long) (Math.exp(random.nextGaussian() * 2) * 60_000)).limit(20_000).toArray();
        final Timeliness timeliness = new Timeliness();
        for (final long lag : lags) {
            timeliness.add(Duration.ofMillis(lag), OBJECTIVE);
        }

        final long[] sorted = LongStream.of(lags).sorted().toArray();
        for (final double percentage : new double[] {50, 95, 99}) {
            final long truth = sorted[(int) Math.ceil(sorted.length * percentage / 100) - 1];
            assertEquals(truth, timeliness.percentile(percentage).toMillis(), truth * 0.01);
        }

        assertEquals(sorted[sorted.length - 1], timeliness.maximum().toMillis());
        assertEquals(Math.round(LongStream.of(lags).average().orElseThrow()), timeliness.mean().toMillis());
        assertEquals(LongStream.of(lags).filter(lag -> lag <= OBJECTIVE.toMillis()).count(), timeliness.withinByObjective().get(OBJECTIVE));
    }

    @Test
    void aRecordThatChangedAfterTheWriteIsPendingAndOneWithoutATimeUnknown() {
        final Timeliness timeliness = new Timeliness();
        timeliness.add(Duration.ofSeconds(-1), OBJECTIVE);
        timeliness.addUnknown();

        assertEquals(1, timeliness.pending());
        assertEquals(1, timeliness.unknown());
        assertEquals(0, timeliness.measured());
    }

    @Test
    void moreNamesThanAnyoneReadsAreCountedTogether() {
        final Counts counts = new Counts();
        for (int i = 0; i < 1000; i++) {
            counts.add("CODE" + i, 1);
        }

        assertEquals(1000, counts.total());
        assertTrue(counts.toMap().size() <= 201);
    }
}
