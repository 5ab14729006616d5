package org.nificrm.matching;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.Constraint.Kind;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.index.embedded.EmbeddedEntityStore;
import org.nificrm.matching.model.MatchModel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.LongStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IncrementalMatcherTest {

    private static final SourceRecord GRETA = TestRecords.record("1-0", "Greta", "Lindqvist", "1980-05-04", "greta@example.org", "Hafenkai 3", "Husum");
    private static final SourceRecord GRETA_AGAIN = TestRecords.record("1-1", "Greta", "Lindquist", "1980-05-04", "greta@example.org", null, "Husum");
    private static final SourceRecord STRANGER = TestRecords.record("2-0", "Paul", "Moreau", "1961-12-24", "paul@example.org", "Domplatz 9", "Bonn");

    private EmbeddedEntityStore store;

    @BeforeEach
    void open() throws IOException {
        store = EmbeddedEntityStore.inMemory();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aRecordJoinsTheEntityOfAnEarlierOneAndTakesItsId() throws IOException {
        match(GRETA, STRANGER);

        final IncrementalMatch second = match(GRETA_AGAIN);

        assertEquals(GRETA.key().goldenId(), second.goldenIds().get(GRETA_AGAIN.key()));
        assertEquals(List.of(GRETA.key(), GRETA_AGAIN.key()), members(GRETA.key().goldenId()));
    }

    @Test
    void aReplayChangesNothing() throws IOException {
        final IncrementalMatch first = match(GRETA, GRETA_AGAIN, STRANGER);

        final IncrementalMatch replay = match(GRETA, GRETA_AGAIN, STRANGER);

        assertEquals(first.goldenIds(), replay.goldenIds());
        assertEquals(0, replay.candidates());
    }

    @Test
    void aMustNotLinkSplitsAndAMustLinkMerges() throws IOException {
        match(GRETA, GRETA_AGAIN, STRANGER);

        matcher().decide(List.of(new Constraint(GRETA.key(), GRETA_AGAIN.key(), Kind.MUST_NOT_LINK)));
        matcher().decide(List.of(new Constraint(GRETA.key(), STRANGER.key(), Kind.MUST_LINK)));

        assertEquals(List.of(GRETA.key(), STRANGER.key()), members(GRETA.key().goldenId()));
        assertEquals(List.of(GRETA_AGAIN.key()), members(GRETA_AGAIN.key().goldenId()));
    }

    @Test
    void aDecisionOutlivesAReplay() throws IOException {
        match(GRETA, GRETA_AGAIN);
        matcher().decide(List.of(new Constraint(GRETA.key(), GRETA_AGAIN.key(), Kind.MUST_NOT_LINK)));

        final Map<?, UUID> ids = match(GRETA_AGAIN).goldenIds();

        assertNotEquals(GRETA.key().goldenId(), ids.get(GRETA_AGAIN.key()));
    }

    @Test
    void manySmallBatchesGroupAlmostAsWellAsOne() throws IOException {
        final List<SourceRecord> records = TestRecords.households(150, 11);
        matchInSmallBatches(records);

        final BatchMatcher batch = new BatchMatcher(MatchSettings.of(TestRecords.FIELDS));
        records.forEach(batch::add);
        assertTrue(PairF1.of(records, clusters(records)) > PairF1.of(records, batch.match().clusters()) - 0.02);
    }

    @Test
    void manyCopiesThatHaveLittleToCompareMeet() throws IOException {
        final List<SourceRecord> records = new ArrayList<>(TestRecords.households(300, 5));
        records.addAll(TestRecords.copiesOfAContact(40));
        matchInSmallBatches(records);

        final int[] clusters = clusters(records);

        assertEquals(1, Arrays.stream(clusters, records.size() - 40, records.size()).distinct().count());
    }

    @Test
    void severalThreadsFindTheSameAsOne() throws IOException {
        final List<SourceRecord> records = TestRecords.households(150, 12);
        final List<String> one = outcome(records, 1);

        assertEquals(one, outcome(records, 3));
    }

    /** What each batch brought, and the possible matches at the end. */
    private static List<String> outcome(final List<SourceRecord> records, final int threads) throws IOException {
        final List<String> outcome = new ArrayList<>();
        try (EmbeddedEntityStore own = EmbeddedEntityStore.inMemory()) {
            final IncrementalMatcher matcher = new IncrementalMatcher(MatchSettings.of(TestRecords.FIELDS).withThreads(threads), ModelChoice.automatic(), own,
                    VersionOrder.LAST_ARRIVED);
            for (int start = 0; start < records.size(); start += 60) {
                final IncrementalMatch match = matcher.match(records.subList(start, Math.min(start + 60, records.size())).stream()
                        .map(IncrementalMatcherTest::incoming).toList());
                outcome.add("%d %s".formatted(match.candidates(), new TreeMap<>(match.goldenIds())));
            }

            outcome.add(own.transact(transaction -> transaction.possibleMatches(LongStream.rangeClosed(1, records.size()).boxed().toList())).toString());
        }

        return outcome;
    }

    private void matchInSmallBatches(final List<SourceRecord> records) throws IOException {
        final IncrementalMatcher matcher = new IncrementalMatcher(MatchSettings.of(TestRecords.FIELDS), ModelChoice.automatic(), store, VersionOrder.LAST_ARRIVED);
        for (int start = 0; start < records.size(); start += 20) {
            matcher.match(records.subList(start, Math.min(start + 20, records.size())).stream().map(IncrementalMatcherTest::incoming).toList());
        }
    }

    private int[] clusters(final List<SourceRecord> records) throws IOException {
        final Map<UUID, Integer> numbers = new HashMap<>();
        return store.transact(transaction -> {
            final int[] clusters = new int[records.size()];
            for (int record = 0; record < clusters.length; record++) {
                final UUID entity = transaction.find(List.of(records.get(record).key())).get(records.get(record).key()).entityId();
                clusters[record] = numbers.computeIfAbsent(entity, absent -> numbers.size());
            }

            return clusters;
        });
    }

    private List<SourceKey> members(final UUID goldenId) throws IOException {
        return store.transact(transaction -> transaction.members(List.of(goldenId))).stream().map(StoredRecord::key).toList();
    }

    private IncrementalMatch match(final SourceRecord... records) throws IOException {
        return matcher().match(List.of(records).stream().map(IncrementalMatcherTest::incoming).toList());
    }

    private IncrementalMatcher matcher() {
        return new IncrementalMatcher(MatchSettings.of(TestRecords.FIELDS), ModelChoice.fixed(MatchModel.builtIn(TestRecords.FIELDS)), store, VersionOrder.LAST_ARRIVED);
    }

    private static IncomingRecord incoming(final SourceRecord record) {
        return new IncomingRecord(record, new byte[0]);
    }
}
