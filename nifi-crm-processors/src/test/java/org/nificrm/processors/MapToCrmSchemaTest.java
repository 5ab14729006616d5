package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.controller.ControllerService;
import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.MockProcessContext;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.apache.nifi.xml.XMLReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class MapToCrmSchemaTest {

    private static final String DOCUMENT = """
            {"name": "shop-customer", "version": 2, "sourceSystem": "shop", "sourceKey": "/id", "unmapped": "drop",
             "fields": [
               {"to": ["/first_name", "/last_name"], "from": "/name", "split": "personName"},
               {"to": "/email", "from": "/email"},
               {"to": "/age", "from": "/age", "type": "integer"},
               {"to": "/file", "expression": "${filename}"}]}""";

    private final TestRunner runner = TestRunners.newTestRunner(MapToCrmSchema.class);

    @BeforeEach
    void configure() throws InitializationException {
        read(new CSVReader());
        final JsonRecordSetWriter writer = new JsonRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.setProperty(writer, "suppress-nulls", "always-suppress");
        runner.enableControllerService(writer);
        runner.setProperty(MappingProperties.RECORD_WRITER, "writer");
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, DOCUMENT);
    }

    @Test
    void goodRecordsAreMappedAndBadOnesKeepTheirShapeAndSayWhy() {
        run("id,name,email,age\n1,Ada Lovelace,ada@example.org,36\n2,Alan Turing,alan@example.org,old\n");

        final MockFlowFile mapped = only(MapToCrmSchema.SUCCESS);
        mapped.assertContentEquals("""
                [{"source_system":"shop","source_id":"1","first_name":"Ada","last_name":"Lovelace","email":"ada@example.org","age":36,"file":"customers"}]""");
        mapped.assertAttributeEquals("record.count", "1");
        mapped.assertAttributeEquals("mime.type", "application/json");
        mapped.assertAttributeEquals("crm.mapping.name", "shop-customer");
        mapped.assertAttributeEquals("crm.mapping.version", "2");
        mapped.assertAttributeEquals("crm.source.system", "shop");
        final String invalid = only(MapToCrmSchema.INVALID).getContent();
        assertTrue(invalid.startsWith("[{\"id\":\"2\",\"name\":\"Alan Turing\",\"email\":\"alan@example.org\",\"age\":\"old\",\"issues\":[{\"code\":\"MAP_TYPE\",\"severity\":\"error\",\"field\":\"/age\",\"from\":\"/age\""), invalid);
        runner.assertTransferCount(MapToCrmSchema.FAILURE, 0);
        assertEquals(1, runner.getCounterValue("Records Mapped"));
        assertEquals(1, runner.getCounterValue("Records Invalid"));
        assertTrue(bulletins().isEmpty());
    }

    @Test
    void theReportTellsWhatTheSourceDeliveredAndWhatBecameOfIt() throws Exception {
        run("id,name,email,age\n1,Ada Lovelace,ada@example.org,36\n2,Alan Turing,alan@example.org,old\n3,Grace Hopper,grace@example.org,85\n");

        final JsonNode report = new ObjectMapper().readTree(only(StageReports.REPORT).getContent());
        assertEquals("{\"invalid\":1,\"mapped\":2}", report.path("records").toString());
        assertEquals("{\"shop\":{\"invalid\":1,\"mapped\":2}}", report.path("bySource").toString());
    }

    @Test
    void aSingleErrorMaySendTheWholeFlowFileToFailure() {
        runner.setProperty(MappingProperties.ERROR_POLICY, MappingErrors.FAIL_FLOWFILE);
        final String content = "id,name,email,age\n1,Ada Lovelace,ada@example.org,36\n2,Alan Turing,alan@example.org,secretive\n";
        run(content);

        runner.assertAllFlowFilesTransferred(MapToCrmSchema.FAILURE, 1);
        only(MapToCrmSchema.FAILURE).assertContentEquals(content);
        only(MapToCrmSchema.FAILURE).assertAttributeEquals("crm.error", "Record 2 cannot be mapped: MAP_TYPE at /age. Correct it, or set Error Policy to Collect");
        assertFalse(bulletins().contains("secretive"));
    }

    @Test
    void oneProcessorServesSeveralSourcesByTheirFields() {
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, """
                {"mappings": [
                  {"sourceSystem": "shop", "identifiedBy": ["/id", "/email"], "unmapped": "drop", "fields": [{"to": "/email", "from": "/email"}]},
                  {"sourceSystem": "erp", "identifiedBy": ["/kunde"], "unmapped": "drop", "fields": [{"to": "/email", "from": "/mail"}]}]}""");
        run("id,email\n1,ada@example.org\n");
        run("kunde,mail\n1,alan@example.org\n");
        run("other\n1\n");

        final List<MockFlowFile> mapped = runner.getFlowFilesForRelationship(MapToCrmSchema.SUCCESS);
        mapped.get(0).assertContentEquals("[{\"source_system\":\"shop\",\"email\":\"ada@example.org\"}]");
        mapped.get(1).assertContentEquals("[{\"source_system\":\"erp\",\"email\":\"alan@example.org\"}]");
        final MockFlowFile unknown = only(MapToCrmSchema.FAILURE);
        assertTrue(unknown.getAttribute("crm.error").contains("[shop, erp]"));
    }

    @Test
    void theSourceSystemSelectsAndStamps() {
        runner.setProperty(MappingProperties.SOURCE_SYSTEM, "${source}");
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, """
                {"mappings": [
                  {"sourceSystem": "a", "unmapped": "drop", "fields": [{"to": "/email", "from": "/email"}]},
                  {"sourceSystem": "b", "unmapped": "drop", "fields": [{"to": "/mail", "from": "/email"}]}]}""");
        runner.enqueue("email\nx@y.z\n", Map.of("source", "b"));
        runner.enqueue("email\nx@y.z\n", Map.of("source", "c"));
        runner.run(2);

        only(MapToCrmSchema.SUCCESS).assertContentEquals("[{\"source_system\":\"b\",\"mail\":\"x@y.z\"}]");
        assertEquals("The mapping document has no mapping for source system 'c'; it has [a, b]", only(MapToCrmSchema.FAILURE).getAttribute("crm.error"));
    }

    @Test
    void propertiesForTargetFieldsAreEnoughInSmallCases() {
        runner.removeProperty(MappingProperties.MAPPING_DOCUMENT);
        runner.assertNotValid();
        runner.setProperty(MappingProperties.UNMAPPED_FIELDS, UnmappedFields.DROP);
        runner.setProperty("first_name", "/Name");
        runner.setProperty("/address/city", "coalesce(/City, /Town)");
        runner.setProperty("label", "${filename} ${'/Name':toUpper()}");
        run("Name,City,Town\nAda,,London\n");

        only(MapToCrmSchema.SUCCESS).assertContentEquals("""
                [{"address":{"city":"London"},"first_name":"Ada","label":"customers ADA"}]""");
    }

    @Test
    void theDocumentMayStandInAFileThatAttributesNameOrInAnAttribute(@TempDir final Path folder) throws IOException {
        Files.writeString(folder.resolve("shop.json"), DOCUMENT);
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, folder + "/${source}.json");
        runner.enqueue("id,name\n1,Ada Lovelace\n", Map.of("source", "shop"));
        runner.run();
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, "${document}");
        runner.enqueue("id,name\n1,Ada Lovelace\n", Map.of("document", DOCUMENT));
        runner.enqueue("id,name\n1,Ada Lovelace\n", Map.of("document", "{\"fields\": []}"));
        runner.run(2);

        runner.assertTransferCount(MapToCrmSchema.SUCCESS, 2);
        assertTrue(only(MapToCrmSchema.FAILURE).getAttribute("crm.error").startsWith("The mapping document has mistakes: needs 'fields'"));
    }

    @Test
    void aDocumentWithMistakesIsInvalidAndAllAreNamed() {
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, """
                {"fields": [{"to": "/a", "from": "A"}, {"to": "/b", "expression": "${filename:nope()}"}, {"to": "/c", "fron": "/C"}]}""");

        final List<String> explanations = ((MockProcessContext) runner.getProcessContext()).validate().stream()
                .filter(result -> !result.isValid()).map(result -> result.getExplanation()).toList();
        assertTrue(explanations.stream().anyMatch(text -> text.startsWith("/fields/0/from: 'A' is not a path")), explanations.toString());
        assertTrue(explanations.stream().anyMatch(text -> text.startsWith("/fields/1/expression: is not an expression")));
        assertTrue(explanations.stream().anyMatch(text -> text.equals("/fields/2/fron: unknown key 'fron'; did you mean 'from'?")));
    }

    @Test
    void aPathThatTheSourceDoesNotHaveIsWarnedOfOnce() {
        run("id,name,email\n1,Ada Lovelace,ada@example.org\n");
        runner.enqueue("id,name,email\n2,Ada Lovelace,ada@example.org\n");
        runner.run(1, true, false);

        assertEquals(1, runner.getLogger().getWarnMessages().size());
        assertTrue(bulletins().contains("/age"));
    }

    @Test
    void emptyAndHeaderOnlyFilesGiveAnEmptyResultThatWhatIsDownstreamSees() {
        run("");
        run("id,name,email,age\n");

        runner.assertAllFlowFilesTransferred(MapToCrmSchema.SUCCESS, 2);
        for (final MockFlowFile empty : runner.getFlowFilesForRelationship(MapToCrmSchema.SUCCESS)) {
            empty.assertContentEquals("[]");
            empty.assertAttributeEquals("record.count", "0");
        }
    }

    @Test
    void truncatedJsonGivesTheRecordsBeforeItAndSaysWhereItBreaks() throws InitializationException {
        read(new JsonTreeReader());
        run("[{\"id\":1,\"name\":\"Ada Lovelace\"},{\"id\":2,\"name\":\"Alan Tur");

        runner.assertTransferCount(MapToCrmSchema.FAILURE, 1);
        assertFalse(bulletins().contains("Alan"));
        assertTrue(only(MapToCrmSchema.FAILURE).getAttribute("crm.error").length() > 20);
    }

    @Test
    void brokenCsvLinesCostOnlyThemselvesOrEndTheReadingWithAReason() {
        run("id,name,email,age\n1,Ada Lovelace,a@b.c,36\n2\n3,Grace Hopper,g@b.c,40,more,and more\n4,\"Alan \"Turing,x,1\n5,Kurt Gödel,k@b.c,50\n");

        assertTrue(only(MapToCrmSchema.SUCCESS).getContent().contains("Ada"));
        assertFalse(bulletins().contains("Turing"));
    }

    @Test
    void aWrongEncodingLosesNoRecord() {
        runner.enqueue("id,name,email,age\n1,José García,j@b.c,30\n2,王小明,w@b.c,20\n".getBytes(Charset.forName("GB18030")), Map.of("filename", "customers"));
        runner.run();

        final long mapped = count(MapToCrmSchema.SUCCESS) + count(MapToCrmSchema.INVALID);
        assertEquals(2, mapped);
    }

    @Test
    void xmlBombsAndExternalEntitiesAreRefused() throws InitializationException {
        final XMLReader reader = new XMLReader();
        read(reader);
        run("""
                <!DOCTYPE c [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY d "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>
                <customers><customer><id>1</id><name>&d;</name></customer></customers>""");
        run("""
                <!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                <customers><customer><id>1</id><name>&x;</name></customer></customers>""");

        runner.assertTransferCount(MapToCrmSchema.FAILURE, 2);
        final String written = runner.getFlowFilesForRelationship(MapToCrmSchema.SUCCESS).toString();
        assertFalse(written.contains("root:"));
    }

    @Test
    void aFieldOfFiftyMegabytesIsRefusedWithoutQuotingIt() {
        final String giant = "9".repeat(50 * 1024 * 1024);
        run("id,name,email,age\n1,Ada Lovelace,a@b.c," + giant + "\n2,Alan Turing,t@b.c,41\n");

        assertTrue(only(MapToCrmSchema.SUCCESS).getContent().contains("Alan"));
        assertTrue(only(MapToCrmSchema.INVALID).getContent().contains("(52428800 characters)"));
    }

    @Test
    void verifyShowsTheMappingOfASampleFieldByField() {
        final List<ConfigVerificationResult> results = ((VerifiableProcessor) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(),
                Map.of("filename", "f.csv", "crm.sample", "{\"id\": 7, \"name\": \"Ada Lovelace\", \"age\": \"old\"}"));

        assertEquals("Ada", explanation(results, "/first_name"));
        assertEquals("7", explanation(results, "/source_id"));
        assertEquals("f.csv", explanation(results, "/file"));
        assertTrue(explanation(results, "/age").startsWith("MAP_TYPE: value 'old'"));
    }

    @Test
    void verifyMakesUpARecordWhereNoneIsGiven() {
        runner.setProperty(MappingProperties.MAPPING_DOCUMENT, """
                {"formats": {"date": ["yyyy年M月d日"]}, "fields": [
                  {"to": "/day", "from": "/D", "type": "date"}, {"to": "/n", "from": "/N", "type": "decimal(5,1)"}, {"to": "/yes", "from": "/Y", "type": "boolean"},
                  {"to": "/code", "from": "/C", "valueMap": {"entries": {"Q": "quick"}}},
                  {"to": "/lines", "forEach": "/L[*]", "fields": [{"to": "/no", "from": "./no", "type": "long"}]}]}""");
        final List<ConfigVerificationResult> results = ((VerifiableProcessor) runner.getProcessor()).verify(runner.getProcessContext(), runner.getLogger(), Map.of());

        assertTrue(results.stream().noneMatch(result -> result.getOutcome() == Outcome.FAILED), results.toString());
        assertEquals("2024-01-31", explanation(results, "/day"));
        assertEquals("quick", explanation(results, "/code"));
        assertEquals("1", explanation(results, "/lines[0]/no"));
    }

    private static String explanation(final List<ConfigVerificationResult> results, final String step) {
        return results.stream().filter(result -> result.getVerificationStepName().equals(step)).map(ConfigVerificationResult::getExplanation).findFirst().orElse(null);
    }

    private void read(final ControllerService reader) throws InitializationException {
        final String name = reader.getClass().getSimpleName();
        runner.addControllerService(name, reader);
        if (reader instanceof CSVReader) {
            runner.setProperty(reader, "schema-access-strategy", "csv-header-derived");
        } else if (reader instanceof XMLReader) {
            runner.setProperty(reader, "record_format", "true");
        }

        runner.enableControllerService(reader);
        runner.setProperty(MappingProperties.RECORD_READER, name);
    }

    private void run(final String content) {
        runner.enqueue(content.getBytes(StandardCharsets.UTF_8), Map.of("filename", "customers"));
        runner.run(1, false);
    }

    private MockFlowFile only(final Relationship relationship) {
        runner.assertTransferCount(relationship, 1);
        return runner.getFlowFilesForRelationship(relationship).getFirst();
    }

    private long count(final Relationship relationship) {
        return runner.getFlowFilesForRelationship(relationship).stream().mapToLong(flowFile -> Long.parseLong(flowFile.getAttribute("record.count"))).sum();
    }

    private String bulletins() {
        return Stream.of(runner.getLogger().getErrorMessages(), runner.getLogger().getWarnMessages()).flatMap(List::stream)
                .map(message -> message.getMsg() + Arrays.toString(message.getArgs()))
                .reduce("", String::concat);
    }
}
