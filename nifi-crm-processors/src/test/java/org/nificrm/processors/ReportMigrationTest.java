package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.Test;
import org.nificrm.reconciliation.report.StageReport;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ReportMigrationTest {

    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final TestRunner runner = TestRunners.newTestRunner(ReportMigration.class);

    @Test
    void reportsOfOneRunMakeOnePageAndOneSum() throws Exception {
        runner.enqueue(put(10));
        runner.enqueue(put(20) + put(30));
        runner.enqueue("[" + put(1) + "," + put(2) + "]");
        runner.run();

        assertEquals(63, created());
        final MockFlowFile page = only(ReportMigration.HTML);
        page.assertAttributeEquals("filename", "migration-report.html");
        page.assertAttributeEquals("mime.type", "text/html");
        assertTrue(page.getContent().startsWith("<!DOCTYPE html>"));
        assertTrue(page.getContent().contains("63 records"));
    }

    @Test
    void eachPageTellsTheWholeMigrationUntilTheStateIsCleared() throws Exception {
        runner.enqueue(put(10));
        runner.run();
        runner.clearTransferState();
        runner.enqueue(put(5));
        runner.run();
        assertEquals(15, created());

        runner.getStateManager().clear(Scope.LOCAL);
        runner.clearTransferState();
        runner.enqueue(put(5));
        runner.run();
        assertEquals(5, created());
    }

    @Test
    void aSumIsAReportItself() throws Exception {
        runner.enqueue(put(10));
        runner.run();
        final String sum = only(ReportMigration.SUM).getContent();
        runner.clearTransferState();
        runner.enqueue(sum);
        runner.run();

        assertEquals(20, created());
    }

    @Test
    void whatIsNoReportCountsNothingAndHoldsUpNothing() throws Exception {
        for (final String content : new String[] {"", "no JSON", "{\"name\": \"Lovelace\"}", "[1, 2]", "{\"stage\": \"put\", \"startedAt\": \"x\", \"endedAt\": \"y\"}",
            put(7) + "{", "{\"stages\": {\"put\": {\"stage\": \"reconcile\", \"consistency\": {\"sum\": \"z\"}}}"}) {
            runner.enqueue(content);
        }

        runner.enqueue(put(3));
        runner.run();

        assertEquals(3, created());
        runner.assertTransferCount(ReportMigration.FAILURE, 6);
        for (final MockFlowFile failed : runner.getFlowFilesForRelationship(ReportMigration.FAILURE)) {
            assertFalse(failed.getAttribute("crm.error").contains("Lovelace"));
        }
    }

    @Test
    void theExampleOfTheDocumentationIsAReport() throws Exception {
        try (InputStream resource = ReportMigration.class.getResourceAsStream("/docs/org.nificrm.processors.ReportMigration/additionalDetails.md")) {
            final String text = new String(resource.readAllBytes(), StandardCharsets.UTF_8);
            runner.enqueue(text.substring(text.indexOf("```json") + "```json".length(), text.lastIndexOf("```")));
        }

        runner.run();

        assertEquals(990, created());
        assertTrue(only(ReportMigration.HTML).getContent().contains("VALUE_TOO_LONG"));
    }

    @Test
    void optionsOutsideTheirRangeAreNotValid() {
        runner.setProperty(ReportMigration.REQUIRED_COMPLETENESS, "2");
        runner.assertNotValid();
        runner.setProperty(ReportMigration.REQUIRED_COMPLETENESS, "0.5");
        runner.setProperty(ReportMigration.TIME_ZONE, "Nowhere");
        runner.assertNotValid();
        runner.setProperty(ReportMigration.TIME_ZONE, "Asia/Shanghai");
        runner.assertValid();
    }

    private static String put(final long created) {
        final StageReport report = new StageReport("put");
        report.records().add("created", created);
        report.throughput().add(START, created);
        report.finish(START, START.plusSeconds(1));
        return report.toJson().toString();
    }

    private long created() throws Exception {
        final JsonNode sum = JSON.readTree(only(ReportMigration.SUM).getContent());
        return sum.at("/stages/put/records/created").asLong();
    }

    private MockFlowFile only(final Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }
}
