package org.nificrm.delivery;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.delivery.FakeCrm.Fault;
import org.nificrm.delivery.Outcome.Status;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What becomes of records that were merged into another, and of fields that have another name in the CRM. */
class SupersessionTest {

    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");
    private static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("key", RecordFieldType.STRING.getDataType()),
            new RecordField("name", RecordFieldType.STRING.getDataType()),
            new RecordField("status", RecordFieldType.STRING.getDataType()),
            new RecordField("changed", RecordFieldType.TIMESTAMP.getDataType()),
            new RecordField("unknown", RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.STRING.getDataType()))));
    private static final Supersession DELETE = new Supersession("unknown", SupersededRecords.DELETE, Map.of(), Optional.empty());
    private static final Supersession MARK = new Supersession("unknown", SupersededRecords.MARK, Map.of("status", "merged"), Optional.of("successor"));

    private final FakeCrm crm = new FakeCrm(100);
    private Supersession supersession = DELETE;
    private boolean dryRun;

    @BeforeEach
    void twoCustomers() throws CrmException {
        deliver(customer("a", 1), customer("b", 1));
    }

    @Test
    void whatWasMergedAwayIsDeletedOnceItsSuccessorHasArrived() throws Exception {
        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", 2, "b"))));
        assertEquals(Set.of(Key.of("a")), crm.records().keySet());
    }

    @Test
    void aReplayRetiresNothingMore() throws Exception {
        deliver(customer("a", 2, "b"));
        final int writes = crm.writes();

        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(customer("a", 2, "b"))));
        assertEquals(writes, crm.writes());
    }

    @Test
    void anUnchangedRecordStillRetiresWhatALostRunLeftBehind() throws Exception {
        supersession = null;
        deliver(customer("a", 2, "b"));
        supersession = DELETE;

        final Delivery delivery = delivery();
        assertEquals(List.of(Status.UNCHANGED), statuses(delivery.deliver(List.of(customer("a", 2, "b")))));
        assertEquals(1, delivery.retired());
        assertEquals(Set.of(Key.of("a")), crm.records().keySet());
    }

    @Test
    void markingKeepsTheRecordAndNamesItsSuccessor() throws Exception {
        supersession = MARK;

        deliver(customer("a", 2, "b"));

        assertEquals("merged", crm.value("b", "status"));
        assertEquals("a", crm.value("b", "successor"));
        assertEquals("b 1", crm.value("b", "name"));
    }

    @Test
    void aLateOlderVersionDoesNotBringAMarkedRecordBack() throws Exception {
        supersession = MARK;
        deliver(customer("a", 3, "b"));

        assertEquals(List.of(Status.STALE), statuses(deliver(customer("b", 2))));
        assertEquals("merged", crm.value("b", "status"));
    }

    @Test
    void aRecordThatLivesAgainLosesItsMark() throws Exception {
        supersession = MARK;
        deliver(customer("a", 2, "b"));

        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("b", 3))));
        assertEquals("active", crm.value("b", "status"));
        assertNull(crm.value("b", "successor"));
    }

    @Test
    void aNewerRecordIsNotRetiredByAnOlderMerger() throws Exception {
        deliver(customer("b", 5));

        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", 4, "b"))));
        assertEquals(2, crm.records().size());
    }

    @Test
    void aStaleRecordRetiresNothing() throws Exception {
        deliver(customer("a", 5));

        assertEquals(List.of(Status.STALE), statuses(deliver(customer("a", 4, "b"))));
        assertEquals(2, crm.records().size());
    }

    @Test
    void itsOwnKeyAndUnknownKeysAreNoMatter() throws Exception {
        assertEquals(List.of(Status.UPDATED), statuses(deliver(customer("a", 2, "a", "never seen"))));
        assertEquals(2, crm.records().size());
    }

    @Test
    void aRecordWhoseForerunnerCouldNotBeRetiredComesBack() throws Exception {
        final Iterator<Fault> faults = List.of(Fault.NONE, Fault.THROTTLED).iterator();
        crm.failWith(() -> faults.hasNext() ? faults.next() : Fault.NONE);

        final Outcome outcome = deliver(customer("a", 2, "b")).getFirst();

        assertEquals(Status.RETRYABLE, outcome.status());
        assertEquals("SUPERSEDED_REMAINS", outcome.code());
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(customer("a", 2, "b"))));
        assertEquals(Set.of(Key.of("a")), crm.records().keySet());
    }

    @Test
    void aForerunnerThatIsThereTwiceIsLeftToAPerson() throws Exception {
        crm.pretendMatches(Key.of("b"), 2);

        assertEquals(List.of(Status.CONFLICT), statuses(deliver(customer("a", 2, "b"))));
    }

    @Test
    void aDryRunRetiresNothingAndCountsIt() throws Exception {
        dryRun = true;
        final Delivery delivery = delivery();

        delivery.deliver(List.of(customer("a", 2, "b")));

        assertEquals(1, delivery.retired());
        assertEquals(2, crm.records().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void whateverGoesWrongEveryMergerIsCompleteInTheEnd(final long seed) throws Exception {
        final Random random = new Random(seed);
        for (int round = 0; round < 25; round++) {
            crm.records().clear();
            crm.failWith(() -> Fault.NONE);
            final List<Record> mergers = new ArrayList<>();
            for (int i = 0; i < 20; i++) {
                deliver(customer("w" + i, 1), customer("l" + i, 1), customer("m" + i, 1));
                mergers.add(customer("w" + i, 2, "l" + i, "m" + i));
            }

            crm.failWith(() -> random.nextInt(3) == 0 ? Fault.values()[random.nextInt(Fault.values().length)] : Fault.NONE);
            List<Record> left = mergers;
            while (!left.isEmpty()) {
                final List<Outcome> outcomes = deliver(left.toArray(Record[]::new));
                final List<Record> again = new ArrayList<>();
                for (int i = 0; i < left.size(); i++) {
                    if (!outcomes.get(i).status().isFinal()) {
                        again.add(left.get(i));
                    }
                }

                left = again;
            }

            assertEquals(20, crm.records().size());
            assertTrue(crm.records().keySet().stream().allMatch(key -> key.single().toString().startsWith("w")));
        }
    }

    @Test
    void aFieldGoesByTheNameThatTheCrmHasForIt() throws Exception {
        final FieldNames names = new FieldNames(Map.of("LastName", "name", "External_Id", "key"));
        final Target target = Target.ofRecordFields("customers", List.of("key"), Optional.of("changed"), names);
        new Delivery(crm, settings(target, null), Clock.fixed(NOW, ZoneOffset.UTC), pause -> { }).deliver(List.of(customer("c", 1)));

        final Map<String, Object> written = crm.records().get(Key.of("c"));
        assertEquals(Set.of("External_Id", "LastName", "status", "changed"), written.keySet());
        assertEquals("c 1", written.get("LastName"));
    }

    @Test
    void aNamedFieldThatTheCrmHasNotIsAnErrorBeforeAnythingIsWritten() {
        final Target target = Target.ofRecordFields("customers", List.of("key"), Optional.of("changed"), new FieldNames(Map.of("unknown", "name")));
        final Delivery delivery = new Delivery(crm, settings(target, null), Clock.fixed(NOW, ZoneOffset.UTC), pause -> { });

        assertEquals("FIELD_MISSING", assertThrows(CrmException.class, () -> delivery.deliver(List.of(customer("c", 1)))).code());
        assertEquals(2, crm.records().size());
    }

    @Test
    void verifyNamesTheFieldsThatAreMissing() throws Exception {
        final Supersession unknown = new Supersession("unknown", SupersededRecords.MARK, Map.of("unknown", "x"), Optional.empty());
        final Target target = new Target("customers", List.of("key"), Optional.of("changed"));

        assertEquals(Finding.Verdict.FAILED, NamedFields.examine(crm, settings(target, unknown)).getFirst().verdict());
        assertEquals(Finding.Verdict.PASSED, NamedFields.examine(crm, settings(target, MARK)).getFirst().verdict());
        assertEquals(List.of(), NamedFields.examine(crm, settings(target, DELETE)));
    }

    private List<Outcome> deliver(final Record... records) throws CrmException {
        return delivery().deliver(List.of(records));
    }

    private Delivery delivery() {
        return new Delivery(crm, settings(new Target("customers", List.of("key"), Optional.of("changed")), supersession),
                Clock.fixed(NOW, ZoneOffset.UTC), pause -> { });
    }

    private DeliverySettings settings(final Target target, final Supersession chosen) {
        return new DeliverySettings(target, ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE, 4, dryRun, Optional.ofNullable(chosen));
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }

    private static Record customer(final String key, final int version, final String... superseded) {
        final Map<String, Object> values = new HashMap<>();
        values.put("key", key);
        values.put("name", key + " " + version);
        values.put("status", "active");
        values.put("changed", NOW.minusSeconds(1000 - version));
        values.put("unknown", superseded);
        return new MapRecord(SCHEMA, values);
    }
}
