package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.serialization.record.Record;
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
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
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
import static org.nificrm.delivery.salesforce.SalesforceTarget.client;
import static org.nificrm.delivery.salesforce.SalesforceTarget.deliver;

class SalesforceClientTest {

    private FakeSalesforce fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeSalesforce(1);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void createsByTheExternalIdAndSendsTypedValues() throws Exception {
        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 7))));

        assertEquals("PATCH /services/data/v62.0/composite/sobjects/Contact/Crm_Key__c", fake.requestLines().getLast());
        final JsonNode body = fake.requests().getLast().json();
        assertFalse(body.path("allOrNone").asBoolean(true));
        final JsonNode record = body.at("/records/0");
        assertEquals("Contact", record.at("/attributes/type").asText());
        assertEquals("a", record.path("Crm_Key__c").asText());
        assertTrue(record.path("Score__c").isNumber());
        assertEquals("2024-01-01T00:00:07Z", record.path("Changed__c").asText());
    }

    @Test
    void updatesByIdWithTheChangedFieldsOnly() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(fake, customer("a", "Ada", 2))));

        assertEquals("PATCH /services/data/v62.0/composite/sobjects", fake.requestLines().getLast());
        final JsonNode record = fake.requests().getLast().json().at("/records/0");
        assertEquals("003000000000000001", record.path("id").asText());
        assertEquals(2, record.path("Score__c").asInt());
        assertFalse(record.has("LastName"));
        assertFalse(record.has("Crm_Key__c"));
    }

    @Test
    void aReplayIsUnchanged() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, customer("a", "Ada", 1))));
    }

    @Test
    void keysThatDifferInCaseOnlyAreOneRecord() throws Exception {
        assertEquals(List.of(Status.STALE, Status.CREATED), statuses(deliver(fake, customer("A'1\\", "Old", 1), customer("a'1\\", "New", 2))));
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, customer("a'1\\", "New", 2))));
        assertEquals(1, fake.records().size());
    }

    @Test
    void aLookUpOfSeveralPagesFindsAll() throws Exception {
        final List<Record> customers = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            customers.add(customer("key-" + i, "Name", i));
        }

        deliver(fake, customers.toArray(Record[]::new));
        assertEquals(Set.of(Status.UNCHANGED), Set.copyOf(statuses(deliver(fake, customers.toArray(Record[]::new)))));
        assertTrue(fake.requestLines().contains("GET /services/data/v62.0/query/page-0"));
    }

    @Test
    void deletes() throws Exception {
        deliver(fake, customer("a", "Ada", 1));

        assertEquals(List.of(Status.DELETED), statuses(deliver(fake, WriteMode.DELETE, customer("a", "Ada", 2))));
        assertTrue(fake.records().isEmpty());
    }

    @Test
    void goodRecordsGoOnBesideBadOnes() throws Exception {
        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", FakeApi.INVALID, 1), customer("c", FakeApi.TAKEN, 1),
                customer("d", FakeApi.POISON, 1), customer("e", "Eve", 1));

        assertEquals(List.of(Status.CREATED, Status.REJECTED, Status.CONFLICT, Status.REJECTED, Status.CREATED), statuses(outcomes));
        assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", outcomes.get(1).code());
        assertEquals("Not a last name: Invalid", outcomes.get(1).message());
        assertEquals("DUPLICATES_DETECTED", outcomes.get(2).code());
    }

    @Test
    void aWriteWhoseAnswerIsLostIsFoundNotRepeated() throws Exception {
        fake.failOnce(Fault.NONE, Fault.RESET_AFTER);

        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 1))));
        assertEquals(1, fake.requestLines().stream().filter(request -> request.startsWith("PATCH")).count());
    }

    @Test
    void anAnswerOfAnotherNumberOfResultsSaysNothing() throws Exception {
        fake.failOnce(Fault.NONE, Fault.EMPTY, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

        assertFalse(deliver(fake, customer("a", "Ada", 1)).getFirst().status().isFinal());
    }

    @Test
    void theResultOfAnotherRecordIsNoSuccess() throws Exception {
        deliver(fake, customer("a", "Ada", 1), customer("b", "Bob", 1));
        final Operation operation = Operation.update(Key.of("a"), Map.of("LastName", "Eve"), new Existing("003000000000000002", null, Map.of()));
        final List<Outcome> outcomes = new CollectionAnswer(List.of(operation), FakeSalesforce.KEY)
                .outcomes(new ObjectMapper().readTree("[{\"id\": \"003000000000000001\", \"success\": true, \"errors\": []}]"));

        assertEquals(List.of(Status.UNKNOWN), statuses(outcomes));
    }

    @Test
    void aRecordGoneSinceItWasFoundIsLookedUpAgain() throws Exception {
        final Operation operation = Operation.update(Key.of("a"), Map.of("LastName", "Eve"), new Existing("003000000000000009", null, Map.of()));

        final Outcome outcome = client(fake).write(List.of(operation)).getFirst();
        assertEquals(Status.RETRYABLE, outcome.status());
        assertEquals("ENTITY_IS_DELETED", outcome.code());
    }

    @Test
    void theDailyQuotaClosesTheWayToSalesforce() throws Exception {
        final SalesforceClient client = client(fake);
        fake.failWith(() -> Fault.DAILY_QUOTA);

        assertEquals(CrmException.Kind.UNAVAILABLE, assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of())).kind());
        final int requests = fake.requests().size();
        final CrmException second = assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of()));

        assertEquals("RATE_LIMITED", second.code());
        assertTrue(second.retryAfter().toMinutes() > 1);
        assertEquals(requests, fake.requests().size());
    }

    @Test
    void aFieldThatIsNoUniqueExternalIdIsRefusedAsKey() {
        final SalesforceApi api = SalesforceTarget.api(fake);

        final CrmException e = assertThrows(CrmException.class, () -> new SalesforceClient(api, api, new Target("Contact", List.of("Email"), Optional.empty())));
        assertEquals("KEY_NOT_UNIQUE", e.code());
    }

    @Test
    void anObjectThatIsNotThereIsToldWithItsRemedy() {
        final SalesforceApi api = SalesforceTarget.api(fake);

        assertEquals("OBJECT_MISSING", assertThrows(CrmException.class, () -> api.object("Kontakt")).code());
    }

    @Test
    void anotherRecordIsReferredToByItsExternalId() throws Exception {
        final SalesforceClient client = client(fake);
        assertTrue(client.hasField("Account.Crm_Key__c"));
        assertFalse(client.hasField("Account.Name"));
        assertFalse(client.hasField("Owner.Crm_Key__c"));

        final Operation create = Operation.create(Key.of("a"), Map.of("Crm_Key__c", "a", "LastName", "Ada", "Account.Crm_Key__c", FakeSalesforce.ACCOUNT));
        final Operation lost = Operation.create(Key.of("b"), Map.of("Crm_Key__c", "b", "LastName", "Bob", "Account.Crm_Key__c", "nobody"));
        assertEquals(List.of(Status.CREATED, Status.REJECTED), statuses(client.write(List.of(create, lost))));

        final Existing found = client.lookup(List.of(Key.of("a")), Set.of("Account.Crm_Key__c")).get(Key.of("a")).getFirst();
        assertEquals(FakeSalesforce.ACCOUNT, found.value("Account.Crm_Key__c"));

        final Map<String, Object> cleared = new HashMap<>();
        cleared.put("Account.Crm_Key__c", null);
        client.write(List.of(Operation.update(Key.of("a"), cleared, found)));
        assertTrue(fake.requests().getLast().json().at("/records/0/AccountId").isNull());
    }

    @Test
    void valuesTakeTheTypeOfTheirField() throws Exception {
        final SalesforceClient client = client(fake);

        assertEquals(new BigDecimal("12.5"), client.convert("Score__c", "12.50"));
        assertEquals(new BigDecimal("1200"), client.convert("Score__c", 1200));
        assertEquals(true, client.convert("Vip__c", "yes"));
        assertEquals("1990-02-28", client.convert("Birthdate", Date.valueOf(LocalDate.of(1990, 2, 28))));
        assertEquals("2024-03-01T10:00:00Z", client.convert("Changed__c", "2024-03-01T11:00:00.750+0100"));
        assertEquals("art;music", client.convert("Interests__c", new String[] {"music", "art"}));
        assertEquals("ada@example.org", client.convert("Email", " Ada@Example.org"));
        assertNull(client.convert("LastName", " "));
        assertEquals("PRECISION_LOSS", assertThrows(UnfitValueException.class, () -> client.convert("Score__c", "1.234")).code());
        assertEquals("NO_SUCH_OPTION", assertThrows(UnfitValueException.class, () -> client.convert("Level__c", "bronze")).code());
        assertEquals("WRONG_TYPE", assertThrows(UnfitValueException.class, () -> client.convert("AccountId", "001000000000001")).code());
        assertFalse(client.hasField("CreatedDate"));
        assertFalse(client.hasField("MailingAddress"));
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }
}
