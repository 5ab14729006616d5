package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.dbcp.DBCPService;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.nificrm.delivery.jdbc.TestDatabase;
import org.nificrm.reconciliation.RecordComparator;
import org.nificrm.reconciliation.Strictness;
import org.nificrm.services.JdbcCrmClient;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

/** Carries out what the documentation says. */
class ReconcileCrmCustomerDocumentationTest {

    private static final TestDatabase DATABASE = TestDatabase.H2;
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TEXT = read();

    private static final class ConnectionPool extends AbstractControllerService implements DBCPService {
        @Override
        public Connection getConnection() throws ProcessException {
            try {
                return DATABASE.connect();
            } catch (final SQLException e) {
                throw new ProcessException(e);
            }
        }
    }

    static Stream<List<String>> spellings() {
        return rows("\\| `(.+)` \\| `(.+)` \\| (yes|no) \\|");
    }

    @ParameterizedTest
    @MethodSource("spellings")
    void eachSpellingIsJudgedAsItsRowSays(final List<String> row) {
        final Map<String, Object> expected = Map.of("field", row.get(0));
        final Map<String, Object> found = Map.of("field", row.get(1));

        assertEquals(row.get(2).equals("yes"), new RecordComparator(Strictness.EQUIVALENT).compare(expected, found).isConsistent());
        assertFalse(new RecordComparator(Strictness.EXACT).compare(expected, found).isConsistent());
    }

    @Test
    void eachRecordLeavesAsItsRowSaysAndTheFiguresAreAsTold() throws Exception {
        final TestRunner runner = runner(examples().get(0));
        runner.enqueue(examples().get(1));
        runner.run();

        for (final List<String> row : rows("\\| (\\d) \\| (\\w+) \\| (\\w+) \\| `(.+)` \\|").toList()) {
            final JsonNode record = only(runner, row.get(1));
            assertEquals(row.get(0), record.path("source_id").asText());
            assertEquals(row.get(2), record.path("crm_code").asText());
            assertEquals(row.get(3), record.path("crm_differences").toString());
        }

        final JsonNode report = JSON.readTree(runner.getFlowFilesForRelationship(StageReports.REPORT).getFirst().getContent());
        assertEquals(0.6667, report.at("/figures/completeness").asDouble(), 0.0001);
        assertEquals(0.75, report.at("/figures/consistency").asDouble());
        assertEquals("{\"present\":2,\"equal\":1}", report.at("/fields/city").toString());
    }

    @Test
    void theOtherWayRoundFindsTheOrphan() throws Exception {
        final TestRunner runner = runner(examples().get(1).replaceFirst("\"3\"", "\"1000\""));
        runner.setProperty(ReconciliationProperties.DIRECTION, ReconciliationDirection.CRM_TO_SOURCE);
        runner.enqueue(examples().get(0));
        runner.run();

        final JsonNode orphan = only(runner, "missing");
        assertEquals("9", orphan.path("source_id").asText());
        assertEquals("orphan", orphan.path("crm_status").asText());
    }

    private static TestRunner runner(final String rows) throws Exception {
        final String table = DATABASE.createTable("source_system varchar(20), source_id varchar(20), last_name varchar(20), city varchar(20), UNIQUE (source_system, source_id)");
        for (final JsonNode row : JSON.readTree(rows)) {
            DATABASE.execute("INSERT INTO %s VALUES ('%s', '%s', '%s', %s)".formatted(table, row.path("source_system").asText(), row.path("source_id").asText(),
                    row.path("last_name").asText(), row.path("city").isNull() ? null : "'" + row.path("city").asText() + "'"));
        }

        final TestRunner runner = TestRunners.newTestRunner(ReconcileCrmCustomer.class);
        runner.addControllerService("pool", new ConnectionPool());
        runner.enableControllerService(runner.getControllerService("pool"));
        runner.addControllerService("client", new JdbcCrmClient());
        runner.setProperty(runner.getControllerService("client"), "Database Connection Pooling Service", "pool");
        runner.enableControllerService(runner.getControllerService("client"));
        runner.addControllerService("reader", new JsonTreeReader());
        runner.enableControllerService(runner.getControllerService("reader"));
        runner.addControllerService("writer", new JsonRecordSetWriter());
        runner.enableControllerService(runner.getControllerService("writer"));
        runner.setProperty(ReconciliationProperties.RECORD_READER, "reader");
        runner.setProperty(ReconciliationProperties.RECORD_WRITER, "writer");
        runner.setProperty(ReconciliationProperties.CRM_CLIENT, "client");
        runner.setProperty(ReconciliationProperties.CRM_OBJECT, table);
        return runner;
    }

    private static JsonNode only(final TestRunner runner, final String relationship) throws Exception {
        final JsonNode records = JSON.readTree(runner.getFlowFilesForRelationship(new Relationship.Builder().name(relationship).build()).getFirst().getContent());
        assertEquals(1, records.size());
        return records.get(0);
    }

    private static List<String> examples() {
        return Pattern.compile("```json\n(.*?)\n```", Pattern.DOTALL).matcher(TEXT).results().map(match -> match.group(1)).toList();
    }

    private static Stream<List<String>> rows(final String pattern) {
        return Pattern.compile(pattern).matcher(TEXT).results().map(ReconcileCrmCustomerDocumentationTest::groups);
    }

    private static List<String> groups(final MatchResult match) {
        final List<String> groups = new ArrayList<>();
        for (int i = 1; i <= match.groupCount(); i++) {
            groups.add(match.group(i));
        }

        return groups;
    }

    private static String read() {
        try (InputStream resource = ReconcileCrmCustomer.class.getResourceAsStream("/docs/org.nificrm.processors.ReconcileCrmCustomer/additionalDetails.md")) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
