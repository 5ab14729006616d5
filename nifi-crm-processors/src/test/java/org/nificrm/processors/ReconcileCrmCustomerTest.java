package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.schema.access.SchemaAccessUtils;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.jdbc.TestDatabase;
import org.nificrm.reconciliation.Strictness;
import org.nificrm.services.JdbcCrmClient;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReconcileCrmCustomerTest {

    private static final TestDatabase DATABASE = TestDatabase.H2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA = """
            {"type": "record", "name": "customer", "fields": [
              {"name": "source_system", "type": "string"}, {"name": "source_id", "type": ["null", "string"]},
              {"name": "last_name", "type": ["null", "string"]}, {"name": "phone", "type": ["null", "string"]},
              {"name": "shoe_size", "type": ["null", "int"]},
              {"name": "updated_at", "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}]}]}""";

    private final TestRunner runner = TestRunners.newTestRunner(ReconcileCrmCustomer.class);
    private final ConnectionPool pool = new ConnectionPool();
    private String table;

    /** A pool that can be taken down. */
    private static final class ConnectionPool extends AbstractControllerService implements DBCPService {
        private boolean down;

        @Override
        public Connection getConnection() throws ProcessException {
            try {
                if (down) {
                    throw new SQLException("Connection refused");
                }

                return DATABASE.connect();
            } catch (final SQLException e) {
                throw new ProcessException(e);
            }
        }
    }

    @BeforeEach
    void configure() throws Exception {
        table = DATABASE.createTable("""
                id $identity, source_system varchar(20), source_id varchar(20), last_name varchar(10), phone varchar(30), updated_at $timestamp,
                written_at $timestamp""");
        final JsonTreeReader reader = new JsonTreeReader();
        runner.addControllerService("reader", reader);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_ACCESS_STRATEGY, SchemaAccessUtils.SCHEMA_TEXT_PROPERTY);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_TEXT, SCHEMA);
        runner.enableControllerService(reader);
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
        addClient();
        runner.setProperty(ReconciliationProperties.RECORD_READER, "reader");
        runner.setProperty(ReconciliationProperties.RECORD_WRITER, "writer");
        runner.setProperty(ReconciliationProperties.CRM_CLIENT, "client");
        runner.setProperty(ReconciliationProperties.CRM_OBJECT, table);
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
    void aVersionThatTheCrmHasOvertakenIsFoundAndNotCompared() throws Exception {
        runner.setProperty(ReconciliationProperties.NEWER_IN_CRM, NewerVersions.LEAVE_OUT);
        insert("1", "Newer", null, 2000, 0);
        insert("2", "Other", null, 1000, 0);

        reconcile(customer("1", "Older", null, 1000), customer("2", "Older", null, 1000));

        assertEquals(List.of("1 consistent OVERTAKEN"), verdicts(ReconcileCrmCustomer.CONSISTENT));
        assertEquals(List.of("2 inconsistent DIFFERENT"), verdicts(ReconcileCrmCustomer.INCONSISTENT));
        only(ReconcileCrmCustomer.CONSISTENT).assertAttributeEquals("crm.completeness", "1.0000");
    }

    @Test
    void everyRecordLeavesByItsVerdict() throws Exception {
        insert("1", "Lovelace", "+8613800138000", 0, 0);
        insert("2", "Byron", null, 0, 0);

        reconcile(customer("1", "LOVELACE", "138 0013 8000", 0), customer("2", "Milbanke", null, 0), customer("3", "Babbage", null, 0), customer(null, "Nobody", null, 0));

        assertEquals(List.of("1 consistent null"), verdicts(ReconcileCrmCustomer.CONSISTENT));
        assertEquals(List.of("2 inconsistent DIFFERENT"), verdicts(ReconcileCrmCustomer.INCONSISTENT));
        assertEquals(List.of("3 missing NOT_FOUND", "null missing KEY_MISSING"), verdicts(ReconcileCrmCustomer.MISSING));
        final MockFlowFile consistent = only(ReconcileCrmCustomer.CONSISTENT);
        consistent.assertAttributeEquals("crm.missing", "2");
        consistent.assertAttributeEquals("crm.completeness", "0.5000");
        assertEquals(1, runner.getCounterValue("Records Consistent"));
        assertEquals(2, runner.getCounterValue("Records Missing"));
    }

    @Test
    void anInconsistentRecordTellsEachFieldWithWhatWasExpectedAndFound() throws Exception {
        insert("2", "Byron", "+8613800138000", 0, 0);

        reconcile(customer("2", "Milbanke", null, 0));

        assertEquals("[{\"field\":\"last_name\",\"expected\":\"Milbanke\",\"found\":\"Byron\"},{\"field\":\"phone\",\"expected\":null,\"found\":\"+8613800138000\"}]",
                records(ReconcileCrmCustomer.INCONSISTENT).getFirst().path("crm_differences").toString());
    }

    @Test
    void differingValuesAreMaskedOnDemand() throws Exception {
        runner.setProperty(ReconciliationProperties.MASK_VALUES, "true");
        insert("2", "Byron", null, 0, 0);

        reconcile(customer("2", "Milbanke", null, 0));

        assertEquals("[{\"field\":\"last_name\",\"expected\":\"M******e\",\"found\":\"B***n\"}]",
                records(ReconcileCrmCustomer.INCONSISTENT).getFirst().path("crm_differences").toString());
    }

    @Test
    void whatTheCrmCannotHoldIsADifferenceNotAFailure() throws Exception {
        insert("1", "Much too l", null, 0, 0);

        reconcile(customer("1", "Much too long", null, 0));

        assertEquals(List.of("1 inconsistent DIFFERENT"), verdicts(ReconcileCrmCustomer.INCONSISTENT));
    }

    @Test
    void nullsSayThatAFieldIsBlankOrNothing() throws Exception {
        runner.setProperty(ReconciliationProperties.NULL_VALUES, NullValues.IGNORE);
        insert("2", "Milbanke", "+8613800138000", 0, 0);

        reconcile(customer("2", "Milbanke", null, 0));

        assertEquals(List.of("2 consistent null"), verdicts(ReconcileCrmCustomer.CONSISTENT));
    }

    @Test
    void onlyTheFieldsThatAreNamedAreComparedAndUnderTheirNamesInTheCrm() throws Exception {
        runner.setProperty(ReconciliationProperties.COMPARED_FIELDS, "shoe_size");
        runner.setProperty("phone", "shoe_size");
        insert("1", "Other", "42", 0, 5000);
        insert("2", "Other", "43", 0, 5000);

        reconcile(customer("1", "Ada", "x", 0), customer("2", "Ada", "x", 0));

        assertEquals(List.of("1 consistent null"), verdicts(ReconcileCrmCustomer.CONSISTENT));
        assertEquals("phone", records(ReconcileCrmCustomer.INCONSISTENT).getFirst().at("/crm_differences/0/field").asText());
    }

    @Test
    void exactComparisonMindsTheSpelling() throws Exception {
        runner.setProperty(ReconciliationProperties.COMPARISON, Strictness.EXACT);
        insert("1", "Lovelace", null, 0, 0);

        reconcile(customer("1", "LOVELACE", null, 0));

        assertEquals(List.of("1 inconsistent DIFFERENT"), verdicts(ReconcileCrmCustomer.INCONSISTENT));
    }

    @Test
    void aKeyThatSeveralRecordsHaveIsComparedWithTheNearest() throws Exception {
        insert("1", "Byron", null, 0, 0);
        insert("1", "Lovelace", null, 0, 0);

        reconcile(customer("1", "Lovelace", null, 0));

        assertEquals(List.of("1 inconsistent AMBIGUOUS_KEY"), verdicts(ReconcileCrmCustomer.INCONSISTENT));
        assertTrue(records(ReconcileCrmCustomer.INCONSISTENT).getFirst().path("crm_differences").isEmpty());
    }

    @Test
    void theReportHoldsCountsAndSumsAndNobodysData() throws Exception {
        runner.setProperty(ReconciliationProperties.CRM_WRITE_TIME_FIELD, "written_at");
        runner.setProperty(ReconciliationProperties.TIMELINESS_OBJECTIVE, "3 secs");
        insert("1", "Lovelace", null, 1000, 3000);
        insert("2", "Byron", null, 1000, 6000);

        reconcile(customer("1", "Lovelace", null, 1000), customer("2", "Milbanke", null, 1000), customer("3", "Babbage", null, 1000));

        final String text = only(StageReports.REPORT).getContent();
        final JsonNode report = JSON.readTree(text);
        assertEquals("{\"checked\":3,\"consistent\":1,\"inconsistent\":1,\"missing\":1}", report.path("records").toString());
        assertEquals("{\"present\":2,\"equal\":1}", report.at("/fields/last_name").toString());
        assertEquals(0.75, report.at("/figures/consistency").asDouble());
        assertEquals(3500, report.at("/figures/timelinessMeanMillis").asLong());
        assertEquals(5000, report.at("/figures/timelinessMaximumMillis").asLong());
        assertEquals("{\"3000\":1}", report.at("/timeliness/withinByObjectiveMillis").toString());
        assertEquals("{\"checked\":3,\"found\":2,\"consistency\":{\"of\":2,\"sum\":\"1.500000000\"}}", report.at("/sources/s").toString());
        assertFalse(text.contains("Lovelace") || text.contains("Byron") || text.contains("Milbanke"));
    }

    @Test
    void theOrderOfTheRecordsDoesNotMatter() throws Exception {
        runner.setProperty(ReconciliationProperties.BATCH_SIZE, "3");
        final List<String> customers = new ArrayList<>(IntStream.range(0, 20).mapToObj(i -> customer("k" + i, "Name" + i % 4, null, 0)).toList());
        for (int i = 0; i < 15; i++) {
            insert("k" + i, "Name" + i % 3, null, 0, 0);
        }

        reconcile(customers.toArray(String[]::new));
        final String forward = sums();
        reconcile(customers.reversed().toArray(String[]::new));

        assertEquals(forward, sums());
    }

    private String sums() throws Exception {
        final JsonNode report = JSON.readTree(only(StageReports.REPORT).getContent());
        return report.path("records").toString() + report.path("fields") + report.path("figures") + report.path("sources");
    }

    @Test
    void theSampleHoldsTheSameRecordsEveryTime() throws Exception {
        runner.setProperty(ReconciliationProperties.SAMPLE_RATE, "0.25");
        final String[] customers = IntStream.range(0, 400).mapToObj(i -> customer("k" + i, "A", null, 0)).toArray(String[]::new);

        reconcile(customers);
        final List<String> first = verdicts(ReconcileCrmCustomer.MISSING);
        reconcile(customers);

        assertEquals(first, verdicts(ReconcileCrmCustomer.MISSING));
        assertEquals(100, first.size(), 30);
        only(ReconcileCrmCustomer.MISSING).assertAttributeEquals("crm.skipped", Integer.toString(400 - first.size()));
    }

    @Test
    void recordsOfTheCrmThatTheSourceHasNotAreOrphans() throws Exception {
        runner.setProperty(ReconciliationProperties.DIRECTION, ReconciliationDirection.CRM_TO_SOURCE);
        insert("1", "Known", null, 0, 0);

        reconcile(customer("1", "Other name", null, 0), customer("2", "Gone", null, 0));

        assertEquals(List.of("1 consistent null"), verdicts(ReconcileCrmCustomer.CONSISTENT));
        assertEquals(List.of("2 orphan NOT_FOUND"), verdicts(ReconcileCrmCustomer.MISSING));
        assertEquals("orphans", JSON.readTree(only(StageReports.REPORT).getContent()).path("stage").asText());
    }

    @Test
    void aCrmThatIsDownKeepsTheFlowFileInTheQueue() throws Exception {
        pool.down = true;
        runner.enqueue("[" + customer("1", "A", null, 0) + "]");
        runner.run();
        runner.assertQueueNotEmpty();

        pool.down = false;
        runner.run();
        assertEquals(1, verdicts(ReconcileCrmCustomer.MISSING).size());
    }

    @Test
    void contentThatBreaksOffFailsAfterItsGoodRecordsWereCompared() throws Exception {
        runner.enqueue("[" + customer("1", "One", null, 0) + ",{\"source_sys");
        runner.run();

        assertEquals(1, verdicts(ReconcileCrmCustomer.MISSING).size());
        assertFalse(only(ReconcileCrmCustomer.FAILURE).getAttribute("crm.error").isBlank());
    }

    @Test
    void anEmptyInputIsAnEmptyConsistentFlowFile() throws Exception {
        reconcile();

        only(ReconcileCrmCustomer.CONSISTENT).assertAttributeEquals("record.count", "0");
        runner.assertTransferCount(StageReports.REPORT, 0);
    }

    @Test
    void verifyTellsWhetherTheCrmAnswersTheKeyIsUniqueAndTheFieldsExist() {
        runner.setProperty(ReconciliationProperties.COMPARED_FIELDS, "last_name, shoe_size");
        runner.setProperty(ReconciliationProperties.CRM_WRITE_TIME_FIELD, "written_at");

        final Map<String, Outcome> outcomes = new HashMap<>();
        for (final ConfigVerificationResult result : ((ReconcileCrmCustomer) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(), Map.of())) {
            outcomes.put(result.getVerificationStepName(), result.getOutcome());
        }

        assertEquals(Map.of("Reach the CRM", Outcome.SUCCESSFUL, "Find the table", Outcome.SUCCESSFUL, "Match key is unique", Outcome.FAILED,
                "Compared fields exist", Outcome.FAILED, "Write time exists", Outcome.SUCCESSFUL), outcomes);
    }

    @Test
    void ratesOutsideTheirRangeAreNotValid() {
        for (final String rate : List.of("0", "1.1", "-1", "all")) {
            runner.setProperty(ReconciliationProperties.SAMPLE_RATE, rate);
            runner.assertNotValid();
        }

        runner.setProperty(ReconciliationProperties.SAMPLE_RATE, "0.01");
        runner.assertValid();
    }

    private void insert(final String id, final String lastName, final String phone, final long updated, final long written) throws SQLException {
        DATABASE.execute("INSERT INTO %s (source_system, source_id, last_name, phone, updated_at, written_at) VALUES ('s', '%s', '%s', %s, %s, %s)"
                .formatted(table, id, lastName, phone == null ? "NULL" : "'" + phone + "'", instant(updated), instant(written)));
    }

    private static String instant(final long milliseconds) {
        return "TIMESTAMP WITH TIME ZONE '1970-01-01 00:00:00+00' + INTERVAL '%d' SECOND".formatted(milliseconds / 1000);
    }

    private static String customer(final String id, final String lastName, final String phone, final long updated) {
        return "{\"source_system\":\"s\",\"source_id\":%s,\"last_name\":\"%s\",\"phone\":%s,\"shoe_size\":42,\"updated_at\":%d}"
                .formatted(quoted(id), lastName, quoted(phone), updated);
    }

    private static String quoted(final String text) {
        return text == null ? null : "\"" + text + "\"";
    }

    private void reconcile(final String... customers) {
        runner.clearTransferState();
        runner.enqueue("[" + String.join(",", customers) + "]");
        runner.run();
        runner.assertTransferCount(ReconcileCrmCustomer.FAILURE, 0);
    }

    private List<String> verdicts(final Relationship relationship) throws Exception {
        return records(relationship).stream()
                .map(record -> "%s %s %s".formatted(record.path("source_id").asText(), record.path("crm_status").asText(), record.path("crm_code").asText())).toList();
    }

    private List<JsonNode> records(final Relationship relationship) throws Exception {
        final List<JsonNode> records = new ArrayList<>();
        JSON.readTree(only(relationship).getContent()).forEach(records::add);
        return records;
    }

    private MockFlowFile only(final Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }
}
