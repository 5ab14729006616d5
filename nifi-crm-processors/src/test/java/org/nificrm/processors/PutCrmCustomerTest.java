package org.nificrm.processors;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.provenance.ProvenanceEventRecord;
import org.apache.nifi.provenance.ProvenanceEventType;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.schema.access.SchemaAccessUtils;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.SupersededRecords;
import org.nificrm.delivery.jdbc.TestDatabase;
import org.nificrm.services.JdbcCrmClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PutCrmCustomerTest {

    private static final TestDatabase DATABASE = TestDatabase.H2;

    private static final String SCHEMA = """
            {"type": "record", "name": "customer", "fields": [
              {"name": "source_system", "type": "string"}, {"name": "source_id", "type": ["null", "string"]},
              {"name": "last_name", "type": ["null", "string"]}, {"name": "shoe_size", "type": ["null", "int"]},
              {"name": "updated_at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]}]}""";

    private final TestRunner runner = TestRunners.newTestRunner(PutCrmCustomer.class);
    private final ConnectionPool pool = new ConnectionPool();
    private String table;
    private boolean scheduled;

    /** A pool that can be taken down. */
    private static final class ConnectionPool extends AbstractControllerService implements DBCPService {
        private int connectionsLeft = Integer.MAX_VALUE;

        @Override
        public Connection getConnection() throws ProcessException {
            if (connectionsLeft-- <= 0) {
                throw new ProcessException("Connection refused");
            }

            try {
                return DATABASE.connect();
            } catch (final SQLException e) {
                throw new ProcessException(e);
            }
        }
    }

    @BeforeEach
    void configure() throws Exception {
        table = DATABASE.createTable("""
                id $identity, source_system varchar(20), source_id varchar(20), last_name varchar(10), updated_at $timestamp,
                UNIQUE (source_system, source_id)""");
        final JsonTreeReader reader = new JsonTreeReader();
        runner.addControllerService("reader", reader);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_ACCESS_STRATEGY, SchemaAccessUtils.SCHEMA_TEXT_PROPERTY);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_TEXT, SCHEMA);
        runner.enableControllerService(reader);
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
        addClient();
        runner.setProperty(DeliveryProperties.RECORD_READER, "reader");
        runner.setProperty(DeliveryProperties.RECORD_WRITER, "writer");
        runner.setProperty(DeliveryProperties.CRM_CLIENT, "client");
        runner.setProperty(DeliveryProperties.CRM_OBJECT, table);
    }

    private void addClient() throws InitializationException {
        runner.addControllerService("pool", pool);
        runner.enableControllerService(pool);
        final JdbcCrmClient client = new JdbcCrmClient();
        runner.addControllerService("client", client);
        runner.setProperty(client, "Database Connection Pooling Service", "pool");
        runner.enableControllerService(client);
    }

    @Test
    void everyRecordLeavesByTheRelationshipOfItsOutcome() throws Exception {
        put(customer("1", "Old", 2000), customer("2", "Same", 1000));

        put(customer("1", "Older", 1000), customer("2", "Same", 1000), customer("3", "New", 1000), customer("4", "Much too long", 1000));

        assertEquals(List.of("unchanged", "created"), statuses(PutCrmCustomer.SUCCESS));
        assertEquals(List.of("stale"), statuses(PutCrmCustomer.CONFLICT));
        assertEquals(List.of("rejected"), statuses(PutCrmCustomer.REJECTED));
        runner.assertTransferCount(PutCrmCustomer.RETRY, 0);
        assertEquals(List.of("1|Old", "2|Same", "3|New"), rows());
    }

    @Test
    void recordsThatLeaveTogetherKeepTheirOrder() throws Exception {
        runner.setProperty(DeliveryProperties.OUTCOME_ROUTING, OutcomeRouting.TOGETHER);
        put(customer("1", "Old", 2000));

        put(customer("2", "Much too long", 1000), customer("1", "Older", 1000), customer("3", "New", 1000));

        assertEquals(List.of("rejected", "stale", "created"), statuses(PutCrmCustomer.SUCCESS));
        runner.assertTransferCount(PutCrmCustomer.REJECTED, 0);
    }

    @Test
    void attributesAndCountersTellWhatBecameOfTheRecords() throws Exception {
        put(customer("1", "One", 1000), customer("2", "Two", 1000), customer("3", "Much too long", 1000));

        final MockFlowFile success = only(PutCrmCustomer.SUCCESS);
        success.assertAttributeEquals("record.count", "2");
        success.assertAttributeEquals("crm.created", "2");
        success.assertAttributeEquals("crm.updated", "0");
        success.assertAttributeEquals("crm.rejected", "1");
        assertEquals(2, runner.getCounterValue("Records Created"));
        assertEquals(1, runner.getCounterValue("Records Rejected"));
    }

    @Test
    void theRecordCarriesWhyItWasRejected() throws Exception {
        put(customer("1", "Much too long", 1000));

        only(PutCrmCustomer.REJECTED).assertContentEquals("""
                [{"source_system":"s","source_id":"1","last_name":"Much too long","shoe_size":42,"updated_at":1000,"crm_status":"rejected",\
                "crm_id":null,"crm_code":"VALUE_TOO_LONG","crm_message":"Field 'last_name' has 13 characters, its column holds 10. \
                Shorten it, or widen the column"}]""");
    }

    @Test
    void aDryRunWritesNothingAndTellsEachField() throws Exception {
        put(customer("1", "One", 1000));
        runner.setProperty(DeliveryProperties.DRY_RUN, "true");

        put(customer("1", "Uno", 2000), customer("2", "Two", 1000));

        assertEquals(List.of("updated", "created"), statuses(PutCrmCustomer.SUCCESS));
        assertTrue(only(PutCrmCustomer.SUCCESS).getContent().contains("{\"field\":\"last_name\",\"before\":\"One\",\"after\":\"Uno\"}"));
        only(PutCrmCustomer.SUCCESS).assertAttributeEquals("crm.dry.run", "true");
        assertEquals(List.of("1|One"), rows());
    }

    @Test
    void theReportTellsWhatBecameOfTheRecordsAndWhyButNoCustomer() throws Exception {
        put(customer("1", "Lovelace", 1000), customer("2", "Much too long", 1000));

        final String report = only(StageReports.REPORT).getContent();
        assertTrue(report.contains("\"stage\":\"put\""));
        assertTrue(report.contains("\"records\":{\"created\":1,\"rejected\":1},\"reasons\":{\"rejected\":{\"VALUE_TOO_LONG\":1}}"), report);
        assertFalse(report.contains("Lovelace") || report.contains("Much"));
    }

    @Test
    void provenanceTellsWhereAndHowManyButNoCustomer() throws Exception {
        put(customer("1", "Lovelace", 1000));

        final ProvenanceEventRecord send = runner.getProvenanceEvents().stream()
                .filter(event -> event.getEventType() == ProvenanceEventType.SEND).findFirst().orElseThrow();
        assertEquals("jdbc:h2:mem:crm", send.getTransitUri());
        assertEquals("1 created", send.getDetails());
    }

    @Test
    void aDatabaseThatIsDownKeepsTheFlowFileInTheQueue() throws Exception {
        pool.connectionsLeft = 0;

        enqueue(customer("1", "One", 1000));
        runner.run();

        runner.assertQueueNotEmpty();
        assertTrue(PutCrmCustomer.OUTCOMES.stream().allMatch(relationship -> runner.getFlowFilesForRelationship(relationship).isEmpty()));
        pool.connectionsLeft = Integer.MAX_VALUE;
        runner.run();
        assertEquals(List.of("created"), statuses(PutCrmCustomer.SUCCESS));
    }

    @Test
    void contentThatBreaksOffFailsAfterItsGoodRecordsWereWritten() throws Exception {
        runner.enqueue("[" + customer("1", "One", 1000) + ",{\"source_sys");
        runner.run();

        assertEquals(List.of("created"), statuses(PutCrmCustomer.SUCCESS));
        assertFalse(only(PutCrmCustomer.FAILURE).getAttribute("crm.error").isBlank());
    }

    @Test
    void anEmptyInputIsAnEmptySuccess() throws Exception {
        put();

        only(PutCrmCustomer.SUCCESS).assertAttributeEquals("record.count", "0");
    }

    @Test
    void fieldsThatTheTableHasNotAreNamedOnce() throws Exception {
        put(customer("1", "One", 1000));
        put(customer("2", "Two", 1000));

        final List<String> warnings = runner.getLogger().getWarnMessages().stream().map(Object::toString).toList();
        assertEquals(1, warnings.stream().filter(message -> message.contains("shoe_size")).count());
    }

    @Test
    void verifyLooksAtTheTableAndChangesNothing() {
        final List<ConfigVerificationResult> results = ((PutCrmCustomer) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(), Map.of());

        assertEquals(4, results.size());
        assertTrue(results.stream().allMatch(result -> result.getOutcome() == ConfigVerificationResult.Outcome.SUCCESSFUL));
    }

    @Test
    void verifyNamesTheMissingTable() {
        runner.setProperty(DeliveryProperties.CRM_OBJECT, "no_such_table");

        final List<ConfigVerificationResult> results = ((PutCrmCustomer) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(), Map.of());

        assertEquals(ConfigVerificationResult.Outcome.FAILED, results.getFirst().getOutcome());
        assertTrue(results.getFirst().getExplanation().contains("no_such_table"));
    }

    @Test
    void aPolicyWithoutTimeNeedsNoTimestampField() throws Exception {
        final String plain = DATABASE.createTable("source_system varchar(20), source_id varchar(20) PRIMARY KEY, last_name varchar(10)");
        runner.setProperty(DeliveryProperties.CRM_OBJECT, plain);
        runner.setProperty(DeliveryProperties.MATCH_KEY_FIELDS, "source_id");
        runner.setProperty(DeliveryProperties.CONFLICT_POLICY, ConflictPolicy.FILL_BLANKS);

        put(customer("1", "One", 1000));

        assertEquals(List.of("created"), statuses(PutCrmCustomer.SUCCESS));
    }

    @Test
    void mergedCustomersAreRetiredAndCounted() throws Exception {
        final String golden = DATABASE.createTable("source_id varchar(20) PRIMARY KEY, family varchar(10), updated_at $timestamp");
        runner.setProperty(DeliveryProperties.CRM_OBJECT, golden);
        runner.setProperty(DeliveryProperties.MATCH_KEY_FIELDS, "source_id");
        runner.setProperty("family", "last_name");
        runner.setProperty(DeliveryProperties.SUPERSEDED_RECORDS, SupersededRecords.DELETE);
        runner.setProperty(DeliveryProperties.SUPERSEDED_IDS_FIELD, "shoe_size");
        put(customer("42", "Two", 1000));

        put(customer("1", "One", 2000));

        only(PutCrmCustomer.SUCCESS).assertAttributeEquals("crm.retired", "1");
        assertEquals(List.of("1|One"), DATABASE.query("SELECT source_id, family FROM " + golden));
    }

    @Test
    void retiringNeedsOneKeyAndMarkingSomethingToMarkWith() {
        runner.setProperty(DeliveryProperties.SUPERSEDED_RECORDS, SupersededRecords.DELETE);
        runner.assertNotValid();
        runner.setProperty(DeliveryProperties.MATCH_KEY_FIELDS, "source_id");
        runner.assertValid();
        runner.setProperty(DeliveryProperties.SUPERSEDED_RECORDS, SupersededRecords.MARK);
        runner.assertNotValid();
        runner.setProperty(DeliveryProperties.SUPERSEDED_VALUES, "{\"status\": [1]}");
        runner.assertNotValid();
        runner.setProperty(DeliveryProperties.SUPERSEDED_VALUES, "{\"status\": \"merged\"}");
        runner.assertValid();
    }

    private void put(final String... customers) {
        runner.clearTransferState();
        enqueue(customers);
        runner.run(1, false, !scheduled);
        scheduled = true;
    }

    private void enqueue(final String... customers) {
        runner.enqueue("[" + String.join(",", customers) + "]");
    }

    private static String customer(final String id, final String lastName, final long updatedAt) {
        return """
                {"source_system":"s","source_id":"%s","last_name":"%s","shoe_size":42,"updated_at":%d}""".formatted(id, lastName, updatedAt);
    }

    private MockFlowFile only(final Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    private List<String> statuses(final Relationship relationship) {
        return Pattern.compile("\"crm_status\":\"(\\w+)\"").matcher(only(relationship).getContent()).results()
                .map(match -> match.group(1)).toList();
    }

    private List<String> rows() throws SQLException {
        return DATABASE.query("SELECT source_id, last_name FROM %s ORDER BY source_id".formatted(table));
    }
}
