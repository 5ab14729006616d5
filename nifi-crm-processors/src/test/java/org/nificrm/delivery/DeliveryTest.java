package org.nificrm.delivery;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.delivery.FakeCrm.Fault;
import org.nificrm.delivery.Outcome.Change;
import org.nificrm.delivery.Outcome.Status;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DeliveryTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("key", RecordFieldType.STRING.getDataType()),
            new RecordField("last_name", RecordFieldType.STRING.getDataType()),
            new RecordField("city", RecordFieldType.STRING.getDataType()),
            new RecordField("changed", RecordFieldType.TIMESTAMP.getDataType()),
            new RecordField("unknown", RecordFieldType.STRING.getDataType())));

    private final FakeCrm crm = new FakeCrm(100);
    private final List<Duration> pauses = new ArrayList<>();
    private ConflictPolicy policy = ConflictPolicy.LAST_WRITER_WINS;
    private WriteMode mode = WriteMode.UPSERT;
    private NullValues nullValues = NullValues.IGNORE;
    private boolean dryRun;

    @Test
    void creates() throws Exception {
        assertEquals(List.of(Status.CREATED, Status.CREATED), statuses(deliver(customer("a", "Ada", "London", 1), customer("b", "Alan", null, 1))));
        assertEquals("Ada", crm.value("a", "last_name"));
    }

    @Test
    void aReplayIsUnchangedAndWritesNothing() throws Exception {
        deliver(customer("a", "Ada", "London", 1));
        final int writes = crm.writes();

        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(customer("a", "Ada", "London", 1))));
        assertEquals(writes, crm.writes());
    }

    @Test
    void olderDataIsStale() throws Exception {
        deliver(customer("a", "Ada", "London", 2));

        assertEquals(List.of(Status.STALE), statuses(deliver(customer("a", "Augusta", "London", 1))));
        assertEquals("Ada", crm.value("a", "last_name"));
    }

    @Test
    void atTheSameInstantTheSameSideWinsInBothOrders() throws Exception {
        deliver(customer("a", "Ada", "London", 1));
        deliver(customer("a", "Zoe", "London", 1));
        deliver(customer("b", "Zoe", "London", 1));
        deliver(customer("b", "Ada", "London", 1));

        assertEquals("Zoe", crm.value("a", "last_name"));
        assertEquals("Zoe", crm.value("b", "last_name"));
        assertEquals(List.of(Status.STALE), statuses(deliver(customer("a", "Ada", "London", 1))));
    }

    @Test
    void aTimestampInTheFutureNeverWins() throws Exception {
        final Instant future = NOW.plus(Duration.ofHours(1));

        assertEquals("TIMESTAMP_IN_FUTURE", deliver(customer("a", "Ada", "London", future)).getFirst().code());
        crm.records().put(Key.of("b"), new HashMap<>(Map.of("key", "b", "last_name", "Old", "changed", future)));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("b", "New", null, 1))));
    }

    @Test
    void withoutATimestampNobodyKnowsWhoIsNewer() throws Exception {
        assertEquals("TIMESTAMP_MISSING", deliver(record("a", "Ada", "London", null)).getFirst().code());
    }

    @Test
    void mergingTakesTheNewerSideFieldByFieldAndKeepsWhatItLeavesBlank() throws Exception {
        policy = ConflictPolicy.MERGE_FIELDS;
        nullValues = NullValues.CLEAR;
        deliver(customer("a", "Ada", null, 2));

        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", "Augusta", "London", 1))));
        assertEquals("Ada", crm.value("a", "last_name"));
        assertEquals("London", crm.value("a", "city"));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", "Byron", null, 3))));
        assertEquals("Byron", crm.value("a", "last_name"));
        assertEquals("London", crm.value("a", "city"));
    }

    @Test
    void fillingBlanksOverwritesNothing() throws Exception {
        policy = ConflictPolicy.FILL_BLANKS;
        deliver(customer("a", "Ada", null, 1));

        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", "Augusta", "London", 2))));
        assertEquals("Ada", crm.value("a", "last_name"));
        assertEquals("London", crm.value("a", "city"));
    }

    @Test
    void theSourceOverwritesWhateverItsAge() throws Exception {
        policy = ConflictPolicy.SOURCE_WINS;
        deliver(customer("a", "Ada", "London", 2));

        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", "Augusta", "London", 1))));
    }

    @Test
    void theTargetKeepsWhatItHas() throws Exception {
        policy = ConflictPolicy.TARGET_WINS;
        deliver(customer("a", "Ada", "London", 1));

        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(customer("a", "Augusta", "London", 2))));
        assertEquals("Ada", crm.value("a", "last_name"));
    }

    @Test
    void failingLeavesDifferencesToAPersonAndNamesTheFields() throws Exception {
        policy = ConflictPolicy.FAIL;
        deliver(customer("a", "Ada", "London", 1));

        final Outcome outcome = deliver(customer("a", "Augusta", "London", 1)).getFirst();

        assertEquals(Status.CONFLICT, outcome.status());
        assertEquals("The CRM holds other values of: last_name", outcome.message());
    }

    @Test
    void insertingOnlyNeverOverwrites() throws Exception {
        mode = WriteMode.INSERT_ONLY;
        deliver(customer("a", "Ada", "London", 1));

        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(customer("a", "Ada", "London", 1))));
        assertEquals(List.of(Status.CONFLICT), statuses(deliver(customer("a", "Augusta", "London", 2))));
    }

    @Test
    void updatingOnlyNeverCreates() throws Exception {
        mode = WriteMode.UPDATE_ONLY;

        assertEquals("NOT_FOUND", deliver(customer("a", "Ada", "London", 1)).getFirst().code());
        assertTrue(crm.records().isEmpty());
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() throws Exception {
        deliver(customer("a", "Ada", "London", 1));
        mode = WriteMode.DELETE;

        assertEquals(List.of(Status.DELETED, Status.UNCHANGED), statuses(deliver(customer("a", "Ada", "London", 1), customer("b", "Bob", null, 1))));
    }

    @Test
    void nullsClearOnlyWhereAsked() throws Exception {
        deliver(customer("a", "Ada", "London", 1));
        deliver(customer("a", "Ada", null, 2));
        assertEquals("London", crm.value("a", "city"));

        nullValues = NullValues.CLEAR;
        deliver(customer("a", "Ada", null, 3));
        assertNull(crm.value("a", "city"));
    }

    @Test
    void severalRecordsOfOneKeyBecomeTheNewestInOneWrite() throws Exception {
        final List<Outcome> outcomes = deliver(customer("a", "First", null, 1), customer("a", "Third", null, 3), customer("a", "Second", null, 2));

        assertEquals(List.of(Status.STALE, Status.CREATED, Status.STALE), statuses(outcomes));
        assertEquals(1, crm.writes());
    }

    @Test
    void ifTheNewestIsRefusedTheNextOneArrives() throws Exception {
        crm.refuseBatchesWith("Bad");

        assertEquals(List.of(Status.CREATED, Status.REJECTED), statuses(deliver(customer("a", "Good", null, 1), customer("a", "Bad", null, 2))));
        assertEquals("Good", crm.value("a", "last_name"));
    }

    @Test
    void withoutTimeTheLastRecordOfAKeyPrevails() throws Exception {
        policy = ConflictPolicy.SOURCE_WINS;

        assertEquals(List.of(Status.CREATED, Status.UPDATED), statuses(deliver(customer("a", "First", null, 2), customer("a", "Last", null, 1))));
        assertEquals("Last", crm.value("a", "last_name"));
    }

    @Test
    void aBatchRefusedWholeIsHalvedDownToItsBadRecords() throws Exception {
        crm.refuseBatchesWith("Bad");
        final List<Record> records = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            records.add(customer("k" + i, i == 17 || i == 40 ? "Bad" : "Good", null, 1));
        }

        final List<Outcome> outcomes = deliver(records.toArray(Record[]::new));

        assertEquals(Status.REJECTED, outcomes.get(17).status());
        assertEquals(Status.REJECTED, outcomes.get(40).status());
        assertEquals(62, crm.records().size());
        assertTrue(crm.writes() < 30);
    }

    @Test
    void whatCannotBeReadInTheTermsOfTheCrmIsRejected() throws Exception {
        assertEquals(List.of("UNFIT", "KEY_MISSING"), deliver(customer("a", "unfit", null, 1), customer(" ", "Ada", null, 1)).stream().map(Outcome::code).toList());
    }

    @Test
    void severalMatchesAreAConflict() throws Exception {
        deliver(customer("a", "Ada", null, 1));
        crm.pretendMatches(Key.of("a"), 2);

        assertEquals("AMBIGUOUS_KEY", deliver(customer("a", "Zoe", null, 2)).getFirst().code());
    }

    @Test
    void aWriteWhoseAnswerWasLostIsLookedUpAndNotRepeated() throws Exception {
        crm.failWith(inTurn(Fault.LOST_AFTER));

        assertEquals(List.of(Status.CREATED), statuses(deliver(customer("a", "Ada", null, 1))));
        assertEquals(1, crm.writes());
        assertEquals(2, crm.lookups());
    }

    @Test
    void aWriteThatDidNotArriveIsRepeated() throws Exception {
        crm.failWith(inTurn(Fault.LOST_BEFORE, Fault.BUSY));

        assertEquals(List.of(Status.CREATED), statuses(deliver(customer("a", "Ada", null, 1))));
        assertEquals(3, crm.writes());
        assertEquals(2, pauses.size());
    }

    @Test
    void waitsLongerThanAThreadShouldAreForTheRetryRelationship() throws Exception {
        crm.failWith(inTurn(Fault.THROTTLED));

        final Outcome outcome = deliver(customer("a", "Ada", null, 1)).getFirst();

        assertEquals(Status.RETRYABLE, outcome.status());
        assertEquals(Duration.ofHours(1), outcome.retryAfter());
        assertTrue(pauses.isEmpty());
    }

    @Test
    void aRecordDoesNotOvertakeAnEarlierOneOfItsKeyThatIsGivenBack() throws Exception {
        policy = ConflictPolicy.SOURCE_WINS;
        crm.failWith(inTurn(Fault.THROTTLED));

        assertEquals(List.of(Status.RETRYABLE, Status.RETRYABLE), statuses(deliver(customer("a", "First", null, 1), customer("a", "Last", null, 1))));
    }

    @Test
    void aCrmThatIsDownThrowsAndTakesNothing() {
        crm.setDown(true);

        assertEquals(CrmException.Kind.UNAVAILABLE, assertThrows(CrmException.class, () -> deliver(customer("a", "Ada", null, 1))).kind());
    }

    @Test
    void aDryRunWritesNothingAndTellsWhatItWould() throws Exception {
        deliver(customer("a", "Ada", "London", 1));
        dryRun = true;

        final List<Outcome> outcomes = deliver(customer("a", "Augusta", "London", 2), customer("b", "Bob", null, 1), customer("b", "Bill", null, 2));

        assertEquals(List.of(Status.UPDATED, Status.STALE, Status.CREATED), statuses(outcomes));
        assertTrue(outcomes.getFirst().changes().contains(new Change("last_name", "Ada", "Augusta")));
        assertEquals(1, crm.records().size());
    }

    @Test
    void fieldsThatTheCrmHasNotAreLeftOutAndTold() throws Exception {
        final Delivery delivery = delivery(crm);
        delivery.deliver(List.of(customer("a", "Ada", null, 1)));

        assertFalse(crm.records().get(Key.of("a")).containsKey("unknown"));
        assertEquals(List.of("unknown"), List.copyOf(delivery.ignoredFields()));
    }

    /** Whatever goes wrong: one outcome a record, none created twice, and what is told to have arrived has. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89})
    void everyRecordIsAccountedForUnderRandomFaults(final long seed) throws Exception {
        final Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            final FakeCrm faulty = new FakeCrm(1 + random.nextInt(20));
            faulty.refuseBatchesWith("Bad");
            faulty.failWith(() -> random.nextInt(3) == 0 ? Fault.values()[random.nextInt(Fault.values().length)] : Fault.NONE);
            final List<Record> records = new ArrayList<>();
            final Map<String, Integer> newest = new HashMap<>();
            for (int i = 0; i < 60; i++) {
                final String key = "k" + random.nextInt(40);
                final String name = random.nextInt(15) == 0 ? "Bad" : "Name " + i;
                final int version = 1 + random.nextInt(20);
                records.add(customer(key, name, null, version));
                if (!name.equals("Bad")) {
                    newest.merge(key, version, Math::max);
                }
            }

            List<Record> left = records;
            final Map<Status, Integer> counts = new HashMap<>();
            while (!left.isEmpty()) {
                final List<Outcome> outcomes = delivery(faulty).deliver(left);
                assertEquals(left.size(), outcomes.size());
                final List<Record> again = new ArrayList<>();
                for (int i = 0; i < left.size(); i++) {
                    if (outcomes.get(i).status().isFinal()) {
                        counts.merge(outcomes.get(i).status(), 1, Integer::sum);
                    } else {
                        again.add(left.get(i));
                    }
                }

                Collections.shuffle(again, random);
                left = again;
            }

            assertEquals(records.size(), counts.values().stream().mapToInt(Integer::intValue).sum());
            assertTrue(counts.get(Status.CREATED) <= faulty.records().size());
            assertEquals(newest.keySet().size(), faulty.records().size());
            newest.forEach((key, version) -> assertEquals(timestamp(version), faulty.value(key, "changed")));
        }
    }

    private static FakeCrm.Faults inTurn(final Fault... faults) {
        final Iterator<Fault> iterator = List.of(faults).iterator();
        return () -> iterator.hasNext() ? iterator.next() : Fault.NONE;
    }

    private List<Outcome> deliver(final Record... records) throws CrmException {
        return delivery(crm).deliver(List.of(records));
    }

    private Delivery delivery(final FakeCrm client) {
        final DeliverySettings settings = new DeliverySettings(new Target("customers", List.of("key"), Optional.of("changed")), policy, mode, nullValues, 4, dryRun);
        return new Delivery(client, settings, Clock.fixed(NOW, ZoneOffset.UTC), pauses::add);
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }

    private static Instant timestamp(final int version) {
        return NOW.minus(Duration.ofDays(100 - version));
    }

    private static Record customer(final String key, final String lastName, final String city, final int version) {
        return customer(key, lastName, city, timestamp(version));
    }

    private static Record customer(final String key, final String lastName, final String city, final Instant changed) {
        return record(key, lastName, city, changed);
    }

    private static Record record(final String key, final String lastName, final String city, final Instant changed) {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("key", key);
        values.put("last_name", lastName);
        values.put("city", city);
        values.put("changed", changed);
        values.put("unknown", "x");
        return new MapRecord(SCHEMA, values);
    }
}
