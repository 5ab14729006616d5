package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.lookup.LookupService;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.MockProcessContext;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class CleanseCustomerTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final CleanseCustomer processor = new CleanseCustomer();
    private final TestRunner runner = TestRunners.newTestRunner(processor);

    @BeforeEach
    void addReaderAndWriter() throws InitializationException {
        final JsonTreeReader reader = new JsonTreeReader();
        runner.addControllerService("reader", reader);
        runner.enableControllerService(reader);
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
        runner.setProperty(CleansingProperties.RECORD_READER, "reader");
        runner.setProperty(CleansingProperties.RECORD_WRITER, "writer");
    }

    @Test
    void goodRecordsGoOnWithTheirIssuesAndScores() throws IOException {
        runner.setProperty(CleansingProperties.DEFAULT_REGION, "${region}");
        run("[{\"source_id\": \"1\", \"last_name\": \"Lovelace\", \"phone\": \"020 7946 0018\", \"country\": \"GB\"}]", Map.of("region", "gb"));

        runner.assertTransferCount(CleanseCustomer.QUARANTINE, 0);
        final MockFlowFile success = only(CleanseCustomer.SUCCESS.getName());
        success.assertAttributeEquals("record.count", "1");
        success.assertAttributeEquals("crm.cleanse.rules", "default-1");
        final JsonNode customer = JSON.readTree(success.getContent()).get(0);
        assertEquals("+442079460018", customer.get("phone").asText());
        assertEquals("accept", customer.get("quality").get("grade").asText());
        final JsonNode issue = customer.get("issues").get(0);
        assertEquals("PHONE_FORMATTED", issue.get("code").asText());
        assertEquals("/phone", issue.get("field").asText());
        assertEquals("020 7946 0018", issue.get("before").asText());
        assertEquals(1, runner.getCounterValue("Records In"));
        assertEquals(1, runner.getCounterValue("Records Changed"));
    }

    @Test
    void recordsWithoutARequiredFieldGoAsideWithTheReason() throws IOException {
        runner.setProperty(CleansingProperties.REQUIRED_FIELDS, "last_name, email|phone");
        run("""
                [{"source_id": "1", "last_name": "Lovelace", "email": "ada@example.org", "phone": null, "country": "GB"},
                 {"source_id": "2", "last_name": "Turing", "email": null, "phone": null, "country": "GB"}]""", Map.of());

        only(CleanseCustomer.SUCCESS.getName()).assertAttributeEquals("record.count", "1");
        final JsonNode aside = JSON.readTree(only(CleanseCustomer.QUARANTINE.getName()).getContent()).get(0);
        assertEquals("2", aside.get("source_id").asText());
        assertEquals("MISSING_REQUIRED", aside.get("issues").get(0).get("code").asText());
        assertEquals("quarantined", aside.get("issues").get(0).get("action").asText());
    }

    @Test
    void recordsBelowTheMinimumScoreGoAside() throws IOException {
        runner.setProperty(CleansingProperties.MINIMUM_SCORE, "0.9");
        run("[{\"last_name\": \"Lovelace\", \"phone\": \"1\", \"country\": \"GB\"}]", Map.of());

        final JsonNode aside = JSON.readTree(only(CleanseCustomer.QUARANTINE.getName()).getContent()).get(0);
        assertTrue(aside.get("issues").toString().contains("SCORE_BELOW_MINIMUM"));
    }

    @Test
    void theReportHasTotalsAndNoValues() throws IOException {
        run("[{\"source_id\": \"1\", \"last_name\": \"Lovelace\", \"phone\": \"020 7946 0018\", \"country\": \"GB\"}]", Map.of());

        final MockFlowFile flowFile = only(CleanseCustomer.REPORT.getName());
        final JsonNode report = JSON.readTree(flowFile.getContent());
        assertEquals(1, report.get("records").get("in").asInt());
        assertEquals(1, report.get("records").get("changed").asInt());
        assertEquals(1, report.get("issues").get("PHONE_FORMATTED").asInt());
        assertEquals(1.0, report.get("scores").get("after").get("completeness").asDouble());
        assertEquals(1, report.get("fields").get("/phone").get("changed").asInt());
        assertFalse(flowFile.getContent().contains("7946"));
    }

    @Test
    void byOptionIssuesAreToldInTheReportOnlyAndMasked() throws IOException {
        runner.setProperty(CleansingProperties.ISSUE_DESTINATION, IssueDestination.REPORT);
        run("[{\"source_id\": \"7\", \"last_name\": \"Lovelace\", \"phone\": \"020 7946 0018\", \"country\": \"GB\"}]", Map.of());

        assertFalse(JSON.readTree(only(CleanseCustomer.SUCCESS.getName()).getContent()).get(0).has("issues"));
        final JsonNode detail = JSON.readTree(only(CleanseCustomer.REPORT.getName()).getContent()).get("details").get(0);
        assertEquals("7", detail.get("sourceId").asText());
        assertEquals("0***********8", detail.get("before").asText().replaceAll("\\*+", "***********"));
    }

    @Test
    void contentThatCannotBeReadFailsWithTheRemedyAndWithoutQuotingIt() {
        run("[{\"last_name\": \"Lovelace\", \"email\": \"ada@example.org\", \"country\": \"GB\"}, {\"last_name\": ", Map.of());

        final MockFlowFile failure = only(CleanseCustomer.FAILURE.getName());
        assertTrue(failure.getAttribute("crm.error").contains("Record Reader"));
        assertFalse(failure.getAttribute("crm.error").contains("Lovelace"));
        runner.assertTransferCount(CleanseCustomer.SUCCESS, 0);
    }

    @Test
    void aRecordThatComesInAgainIsJudgedAnewAndKeepsWhatWasChanged() throws IOException {
        runner.setProperty(CleansingProperties.REQUIRED_FIELDS, "last_name");
        run("[{\"last_name\": null, \"phone\": \"020 7946 0018\", \"country\": \"GB\"}]", Map.of());
        final String corrected = only(CleanseCustomer.QUARANTINE.getName()).getContent().replace("\"last_name\":null", "\"last_name\":\"Lovelace\"");
        runner.clearTransferState();
        run(corrected, Map.of());

        final JsonNode customer = JSON.readTree(only(CleanseCustomer.SUCCESS.getName()).getContent()).get(0);
        assertEquals(1, customer.get("issues").size());
        assertEquals("PHONE_FORMATTED", customer.get("issues").get(0).get("code").asText());
        assertEquals("accept", customer.get("quality").get("grade").asText());
    }

    @Test
    void anEmptyFileGoesOnEmpty() {
        run("[]", Map.of());

        only(CleanseCustomer.SUCCESS.getName()).assertAttributeEquals("record.count", "0");
    }

    @Test
    void allProblemsOfTheDocumentsAreShownAtOnce() {
        runner.setProperty(CleansingProperties.RULES, """
                {"rules": {"phone": {"ranges": [{"countryCode": 0, "pattern": "(", "type": "pigeon"}], "colour": 1}, "smell": {}},
                 "quality": {"accept": 2}, "references": [{"name": "erp"}]}""");
        runner.setProperty(CleansingProperties.FIELD_ROLES, "{\"mail\": \"email\"}");

        final String problems = ((MockProcessContext) runner.getProcessContext()).validate().toString();
        for (final String pointer : List.of("/rules/phone/ranges/0/countryCode", "/rules/phone/ranges/0/pattern", "/rules/phone/ranges/0/type",
                "/rules/phone/colour", "/rules/smell", "/quality/accept", "/mail")) {
            assertTrue(problems.contains(pointer), problems);
        }
    }

    @Test
    void aLookupServiceFillsWhatIsMissing() throws Exception {
        final Directory directory = new Directory(Map.of("ada@example.org", "020 7946 0018"));
        runner.addControllerService("directory", directory);
        runner.enableControllerService(directory);
        runner.setProperty("erp", "directory");
        runner.setProperty(CleansingProperties.RULES, """
                {"references": [{"name": "erp", "keys": ["email"], "fields": {"phone": "value"}}]}""");
        run("[{\"last_name\": \"Lovelace\", \"email\": \"ada@example.org\", \"phone\": null, \"country\": \"GB\"}]", Map.of());

        final JsonNode customer = JSON.readTree(only(CleanseCustomer.SUCCESS.getName()).getContent()).get(0);
        assertEquals("+442079460018", customer.get("phone").asText());
        final JsonNode issue = customer.get("issues").get(0);
        assertEquals("LOOKUP_FILLED", issue.get("code").asText());
        assertEquals("erp", issue.get("source").asText());
        assertEquals("email", issue.get("source_key").asText());
        final JsonNode lookups = JSON.readTree(only(CleanseCustomer.REPORT.getName()).getContent()).get("lookups").get("erp");
        assertEquals(1, lookups.get("hits").asInt());
    }

    @Test
    void theReportCountsTheLookupsOfItsOwnFlowFile() throws Exception {
        final Directory directory = new Directory(Map.of("ada@example.org", "020 7946 0018"));
        runner.addControllerService("directory", directory);
        runner.enableControllerService(directory);
        runner.setProperty("erp", "directory");
        runner.enqueue("[{\"last_name\": \"Lovelace\", \"email\": \"ada@example.org\"}]");
        runner.enqueue("[{\"last_name\": \"Hopper\", \"email\": \"grace@example.org\"}]");
        runner.run(2);

        final List<MockFlowFile> reports = runner.getFlowFilesForRelationship(CleanseCustomer.REPORT);
        assertEquals("{\"hits\":1}", JSON.readTree(reports.get(0).getContent()).at("/lookups/erp").toString());
        assertEquals("{\"misses\":1}", JSON.readTree(reports.get(1).getContent()).at("/lookups/erp").toString());
    }

    @Test
    void verifyShowsTheRulesAndWhatTheyDoToASample() {
        final Map<String, String> attributes = Map.of(CleansingVerification.SAMPLE, "{\"last_name\": \"Lovelace\", \"phone\": \"020 7946 0018\", \"country\": \"GB\"}");
        final List<ConfigVerificationResult> results = processor.verify(runner.getProcessContext(), runner.getLogger(), attributes);

        final Map<String, String> steps = new HashMap<>();
        results.forEach(result -> steps.put(result.getVerificationStepName(), result.getExplanation()));
        assertTrue(steps.get("Rules in force").contains("phone"));
        assertTrue(steps.get("Sample /phone").startsWith("PHONE_FORMATTED"));
        assertFalse(steps.get("Sample /phone").contains("7946"));
        assertTrue(steps.get("Sample quality").contains("before: score"));
    }

    private void run(final String json, final Map<String, String> attributes) {
        runner.enqueue(json, attributes);
        runner.run();
    }

    private MockFlowFile only(final String relationship) {
        final List<MockFlowFile> flowFiles = runner.getFlowFilesForRelationship(relationship);
        assertEquals(1, flowFiles.size());
        return flowFiles.getFirst();
    }

    /** Knows one text for each key, as a CSV file look-up does. */
    public static final class Directory extends AbstractControllerService implements LookupService<String> {
        private final Map<String, String> values;

        Directory(final Map<String, String> values) {
            this.values = values;
        }

        @Override
        public Optional<String> lookup(final Map<String, Object> coordinates) {
            return Optional.ofNullable(values.get(String.valueOf(coordinates.get("key"))));
        }

        @Override
        public Class<?> getValueType() {
            return String.class;
        }

        @Override
        public Set<String> getRequiredKeys() {
            return Set.of("key");
        }
    }
}
