package org.nificrm.delivery.salesforce;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.QuickDelivery;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.rest.Customers.customer;

class BulkWriterTest {

    private final MemoryJournal journal = new MemoryJournal();
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
    void manyRecordsAreWrittenAsOneJob() throws Exception {
        final List<Record> customers = customers(300, 1);
        customers.set(7, customer("key-7", FakeApi.INVALID, 1));
        customers.set(8, customer("key-8", "with \"quotes\", comma\nand line", 1));

        final List<Outcome> outcomes = deliver(WriteMode.UPSERT, customers);
        assertEquals(299, count(outcomes, Status.CREATED));
        assertEquals(Status.REJECTED, outcomes.get(7).status());
        assertEquals("FIELD_CUSTOM_VALIDATION_EXCEPTION", outcomes.get(7).code());
        assertEquals("with \"quotes\", comma\nand line", fake.value("key-8", "LastName"));
        assertEquals(List.of("JobComplete"), fake.jobs().states());
        assertTrue(fake.requestLines().stream().noneMatch(line -> line.startsWith("PATCH") && line.contains("composite")));
        assertEquals(Set.of(), journal.abandoned("Contact"));
    }

    @Test
    void updatesAndDeletesAreJobsToo() throws Exception {
        deliver(WriteMode.UPSERT, customers(50, 1));

        assertEquals(50, count(deliver(WriteMode.UPSERT, customers(50, 2)), Status.UPDATED));
        assertEquals("2", fake.value("key-49", "Score__c"));
        assertEquals(50, count(deliver(WriteMode.DELETE, customers(50, 3)), Status.DELETED));
        assertTrue(fake.records().isEmpty());
    }

    @Test
    void fewRecordsAreNotWorthAJob() throws Exception {
        deliver(WriteMode.UPSERT, customers(9, 1));

        assertEquals(List.of(), fake.jobs().states());
        assertEquals(9, fake.records().size());
    }

    @Test
    void whatAJobLeftUndoneIsWrittenAgain() throws Exception {
        fake.jobs().endAfter(20);

        assertEquals(45, count(deliver(WriteMode.UPSERT, customers(45, 1)), Status.CREATED));
        assertEquals(45, fake.records().size());
    }

    @Test
    void whatIsWrongWithAJobIsToldOfItsRecords() throws Exception {
        fake.jobs().endAfter(0);

        final Outcome outcome = deliver(WriteMode.UPSERT, customers(50, 1)).getFirst();
        assertEquals(Status.RETRYABLE, outcome.status());
        assertEquals("UNPROCESSED", outcome.code());
        assertTrue(outcome.message().endsWith("InvalidBatch : out of time"));
    }

    @Test
    void aRestartWaitsForTheJobRatherThanLoadTwice() throws Exception {
        fake.jobs().hold(true);
        assertEquals("BULK_JOB_RUNNING", assertThrows(CrmException.class, () -> deliver(WriteMode.UPSERT, customers(50, 1))).code());
        assertEquals("BULK_JOB_RUNNING", assertThrows(CrmException.class, () -> deliver(WriteMode.UPSERT, customers(50, 1))).code());

        fake.jobs().hold(false);
        client().lookup(List.of(Key.of("key-1")), Set.of());
        assertEquals(50, count(deliver(WriteMode.UPSERT, customers(50, 1)), Status.UNCHANGED));
        assertEquals(List.of("JobComplete"), fake.jobs().states());
    }

    @Test
    void aJobThatWasNeverClosedIsAborted() throws Exception {
        fake.failOnce(Fault.NONE, Fault.NONE, Fault.RESET_BEFORE);

        assertEquals(50, count(deliver(WriteMode.UPSERT, customers(50, 1)), Status.CREATED));
        assertEquals(List.of("Aborted", "JobComplete"), fake.jobs().states());
    }

    @Test
    void aJobWhoseCloseHasNoAnswerIsNotLoadedTwice() throws Exception {
        fake.failOnce(Fault.NONE, Fault.NONE, Fault.NONE, Fault.RESET_AFTER);

        assertThrows(CrmException.class, () -> deliver(WriteMode.UPSERT, customers(50, 1)));
        assertEquals(50, count(deliver(WriteMode.UPSERT, customers(50, 1)), Status.UNCHANGED));
        assertEquals(List.of("JobComplete"), fake.jobs().states());
    }

    @Test
    void whatTheDataOfAJobCannotTellGoesBesideIt() throws Exception {
        deliver(WriteMode.UPSERT, customers(20, 1));
        final List<Operation> operations = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            final Map<String, Object> values = new HashMap<>();
            values.put("LastName", i == 3 ? "#N/A" : "Name");
            if (i == 4) {
                values.put("Account.Crm_Key__c", null);
            }

            operations.add(Operation.update(Key.of("key-" + i), values, new Existing(fake.value("key-" + i, "Id"), null, Map.of())));
        }

        assertEquals(20, count(client().write(operations), Status.UPDATED));
        assertEquals("#N/A", fake.value("key-3", "LastName"));
        assertEquals(2, fake.requests().getLast().json().path("records").size());
    }

    @Test
    void errorsOfAJobAreReadAsThoseOfARecord() {
        assertEquals(Status.RETRYABLE, SalesforceError.ofText("UNABLE_TO_LOCK_ROW:unable to obtain exclusive access:--", "Crm_Key__c", false).asOutcome().status());
        final Outcome outcome = SalesforceError.ofText("REQUIRED_FIELD_MISSING:Required fields are missing: [LastName]:LastName --", "Crm_Key__c", false).asOutcome();
        assertEquals("REQUIRED_FIELD_MISSING", outcome.code());
        assertEquals("Required fields are missing: [LastName]", outcome.message());
        assertEquals(Status.UNKNOWN, SalesforceError.ofText("", "Crm_Key__c", false).asOutcome().status());
    }

    private SalesforceClient client() throws CrmException {
        final SalesforceApi api = SalesforceTarget.api(fake);
        return new SalesforceClient(api, api, SalesforceTarget.TARGET,
                Optional.of(new BulkLoading(journal, 10, Duration.ofMillis(200), Duration.ofMillis(1))));
    }

    private List<Outcome> deliver(final WriteMode mode, final List<Record> records) throws CrmException {
        return QuickDelivery.of(client(), new DeliverySettings(SalesforceTarget.TARGET, ConflictPolicy.LAST_WRITER_WINS, mode, NullValues.IGNORE, 3, false))
                .deliver(records);
    }

    private static List<Record> customers(final int count, final int version) {
        final List<Record> customers = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            customers.add(customer("key-" + i, "Name " + i, version));
        }

        return customers;
    }

    private static long count(final List<Outcome> outcomes, final Status status) {
        return outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }
}
