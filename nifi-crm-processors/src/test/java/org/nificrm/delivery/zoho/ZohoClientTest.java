package org.nificrm.delivery.zoho;

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
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.rest.Customers.customer;
import static org.nificrm.delivery.zoho.ZohoTarget.client;
import static org.nificrm.delivery.zoho.ZohoTarget.deliver;

class ZohoClientTest {

    private FakeZoho fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeZoho(1);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void createsByTheUniqueFieldAndStartsNoWorkflow() throws Exception {
        final Outcome outcome = deliver(fake, customer("a", "Ada", 7)).getFirst();

        assertEquals(Status.CREATED, outcome.status());
        assertEquals(fake.records().get("a").path("id").asText(), outcome.id());
        final JsonNode request = last();
        assertEquals("[\"Crm_Key\"]", request.path("duplicate_check_fields").toString());
        assertEquals("[]", request.path("trigger").toString());
        assertTrue(request.at("/data/0/Score").isInt());
        assertEquals("2024-01-01T00:00:07+00:00", request.at("/data/0/Changed").asText());
    }

    @Test
    void updatesByIdWithTheChangedFieldsOnly() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(fake, customer("A", "Ada", 2))));

        assertEquals("PUT /crm/v8/Contacts", fake.requestLines().getLast());
        assertEquals(fake.records().get("a").path("id").asText(), last().at("/data/0/id").asText());
        assertFalse(last().at("/data/0").has("Last_Name"));
    }

    @Test
    void aReplayIsUnchanged() throws Exception {
        deliver(fake, customer("O'Neil", "Cy", 1));
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, customer("O'Neil", "Cy", 1))));
    }

    @Test
    void deletes() throws Exception {
        deliver(fake, customer("a", "Ada", 1), customer("b", "Bob", 1));

        assertEquals(List.of(Status.DELETED, Status.UNCHANGED), statuses(deliver(client(fake), WriteMode.DELETE, customer("a", "Ada", 2), customer("c", "Cy", 2))));
        assertEquals(Set.of("b"), fake.records().keySet());
    }

    @Test
    void goodRecordsGoOnBesideBadOnes() throws Exception {
        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", FakeApi.INVALID, 1), customer("c", FakeApi.TAKEN, 1),
                customer("d", FakeApi.POISON, 1), customer("e", "Eve", 1));

        assertEquals(List.of(Status.CREATED, Status.REJECTED, Status.CONFLICT, Status.REJECTED, Status.CREATED), statuses(outcomes));
        assertEquals("invalid data (Last_Name)", outcomes.get(1).message());
    }

    @Test
    void anErrorOutOfOrderIsAttributedByItsPath() throws Exception {
        fake.failOnce(Fault.NONE, Fault.SHUFFLED);

        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", "Bob", 1), customer("c", FakeApi.INVALID, 1), customer("d", "Dan", 1));
        assertEquals(List.of(Status.CREATED, Status.CREATED, Status.REJECTED, Status.CREATED), statuses(outcomes));
    }

    @Test
    void tooFewResultsAreNoSuccess() throws Exception {
        fake.failOnce(Fault.NONE, Fault.EMPTY, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

        assertFalse(deliver(fake, customer("a", "Ada", 1)).getFirst().status().isFinal());
    }

    @Test
    void aWriteWhoseAnswerIsLostIsFoundNotRepeated() throws Exception {
        fake.failOnce(Fault.NONE, Fault.RESET_AFTER);

        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 1))));
        assertEquals(1, fake.requestLines().stream().filter(line -> line.endsWith("upsert")).count());
    }

    @Test
    void aLookUpThatIsCutShortIsRepeatedNotBelieved() throws Exception {
        deliver(fake, customer("a", "Ada", 5));
        fake.failOnce(Fault.EMPTY);

        assertEquals(List.of(Status.STALE), statuses(deliver(fake, customer("a", "Old", 1))));
    }

    @Test
    void spentCreditsCloseTheWayToZoho() throws Exception {
        final ZohoClient client = client(fake);
        fake.failWith(() -> Fault.DAILY_QUOTA);

        assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of()));
        final int requests = fake.requests().size();
        final CrmException second = assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of()));
        assertEquals("RATE_LIMITED", second.code());
        assertTrue(second.retryAfter().toMinutes() > 1);
        assertEquals(requests, fake.requests().size());
    }

    @Test
    void aReferenceIsResolvedToTheIdOfTheOtherRecord() throws Exception {
        final Record first = belongingTo("a", "A1");

        final List<Outcome> outcomes = deliver(fake, first, belongingTo("b", "nowhere"));
        assertEquals(List.of(Status.CREATED, Status.REJECTED), statuses(outcomes));
        assertEquals("REFERENCE_NOT_FOUND", outcomes.get(1).code());
        assertEquals("9001", fake.records().get("a").at("/Account_Name/id").asText());
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, first)));
    }

    private static Record belongingTo(final String key, final String account) {
        final List<RecordField> fields = new ArrayList<>();
        for (final String name : List.of("crm_key", "changed", "Account_Name.Crm_Key")) {
            fields.add(new RecordField(name, RecordFieldType.STRING.getDataType()));
        }

        return new MapRecord(new SimpleRecordSchema(fields), Map.of("crm_key", key, "changed", "2024-01-01T00:00:00Z", "Account_Name.Crm_Key", account));
    }

    @Test
    void aReferenceByAFieldThatIsNotUniqueIsRefusedWithItsRemedy() throws Exception {
        final ZohoClient client = client(fake);

        assertEquals("REFERENCE_KEY_MISSING", assertThrows(CrmException.class, () -> client.hasField("Account_Name.Account_Name")).code());
    }

    @Test
    void aKeyThatIsNotUniqueIsRefusedWithItsRemedy() {
        final Target target = new Target("Contacts", List.of("Last_Name"), Optional.empty());

        assertEquals("KEY_NOT_UNIQUE", assertThrows(CrmException.class, () -> client(ZohoTarget.transport(fake), target)).code());
    }

    @Test
    void aModuleThatIsNotThereIsUnavailable() {
        final Target target = new Target("Ghosts", List.of("Crm_Key"), Optional.empty());

        final CrmException e = assertThrows(CrmException.class, () -> client(ZohoTarget.transport(fake), target));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertEquals("INVALID_MODULE", e.code());
    }

    @Test
    void valuesTakeTheTypeOfTheirField() throws Exception {
        final ZohoClient client = client(fake);

        assertEquals(7L, client.convert("Score", "7"));
        assertEquals("123456789012345678", client.convert("Legacy_Id", "123456789012345678"));
        assertEquals(new BigDecimal("1200.5"), client.convert("Credit_Limit", "1200.50"));
        assertEquals(false, client.convert("Email_Opt_Out", "no"));
        assertEquals("2024-01-01T09:30:00+00:00", client.convert("Changed", "2024-01-01T10:30:00+01:00"));
        assertEquals("1990-02-28", client.convert("Date_of_Birth", "1990-02-28"));
        assertEquals(List.of("Art", "Music"), client.convert("Interests", "Music; Art"));
        assertNull(client.convert("Last_Name", " "));
        assertEquals("PRECISION_LOSS", assertThrows(UnfitValueException.class, () -> client.convert("Credit_Limit", "0.125")).code());
        assertEquals("NO_SUCH_OPTION", assertThrows(UnfitValueException.class, () -> client.convert("Lead_Source", "Moon")).code());
        assertEquals("VALUE_TOO_LONG", assertThrows(UnfitValueException.class, () -> client.convert("Last_Name", "x".repeat(81))).code());
        for (final String field : List.of("Created_Time", "Full_Name", "Photo", "Account_Name")) {
            assertFalse(client.hasField(field), field);
        }
    }

    private JsonNode last() {
        return fake.requests().getLast().json();
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }
}
