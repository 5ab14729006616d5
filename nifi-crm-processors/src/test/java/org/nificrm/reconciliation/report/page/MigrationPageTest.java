package org.nificrm.reconciliation.report.page;

import org.junit.jupiter.api.Test;
import org.nificrm.reconciliation.Comparison;
import org.nificrm.reconciliation.Comparison.Difference;
import org.nificrm.reconciliation.report.MigrationReport;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.reconciliation.report.ReportReader;
import org.nificrm.reconciliation.report.StageReport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import javax.xml.parsers.DocumentBuilderFactory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MigrationPageTest {

    private static final Instant START = Instant.parse("2024-05-01T08:00:00Z");
    private static final Instant AS_OF = Instant.parse("2024-05-01T08:20:00Z");
    private static final String HOSTILE = "</style></title><script>alert(1)</script>\" onload='x' &amp; \u0000\u202e<img src=x>";
    private static final List<String> FIELDS = List.of("full_name", "email", "phone", "birth_date", "city", "postal_code", "country", "status", "updated_at");

    @Test
    void thePageTellsTheVerdictFirstAndEveryFigureAsText() throws Exception {
        final String page = page(migration(), "Migration of all customers");

        Files.writeString(Path.of("target/migration-report.html"), page);
        final String text = parse(page).getElementsByTagName("main").item(0).getTextContent();
        assertTrue(text.indexOf("Not passed") < text.indexOf("The way of the records"));
        for (final String told : List.of("Read and mapped", "could not be mapped", "in quarantine", "duplicates merged", "rejected by the CRM", "VALUE_TOO_LONG", "orphans",
                "postal_code", "western_crm", "median", "End to end", "Quality score")) {
            assertTrue(text.contains(told), told);
        }
    }

    @Test
    void whatIsCompleteAndConsistentPasses() throws Exception {
        final ReconciliationReport compared = new ReconciliationReport(ReconciliationReport.STAGE);
        compared.found("erp", new Comparison(List.of("city"), List.of()), true);
        final MigrationReport report = new MigrationReport();
        report.add(compared.toJson());

        assertEquals("All 1 record arrived in the CRM. Every compared field is as the source has it.", Verdict.of(report, new Acceptance(1, 1)).sentence());
        assertEquals(Verdict.Level.PASSED, Verdict.of(report, new Acceptance(1, 1)).level());
        compared.missing("erp", "NOT_FOUND");
        report.add(compared.toJson());
        assertEquals(Verdict.Level.FAILED, Verdict.of(report, new Acceptance(1, 0)).level());
        assertEquals(Verdict.Level.PASSED, Verdict.of(report, new Acceptance(0.6, 0)).level());
    }

    @Test
    void itBeginsWithWhatEachSourceDeliveredAndWhatMappingMadeOfIt() throws Exception {
        final String page = page(migration(), "Migration").replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");

        assertTrue(page.contains("What the sources delivered Source Read Mapped Rejected old_crm 4,000 4,000 0 western_crm 8,000 7,940 60 Read and mapped"), page);
    }

    @Test
    void withoutAComparisonNothingIsProven() throws Exception {
        final MigrationReport report = new MigrationReport();

        assertEquals(Verdict.Level.OPEN, Verdict.of(report, new Acceptance(1, 1)).level());
        parse(page(report, "Nothing"));
    }

    @Test
    void textFromOutsideStaysText() throws Exception {
        final ReconciliationReport compared = new ReconciliationReport(ReconciliationReport.STAGE);
        compared.found(HOSTILE, new Comparison(List.of(HOSTILE), List.of(new Difference("x" + HOSTILE, HOSTILE, HOSTILE))), true);
        compared.missing(HOSTILE, HOSTILE);
        compared.lag(Duration.ofSeconds(1), Duration.ofSeconds(1));
        final StageReport put = new StageReport("put");
        put.records().add(HOSTILE, 1);
        put.records().add("rejected", 1);
        put.reasons("rejected").add(HOSTILE, 1);
        put.reasons(HOSTILE).add(HOSTILE, 1);
        put.throughput().add(START, 1);
        put.finish(START, START.plusSeconds(1));
        final MigrationReport report = new MigrationReport();
        final StageReport map = new StageReport("map");
        map.source(HOSTILE).add("mapped", 1);
        report.add(compared.toJson());
        report.add(put.toJson());
        report.add(map.toJson());

        final Document page = parse(page(report, HOSTILE));

        for (final String element : List.of("script", "img", "a", "iframe", "form", "link", "object")) {
            assertEquals(0, page.getElementsByTagName(element).getLength(), element);
        }

        assertEquals(1, page.getElementsByTagName("style").getLength());
        assertEquals(Set.of(), handlers(page));
    }

    @Test
    void thePageNeedsNothingFromOutside() throws Exception {
        final String page = page(migration(), "Migration");

        for (final String reference : List.of("http:", "https:", "src=", "href=", "@import", "url(", "<script")) {
            assertFalse(page.contains(reference), reference);
        }
    }

    @Test
    void everyChartHasATitleAndADescriptionAndEveryTableACaption() throws Exception {
        final Document page = parse(page(migration(), "Migration"));

        final NodeList pictures = page.getElementsByTagName("svg");
        assertTrue(pictures.getLength() > 10);
        for (int i = 0; i < pictures.getLength(); i++) {
            final Element picture = (Element) pictures.item(i);
            assertTrue(picture.getAttribute("aria-hidden").equals("true")
                    || picture.getElementsByTagName("title").getLength() == 1 && picture.getElementsByTagName("desc").getLength() == 1);
        }

        assertEquals(page.getElementsByTagName("table").getLength(), page.getElementsByTagName("caption").getLength());
    }

    @Test
    void figuresAreNeverRoundedToAllOrNothing() {
        assertEquals("100 %", Format.percent(1));
        assertEquals("> 99.99 %", Format.percent(0.999999));
        assertEquals("99.98 %", Format.percent(0.9998));
        assertEquals("< 0.01 %", Format.percent(0.0000001));
        assertEquals("0 %", Format.percent(0));
    }

    private static String page(final MigrationReport report, final String title) {
        return new MigrationPage(title, new Acceptance(1, 0.99), ZoneId.of("UTC")).render(report, AS_OF);
    }

    /** As XML, which is stricter than HTML. */
    private static Document parse(final String page) throws Exception {
        final String xml = page.replace("<!DOCTYPE html>", "").replaceAll("<meta([^>]*)>", "<meta$1/>");
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static Set<String> handlers(final Document page) {
        final Set<String> handlers = new TreeSet<>();
        final NodeList elements = page.getElementsByTagName("*");
        for (int i = 0; i < elements.getLength(); i++) {
            for (int j = 0; j < elements.item(i).getAttributes().getLength(); j++) {
                final String name = elements.item(i).getAttributes().item(j).getNodeName();
                if (name.startsWith("on")) {
                    handlers.add(name);
                }
            }
        }

        return handlers;
    }

    /** A migration of 12,000 records, with something in every part of the page. */
    private static MigrationReport migration() throws Exception {
        final MigrationReport report = new MigrationReport();
        final StageReport mapped = stage("map", 0, 400, List.of("mapped", "invalid"), List.of(11_940L, 60L),
                List.of("invalid:MAP_REQUIRED_MISSING:41", "invalid:MAP_TYPE_MISMATCH:19"));
        mapped.source("western_crm").add("mapped", 7_940);
        mapped.source("western_crm").add("invalid", 60);
        mapped.source("old_crm").add("mapped", 4_000);
        report.add(mapped.toJson());
        ReportReader.addTo(report, new ByteArrayInputStream("""
                {"version": 1, "stage": "cleanse", "flowFiles": 1, "startedAt": "2024-05-01T08:00:10Z", "details": [{"before": "w***g"}], "endedAt": "2024-05-01T08:08:00Z",
                 "records": {"in": 11940, "cleansed": 11698, "quarantined": 242, "changed": 6400, "filled": 510},
                 "scores": {"before": {"score": 0.74, "grade": "review", "completeness": 0.81, "validity": 0.79, "consistency": 0.93, "accuracy": null, "accuracyVerified": 0},
                            "after": {"score": 0.93, "grade": "accept", "completeness": 0.91, "validity": 0.96, "consistency": 0.97, "accuracy": null, "accuracyVerified": 0}},
                 "quarantine": {"MISSING_REQUIRED": 150, "SCORE_BELOW_MINIMUM": 92}}""".getBytes(StandardCharsets.UTF_8)));
        report.add(stage("dedup", 30, 500, List.of("golden", "duplicate"), List.of(10_404L, 1_294L), List.of()).toJson());
        report.add(stage("put", 60, 540, List.of("created", "updated", "unchanged", "stale", "conflict", "rejected"), List.of(9_800L, 431L, 120L, 21L, 8L, 24L),
                List.of("rejected:VALUE_TOO_LONG:17", "rejected:NO_SUCH_OPTION:7", "conflict:AMBIGUOUS_KEY:8")).toJson());
        report.add(compared().toJson());
        final ReconciliationReport orphans = new ReconciliationReport(ReconciliationReport.ORPHANS_STAGE);
        for (int i = 0; i < 10_400; i++) {
            if (i % 2000 == 0) {
                orphans.missing("crm", "NOT_FOUND");
            } else {
                orphans.found("crm", new Comparison(List.of(), List.of()), true);
            }
        }

        report.add(orphans.toJson());
        return report;
    }

    private static StageReport stage(final String name, final int from, final int to, final List<String> counters, final List<Long> counts, final List<String> reasons) {
        final Random random = new Random(name.hashCode());
        final StageReport stage = new StageReport(name);
        long total = 0;
        for (int i = 0; i < counters.size(); i++) {
            stage.records().add(counters.get(i), counts.get(i));
            total += counts.get(i);
        }

        for (final String reason : reasons) {
            final String[] parts = reason.split(":");
            stage.reasons(parts[0]).add(parts[1], Long.parseLong(parts[2]));
        }

        for (int second = from; second < to; second += 5) {
            stage.throughput().add(START.plusSeconds(second), (long) (total * 5.0 / (to - from) * (0.6 + 0.8 * random.nextDouble())));
        }

        stage.finish(START.plusSeconds(from), START.plusSeconds(to));
        return stage;
    }

    private static ReconciliationReport compared() {
        final Random random = new Random(7);
        final ReconciliationReport compared = new ReconciliationReport(ReconciliationReport.STAGE);
        final List<String> sources = List.of("western_crm", "chinese_erp", "office", "old_crm");
        for (int i = 0; i < 10_380; i++) {
            final String source = sources.get(i % 4);
            if (i % 865 == 0) {
                compared.missing(source, "NOT_FOUND");
            } else {
                final List<String> equal = new ArrayList<>();
                final List<Difference> different = new ArrayList<>();
                for (int field = 0; field < FIELDS.size(); field++) {
                    if (random.nextInt(1000) < field * field / 3) {
                        different.add(new Difference(FIELDS.get(field), "a", "b"));
                    } else {
                        equal.add(FIELDS.get(field));
                    }
                }

                compared.found(source, new Comparison(equal, different), true);
                compared.lag(Duration.ofMillis((long) (Math.exp(random.nextGaussian() * 1.2) * 90_000)), Duration.ofMinutes(5));
            }
        }

        compared.lag(Duration.ofSeconds(-3), Duration.ofMinutes(5));
        compared.lag(null, Duration.ofMinutes(5));
        compared.stage().throughput().add(START.plusSeconds(700), 10_380);
        compared.stage().finish(START.plusSeconds(690), START.plusSeconds(712));
        return compared;
    }
}
