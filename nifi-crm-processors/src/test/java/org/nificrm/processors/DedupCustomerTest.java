package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.MockProcessContext;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.nificrm.services.EmbeddedCustomerIndex;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DedupCustomerTest {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String ADA_OF_CRM = """
            {"source_system": "crm", "source_id": "1", "first_name": "Ada", "last_name": "Lovelace", "birth_date": "1815-12-10", "email": "ada@lovelace.org",
             "phone": "+442071234567", "city": "London", "updated_at": "2026-01-01T00:00:00Z"}""";
    private static final String ADA_OF_ERP = """
            {"source_system": "erp", "source_id": "A7", "first_name": "Ada", "last_name": "Lovelase", "birth_date": "1815-12-10", "email": "ada@lovelace.org",
             "phone": null, "city": "London", "updated_at": "2026-02-01T00:00:00Z"}""";
    private static final String ALAN = """
            {"source_system": "crm", "source_id": "2", "first_name": "Alan", "last_name": "Turing", "birth_date": "1912-06-23", "email": "alan@turing.org",
             "phone": null, "city": "Wilmslow", "updated_at": "2026-01-01T00:00:00Z"}""";

    @TempDir
    private Path folder;
    private TestRunner runner;

    @BeforeEach
    void setUp() throws Exception {
        runner = TestRunners.newTestRunner(DedupCustomer.class);
        final JsonTreeReader reader = new JsonTreeReader();
        runner.addControllerService("reader", reader);
        runner.enableControllerService(reader);
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
        runner.setProperty(DedupProperties.RECORD_READER, "reader");
        runner.setProperty(DedupProperties.RECORD_WRITER, "writer");
    }

    @Test
    void theReportTellsHowTheRunWentWithoutAValueOfAnyRecord() throws Exception {
        run(ADA_OF_CRM, ALAN, ADA_OF_ERP, "{\"source_system\": \"crm\", \"source_id\": \"3\"}");

        final String text = runner.getFlowFilesForRelationship(StageReports.REPORT).getFirst().getContent();
        assertFalse(text.contains("Ada") || text.contains("lovelace"), text);
        final JsonNode details = MAPPER.readTree(text).get("details");
        assertEquals(1, details.get("unlinkable").asInt(), "a record with a key alone");
        assertEquals(1, details.get("threshold_curve").get(0).get("pairs").asInt());
        assertTrue(details.get("candidates").asInt() > 0 && details.get("largest_block").asInt() > 1, text);
        assertTrue(details.get("levels").size() > 10, text);
    }

    @Test
    void recordsOfOnePersonBecomeOneGoldenRecord() throws Exception {
        run(ADA_OF_CRM, ALAN, ADA_OF_ERP);

        final List<JsonNode> golden = records(DedupCustomer.SUCCESS);
        assertEquals(2, golden.size());
        assertEquals(Set.of("Ada", "Alan"), texts(golden, "first_name"));
        final JsonNode ada = find(golden, "first_name", "Ada");
        assertEquals("+442071234567", ada.get("phone").asText());
        assertEquals(Set.of("1", "A7"), texts(elements(ada.get("sources")), "source_id"));
        assertEquals(1, ada.get("superseded_ids").size());
    }

    @Test
    void mergedRecordsSayWhereTheyWentAndWhatLinksThem() throws Exception {
        run(ADA_OF_CRM, ALAN, ADA_OF_ERP);

        final List<JsonNode> duplicates = records(DedupCustomer.DUPLICATE);
        assertEquals(Set.of("1", "A7"), texts(duplicates, "source_id"));
        assertEquals(Set.of(find(records(DedupCustomer.SUCCESS), "first_name", "Ada").get("golden_id").asText()), texts(duplicates, "golden_id"));
        assertTrue(duplicates.getFirst().get("match_score").asDouble() > 0);
        assertTrue(duplicates.getFirst().get("match_explanation").asText().contains("email"));
    }

    @Test
    void aMergedRecordSaysWhereItsValuesCameFromAndWhatLost() throws Exception {
        run(ADA_OF_CRM, ADA_OF_ERP);

        final JsonNode name = find(elements(records(DedupCustomer.SUCCESS).getFirst().get("provenance")), "field", "last_name");
        assertEquals(1, name.get("others").size());
        assertNotEquals(name.get("source_id").asText(), name.get("others").get(0).get("source_id").asText());
    }

    @Test
    void anyOtherSchemaWorksWithMatchFieldsAlone() throws Exception {
        runner.setProperty(DedupProperties.MATCH_FIELDS, """
                {"vorname": "given_name", "name": "surname", "geboren": "birth_date", "mail": "email"}""");
        run("""
                {"vorname": "Grete", "name": "Hermann", "geboren": "1901-03-02", "mail": "grete@hermann.de"}""", """
                {"vorname": "Grete", "name": "Herman", "geboren": "1901-03-02", "mail": "grete@hermann.de"}""", """
                {"vorname": "Emmy", "name": "Noether", "geboren": "1882-03-23", "mail": "emmy@noether.de"}""");

        assertEquals(Set.of("Grete", "Emmy"), texts(records(DedupCustomer.SUCCESS), "vorname"));
        assertEquals(2, records(DedupCustomer.SUCCESS).size());
    }

    @Test
    void aCustomerSeenInAnEarlierFlowFileIsKnownAgain() throws Exception {
        useIndex();
        run(ADA_OF_CRM, ALAN);
        final String id = find(records(DedupCustomer.SUCCESS), "first_name", "Ada").get("golden_id").asText();
        runner.clearTransferState();

        run(ADA_OF_ERP);

        final JsonNode golden = records(DedupCustomer.SUCCESS).getFirst();
        assertEquals(id, golden.get("golden_id").asText());
        assertEquals("+442071234567", golden.get("phone").asText());
        assertEquals(Set.of("A7"), texts(records(DedupCustomer.DUPLICATE), "source_id"));
    }

    @Test
    void anOlderVersionOfAKnownRecordChangesNothing() throws Exception {
        useIndex();
        run(ADA_OF_CRM);
        final Map<String, String> newest = contents();
        runner.clearTransferState();

        run(ADA_OF_CRM.replace("2026-01-01", "2025-01-01").replace("London", "Ealing"));

        assertEquals(newest, contents());
        assertEquals(1, runner.getCounterValue("Records Outdated"));
    }

    @Test
    void aGoldenRecordIsNewerEachTimeItChangesThoughItsNewestMemberStaysTheSame() throws Exception {
        useIndex();
        run(ADA_OF_ERP);
        final String alone = mergedAt();
        runner.clearTransferState();
        run(ADA_OF_CRM);
        final String merged = mergedAt();
        assertTrue(merged.compareTo(alone) > 0);
        runner.clearTransferState();

        run(decision("no match"));

        records(DedupCustomer.SUCCESS).forEach(golden -> assertTrue(golden.get("merged_at").asText().compareTo(merged) > 0));
    }

    private String mergedAt() throws IOException {
        return records(DedupCustomer.SUCCESS).getFirst().get("merged_at").asText();
    }

    @Test
    void fieldsOfMembersThatCameWithAnotherSchemaAreKept() throws Exception {
        useIndex();
        run(ADA_OF_CRM.replace("\"city\": \"London\"", "\"city\": \"London\", \"segment\": \"vip\""));
        runner.clearTransferState();

        run(ADA_OF_ERP);

        assertEquals("vip", records(DedupCustomer.SUCCESS).getFirst().get("segment").asText());
    }

    @Test
    void aFlowFileThatComesAgainGivesTheSameBytes() throws Exception {
        useIndex();
        run(ADA_OF_CRM, ALAN, ADA_OF_ERP);
        final Map<String, String> first = contents();
        runner.clearTransferState();

        run(ADA_OF_CRM, ALAN, ADA_OF_ERP);

        assertEquals(first, contents());
    }

    @Test
    void aStewardsNoMatchParts() throws Exception {
        useIndex();
        run(ADA_OF_CRM, ADA_OF_ERP);
        runner.clearTransferState();

        run(decision("no match"));

        final List<JsonNode> golden = records(DedupCustomer.SUCCESS);
        assertEquals(2, golden.size());
        assertEquals(2, texts(golden, "golden_id").size());
        runner.clearTransferState();
        run(ADA_OF_CRM, ADA_OF_ERP);
        assertEquals(2, records(DedupCustomer.SUCCESS).size());
    }

    @Test
    void aStewardsMatchJoinsWhatWasTwo() throws Exception {
        useIndex();
        run(ALAN, ADA_OF_ERP);
        runner.clearTransferState();

        run("""
                {"first_source_system": "crm", "first_source_id": "2", "second_source_system": "erp", "second_source_id": "A7", "decision": "match"}""");

        final JsonNode golden = records(DedupCustomer.SUCCESS).getFirst();
        assertEquals(Set.of("2", "A7"), texts(elements(golden.get("sources")), "source_id"));
    }

    @Test
    void aDecisionThatCannotBeUnderstoodGoesToFailureWithItsPosition() throws Exception {
        useIndex();

        run(decision("perhaps"));

        runner.assertAllFlowFilesTransferred(DedupCustomer.FAILURE, 1);
        assertTrue(runner.getFlowFilesForRelationship(DedupCustomer.FAILURE).getFirst().getAttribute("crm.error").startsWith("Record 1:"));
    }

    @Test
    void doubtfulPairsGoToReviewAndComeBackWithTheDecisionFilledIn() throws Exception {
        useIndex();
        runner.setProperty(DedupProperties.MATCH_THRESHOLD, "60");
        run(ADA_OF_CRM, ADA_OF_ERP);
        final JsonNode pair = records(DedupCustomer.REVIEW).getFirst();
        assertEquals("null", pair.get("decision").asText("null"));
        runner.clearTransferState();

        run(pair.toString().replace("\"decision\":null", "\"decision\":\"match\""));

        assertEquals(1, records(DedupCustomer.SUCCESS).size());
        assertEquals(2, records(DedupCustomer.SUCCESS).getFirst().get("sources").size());
    }

    @Test
    void brokenContentGoesToFailureWithWhatHelps() {
        runner.enqueue("[" + ADA_OF_CRM + ", {\"source_id\": \"3\", \"fir");
        runner.run();

        runner.assertAllFlowFilesTransferred(DedupCustomer.FAILURE, 1);
        assertTrue(runner.getFlowFilesForRelationship(DedupCustomer.FAILURE).getFirst().getAttribute("crm.error").contains("Check its format"));
    }

    @Test
    void recordsWithOneSourceKeyAreOneCustomerWhateverTheySay() throws Exception {
        run(ALAN, ADA_OF_CRM.replace("\"source_id\": \"1\"", "\"source_id\": \"2\""));

        assertEquals(1, records(DedupCustomer.SUCCESS).size());
    }

    @Test
    void anEmptyFlowFileGoesOnEmpty() {
        runner.enqueue("");
        runner.run();

        runner.assertAllFlowFilesTransferred(DedupCustomer.SUCCESS, 1);
        runner.getFlowFilesForRelationship(DedupCustomer.SUCCESS).getFirst().assertAttributeEquals("record.count", "0");
    }

    @Test
    void mistakesInTheConfigurationAreAllNamed() {
        runner.setProperty(DedupProperties.MATCH_FIELDS, "{\"name\": \"last name\"}");
        runner.setProperty(DedupProperties.SURVIVORSHIP, "{\"default\": [\"newest\"]}");
        runner.setProperty(DedupProperties.REVIEW_THRESHOLD, "5");

        final String problems = String.valueOf(((MockProcessContext) runner.getProcessContext()).validate());

        assertTrue(problems.contains("Match Fields"));
        assertTrue(problems.contains("Survivorship"));
        assertTrue(problems.contains("Review Threshold"));
    }

    @Test
    void verifyShowsTheModelAndExplainsASamplePair() {
        final List<ConfigVerificationResult> results = ((DedupCustomer) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(),
                Map.of("crm.sample", "[" + ADA_OF_CRM + "," + ADA_OF_ERP + "]"));

        assertEquals(List.of("Match Fields", "Match Model", "Sample Pair"), results.stream().map(ConfigVerificationResult::getVerificationStepName).toList());
        assertTrue(results.stream().allMatch(result -> result.getOutcome() == Outcome.SUCCESSFUL));
        assertTrue(results.getLast().getExplanation().startsWith("One customer"));
    }

    @Test
    void explanationsHideTheValuesUnlessToldOtherwise() throws Exception {
        runner.setProperty(DedupProperties.EXPLANATION, "FULL");
        run(ADA_OF_CRM, ADA_OF_ERP);
        assertFalse(records(DedupCustomer.DUPLICATE).getFirst().get("match_explanation").asText().contains("lovelace"));

        runner.clearTransferState();
        runner.setProperty(DedupProperties.MASK_VALUES, "false");
        run(ADA_OF_CRM, ADA_OF_ERP);
        assertTrue(records(DedupCustomer.DUPLICATE).getFirst().get("match_explanation").asText().contains("lovelace"));
    }

    @TestFactory
    List<DynamicTest> theExamplesOfThePageForUsersAreTrue() throws IOException {
        final List<JsonNode> blocks = blocks();
        final List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < blocks.size(); i += 3) {
            final List<JsonNode> example = blocks.subList(i, i + 3);
            tests.add(DynamicTest.dynamicTest("example " + (i / 3 + 1), () -> check(example.get(0), example.get(1), example.get(2))));
        }

        return tests;
    }

    private void check(final JsonNode properties, final JsonNode records, final JsonNode expected) throws Exception {
        setUp();
        properties.properties().forEach(property -> runner.setProperty(property.getKey(), property.getValue().asText()));
        runner.enqueue(records.toString());
        runner.run();

        final List<JsonNode> golden = records(DedupCustomer.SUCCESS);
        assertEquals(expected.size(), golden.size());
        for (int i = 0; i < expected.size(); i++) {
            for (final Map.Entry<String, JsonNode> field : expected.get(i).properties()) {
                assertEquals(field.getValue(), golden.get(i).get(field.getKey()));
            }
        }
    }

    private static List<JsonNode> blocks() throws IOException {
        final List<JsonNode> blocks = new ArrayList<>();
        try (InputStream page = DedupCustomer.class.getResourceAsStream("/docs/org.nificrm.processors.DedupCustomer/additionalDetails.md")) {
            final Matcher matcher = Pattern.compile("```json\\n(.*?)```", Pattern.DOTALL).matcher(new String(page.readAllBytes(), StandardCharsets.UTF_8));
            while (matcher.find()) {
                blocks.add(MAPPER.readTree(matcher.group(1)));
            }
        }

        return blocks;
    }

    private static String decision(final String decision) {
        return """
                {"first_source_system": "crm", "first_source_id": "1", "second_source_system": "erp", "second_source_id": "A7", "decision": "%s"}""".formatted(decision);
    }

    private void useIndex() throws Exception {
        final EmbeddedCustomerIndex index = new EmbeddedCustomerIndex();
        runner.addControllerService("index", index);
        runner.setProperty(index, EmbeddedCustomerIndex.INDEX_FILE, folder.resolve("customers.index").toString());
        runner.enableControllerService(index);
        runner.setProperty(DedupProperties.SCOPE, "INDEX");
        runner.setProperty(DedupProperties.CUSTOMER_INDEX, "index");
    }

    private void run(final String... records) {
        runner.enqueue("[" + String.join(",", records) + "]");
        runner.run();
    }

    private Map<String, String> contents() {
        final Map<String, String> contents = new TreeMap<>();
        for (final Relationship relationship : List.of(DedupCustomer.SUCCESS, DedupCustomer.DUPLICATE, DedupCustomer.REVIEW)) {
            runner.getFlowFilesForRelationship(relationship).forEach(flowFile -> contents.merge(relationship.getName(), flowFile.getContent(), String::concat));
        }

        return contents;
    }

    private List<JsonNode> records(final Relationship relationship) throws IOException {
        final List<JsonNode> records = new ArrayList<>();
        for (final MockFlowFile flowFile : runner.getFlowFilesForRelationship(relationship)) {
            records.addAll(elements(MAPPER.readTree(flowFile.getContent())));
        }

        return records;
    }

    private static List<JsonNode> elements(final JsonNode array) {
        final List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        return elements;
    }

    private static Set<String> texts(final List<JsonNode> records, final String field) {
        final Set<String> texts = new HashSet<>();
        records.forEach(record -> texts.add(record.path(field).asText()));
        return texts;
    }

    private static JsonNode find(final List<JsonNode> records, final String field, final String value) {
        return records.stream().filter(record -> value.equals(record.path(field).asText())).findFirst().orElseThrow();
    }
}
