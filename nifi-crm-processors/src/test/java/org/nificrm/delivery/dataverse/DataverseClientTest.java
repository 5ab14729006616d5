package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.dataverse.DataverseTarget.client;
import static org.nificrm.delivery.dataverse.DataverseTarget.deliver;
import static org.nificrm.delivery.rest.Customers.customer;

class DataverseClientTest {

    private static final String UPSERT_MULTIPLE = "POST /api/data/v9.2/contacts/Microsoft.Dynamics.CRM.UpsertMultiple";
    private static final String BATCH = "POST /api/data/v9.2/$batch";

    private FakeDataverse fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeDataverse(1, true);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void newRecordsGoInOneMessageByTheirKeyAndComeBackWithTheirIds() throws Exception {
        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 7), customer("b", "Bob", 1));

        assertEquals(List.of(Status.CREATED, Status.CREATED), statuses(outcomes));
        assertEquals(fake.rows().get("a").path("contactid").asText(), outcomes.getFirst().id());
        final JsonNode target = only(UPSERT_MULTIPLE).json().at("/Targets/0");
        assertEquals("contacts(crm_key='a')", target.path("@odata.id").asText());
        assertEquals("2024-01-01T00:00:07Z", target.path("changed").asText());
        assertTrue(target.path("score").isNumber());
        assertFalse(target.has("crm_key"));
    }

    @Test
    void aTableWithoutThatMessageGetsABatchOfSingleRequests() throws Exception {
        fake.close();
        fake = new FakeDataverse(1, false);

        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", FakeApi.INVALID, 1), customer("O'Neil", "Cy", 1));
        assertEquals(List.of(Status.CREATED, Status.REJECTED, Status.CREATED), statuses(outcomes));
        assertEquals(1, fake.requestLines().stream().filter(BATCH::equals).count());
        assertEquals("O'Neil", fake.value("o'neil", "crm_key"));
    }

    @Test
    void aKeyThatCannotStandInAPathIsCreatedAllTheSame() throws Exception {
        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a/b&c", "Ada", 1))));
        assertEquals("a/b&c", fake.value("a/b&c", "crm_key"));
    }

    @Test
    void knownRecordsAreUpdatedByIdWithTheChangedColumnsIfTheyAreAsFound() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(fake, customer("A", "Ada", 2))));

        final FakeRequest part = PartReader.read(only(BATCH)).getFirst();
        assertEquals("PATCH", part.method());
        assertTrue(part.path().endsWith("/contacts(%s)".formatted(fake.rows().get("a").path("contactid").asText())));
        assertEquals("W/\"1\"", part.header("If-Match"));
        assertFalse(part.json().has("lastname"));
    }

    @Test
    void aRecordThatChangedSinceItWasFoundIsLookedUpAgain() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        fake.failOnce(Fault.NONE, Fault.STALE_VERSION, Fault.NONE, Fault.STALE_VERSION, Fault.NONE, Fault.STALE_VERSION);

        final Outcome outcome = deliver(fake, customer("a", "Ada", 2)).getFirst();
        assertTrue(outcome.status() == Status.UPDATED || outcome.code().equals("0X80060882"), outcome::toString);
    }

    @Test
    void aStaleVersionIsNotOverwritten() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        final String id = fake.rows().get("a").path("contactid").asText();
        final Operation update = Operation.update(Key.of("a"), Map.of("lastname", "Eve"), new Existing(id, "W/\"0\"", Map.of()));

        final Outcome outcome = client(fake).write(List.of(update)).getFirst();
        assertEquals(Status.RETRYABLE, outcome.status());
        assertEquals("Ada", fake.value("a", "lastname"));
    }

    @Test
    void oneBadRowTakesNoOtherWithIt() throws Exception {
        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", FakeApi.INVALID, 1), customer("c", FakeApi.TAKEN, 1),
                customer("d", "Dan", 1), customer("e", FakeApi.POISON, 1));

        assertEquals(List.of(Status.CREATED, Status.REJECTED, Status.CONFLICT, Status.CREATED, Status.REJECTED), statuses(outcomes));
        assertEquals("0X80044331", outcomes.get(1).code());
    }

    @Test
    void aReplayIsUnchanged() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, customer("a", "Ada", 1))));
    }

    @Test
    void aWriteWhoseAnswerIsLostIsFoundNotRepeated() throws Exception {
        fake.failOnce(Fault.NONE, Fault.RESET_AFTER);

        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 1))));
        assertEquals(1, fake.requestLines().stream().filter(UPSERT_MULTIPLE::equals).count());
    }

    @Test
    void aLookUpThatIsCutShortIsRepeatedNotBelieved() throws Exception {
        deliver(fake, customer("a", "Ada", 5));
        fake.failOnce(Fault.EMPTY);

        assertEquals(List.of(Status.STALE), statuses(deliver(fake, customer("a", "Old", 1))));
    }

    @Test
    void deletes() throws Exception {
        deliver(fake, customer("a", "Ada", 1));

        assertEquals(List.of(Status.DELETED), statuses(deliver(client(fake), WriteMode.DELETE, customer("a", "Ada", 2))));
        assertTrue(fake.rows().isEmpty());
    }

    @Test
    void deactivatesWhereThatIsWhatDeletingMeans() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        final DataverseClient client = client(DataverseTarget.transport(fake), DataverseTarget.TARGET, Deletion.DEACTIVATE);

        assertEquals(List.of(Status.DELETED), statuses(deliver(client, WriteMode.DELETE, customer("a", "Ada", 2))));
        assertEquals("1", fake.value("a", "statecode"));
    }

    @Test
    void aReferenceNamesTheOtherRecordByItsKey() throws Exception {
        final Record first = belongingTo("a", "A1");

        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, first)));
        assertEquals("/accounts(crm_key='A1')", only(UPSERT_MULTIPLE).json().at("/Targets/0/parentcustomerid_account@odata.bind").asText());
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, first)));
        final List<Outcome> outcomes = deliver(fake, belongingTo("b", "A2"), belongingTo("c", "nowhere"));
        assertEquals(List.of(Status.CREATED, Status.REJECTED), statuses(outcomes));
        assertEquals("0X80060891", outcomes.get(1).code());
    }

    private static Record belongingTo(final String key, final String account) {
        final List<RecordField> fields = new ArrayList<>();
        for (final String name : List.of("crm_key", "changed", "parentcustomerid_account.crm_key")) {
            fields.add(new RecordField(name, RecordFieldType.STRING.getDataType()));
        }

        return new MapRecord(new SimpleRecordSchema(fields),
                Map.of("crm_key", key, "changed", "2024-01-01T00:00:00Z", "parentcustomerid_account.crm_key", account));
    }

    @Test
    void aReferenceByAColumnThatIsNoKeyIsRefusedWithItsRemedy() throws Exception {
        final DataverseClient client = client(fake);

        assertEquals("REFERENCE_KEY_MISSING", assertThrows(CrmException.class, () -> client.hasField("parentcustomerid_account.name")).code());
        assertFalse(client.hasField("no_relation.name"));
    }

    @Test
    void aKeyThatIsNotUniqueIsRefusedWithItsRemedy() throws Exception {
        for (final String column : List.of("lastname", "crm_slow")) {
            final Target target = new Target("contact", List.of(column), Optional.empty());
            final CrmException e = assertThrows(CrmException.class, () -> client(DataverseTarget.transport(fake), target, Deletion.DELETE));
            assertEquals("KEY_NOT_UNIQUE", e.code());
        }
    }

    @Test
    void manyKeysAreAskedForInSeveralQueries() throws Exception {
        final List<Key> keys = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            keys.add(Key.of(Integer.toString(i).repeat(50)));
        }

        assertTrue(client(fake).lookup(keys, Set.of("lastname")).isEmpty());
        final List<FakeRequest> queries = fake.requests().stream().filter(request -> request.query().containsKey("$filter") && request.path().endsWith("contacts")).toList();
        assertTrue(queries.size() > 1);
        assertEquals(100, queries.stream().mapToInt(query -> query.query().get("$filter").split(" or ").length).sum());
    }

    @Test
    void valuesTakeTheTypeOfTheirColumn() throws Exception {
        final DataverseClient client = client(fake);

        assertEquals(7L, client.convert("score", "7"));
        assertEquals(new BigDecimal("1200.5"), client.convert("creditlimit", "1200.50"));
        assertEquals(true, client.convert("donotemail", "yes"));
        assertEquals("1990-02-28", client.convert("birthdate", Date.valueOf(LocalDate.of(1990, 2, 28))));
        assertEquals("2024-01-01T10:00:00Z", client.convert("opened", "2024-01-01T10:00"));
        assertEquals(2L, client.convert("gendercode", "female"));
        assertEquals("10,20", client.convert("interests", "Music; 10"));
        assertNull(client.convert("lastname", " "));
        assertEquals("PRECISION_LOSS", assertThrows(UnfitValueException.class, () -> client.convert("creditlimit", "0.125")).code());
        assertEquals("NO_SUCH_OPTION", assertThrows(UnfitValueException.class, () -> client.convert("gendercode", "3")).code());
        assertEquals("VALUE_TOO_LONG", assertThrows(UnfitValueException.class, () -> client.convert("lastname", "x".repeat(51))).code());
        assertFalse(client.hasField("createdon"));
        assertFalse(client.hasField("parentcustomerid"));
    }

    @Test
    void aTableThatIsNotThereIsNamed() {
        final Target target = new Target("ghost", List.of("crm_key"), Optional.empty());

        final CrmException e = assertThrows(CrmException.class, () -> client(DataverseTarget.transport(fake), target, Deletion.DELETE));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertEquals("OBJECT_MISSING", e.code());
    }

    private FakeRequest only(final String line) {
        final List<FakeRequest> found = fake.requests().stream().filter(request -> request.line().equals(line)).toList();
        assertEquals(1, found.size());
        assertNotNull(found.getFirst());
        return found.getFirst();
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }
}
