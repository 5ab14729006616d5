package org.nificrm.matching;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nificrm.matching.field.MatchField;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.samples.LabelledColumn;
import org.nificrm.samples.LabelledFile;
import org.nificrm.samples.LabelledKind;
import org.nificrm.samples.LabelledRecord;
import org.nificrm.samples.LabelledSet;

import java.util.List;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class LabelledSetMatchingTest {
    private static final int RECORDS = 1_500;
    private static final long SEED = 7;

    @ParameterizedTest
    @CsvSource({"PERSONS, 0.97", "HARD_PERSONS, 0.86", "HOUSEHOLDS, 0.92", "UNDATED_PERSONS, 0.83", "CONTACTS, 0.87", "COMPANIES, 0.87",
        "DIRECTORIES, 0.83", "TWO_SOURCES, 0.91"})
    void theDefaultsFindTheCustomersOfEveryKindOfSet(final LabelledKind kind, final double least) {
        final List<SourceRecord> records = records(kind);

        final double f1 = PairF1.of(records, match(kind, records, 2).clusters());

        assertTrue(f1 >= least, "F1 " + f1);
    }

    @ParameterizedTest
    @CsvSource({"HARD_PERSONS", "COMPANIES", "TWO_SOURCES"})
    void theNumberOfThreadsChangesNeitherModelNorGroupsNorScores(final LabelledKind kind) {
        final List<SourceRecord> records = records(kind);

        final BatchMatch one = match(kind, records, 1);
        final BatchMatch three = match(kind, records, 3);

        assertEquals(one.scorer().model().toJson(), three.scorer().model().toJson());
        assertArrayEquals(one.clusters(), three.clusters());
        assertEquals(one.candidates().count(), three.candidates().count());
        assertEquals(scores(one), scores(three));
    }

    @Test
    void candidatesGrowMuchLessThanPairs() {
        final double some = candidatesPerRecord(1_000);
        final double more = candidatesPerRecord(8_000);

        assertTrue(more < 4 * some, "%.1f candidates a record, then %.1f".formatted(some, more));
    }

    private static double candidatesPerRecord(final int number) {
        final BatchMatcher matcher = new BatchMatcher(MatchSettings.of(fields(LabelledKind.HOUSEHOLDS)));
        LabelledSet.of(LabelledKind.HOUSEHOLDS, number, SEED).forEach(record -> matcher.add(record(LabelledKind.HOUSEHOLDS, record)));
        return (double) matcher.match().candidates().count() / number;
    }

    private static String scores(final BatchMatch match) {
        final StringBuilder scores = new StringBuilder();
        for (int edge = 0; edge < match.edges().size(); edge++) {
            scores.append(match.edges().first(edge)).append(' ').append(match.edges().second(edge)).append(' ')
                    .append(match.edges().score(edge)).append('\n');
        }

        return scores.toString();
    }

    private static BatchMatch match(final LabelledKind kind, final List<SourceRecord> records, final int threads) {
        final BatchMatcher matcher = new BatchMatcher(MatchSettings.of(fields(kind)).withThreads(threads));
        records.forEach(matcher::add);
        return matcher.match();
    }

    private static MatchFields fields(final LabelledKind kind) {
        return MatchFields.parse(LabelledFile.matchFields(kind));
    }

    private static List<SourceRecord> records(final LabelledKind kind) {
        return LabelledSet.of(kind, RECORDS, SEED).stream().map(record -> record(kind, record)).toList();
    }

    private static SourceRecord record(final LabelledKind kind, final LabelledRecord record) {
        final String[] values = fields(kind).fields().stream().map(MatchField::name).map(String::toUpperCase).map(LabelledColumn::valueOf)
                .map(record.values()::get).toArray(String[]::new);
        return new SourceRecord(new SourceKey("", record.truth() + "-" + record.id()), values);
    }
}
