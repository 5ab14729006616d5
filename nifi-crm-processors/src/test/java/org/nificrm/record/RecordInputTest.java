package org.nificrm.record;

import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.schema.access.SchemaAccessUtils;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.util.MockProcessSession;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.SharedSessionState;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RecordInputTest {

    private static final String NAME_AND_AGE = """
            {"type": "record", "name": "person", "fields": [
              {"name": "name", "type": "string"}, {"name": "age", "type": ["null", "int"]}]}""";

    private final Processor processor = new NoOpProcessor();
    private final TestRunner runner = TestRunners.newTestRunner(processor);
    private MockProcessSession session;

    @BeforeEach
    void openSession() {
        session = new MockProcessSession(new SharedSessionState(processor, new AtomicLong()), processor);
    }

    @Test
    void givesEveryRecordWithItsPosition() throws Exception {
        final RecordInput input = open(csv(), "name,age\nAda,36\nAlan,41\n");

        assertEquals("Ada", input.next().getValue("name"));
        assertEquals(1, input.position());
        assertEquals("Alan", input.next().getValue("name"));
        assertEquals(2, input.position());
        assertTrue(names(input).isEmpty());
        assertTrue(input.problem().isEmpty());
    }

    @Test
    void contentOfZeroBytesIsAnInputWithoutRecords() throws Exception {
        final RecordInput input = open(csv(), "");

        assertTrue(names(input).isEmpty());
        assertTrue(input.problem().isEmpty());
    }

    @Test
    void truncatedContentGivesTheRecordsBeforeItAndSaysWhereItBreaks() throws Exception {
        final RecordInput input = open(json(), "[{\"name\":\"Ada\",\"age\":36},{\"name\":\"Alan\",\"age\":41},{\"name\":\"Gr");

        assertEquals(List.of("Ada", "Alan"), names(input));
        assertEquals(1, input.unreadable());
        assertTrue(input.problem().orElseThrow().startsWith("Reading stopped at record 3"));
    }

    @Test
    void aValueThatDoesNotFitTheSchemaCostsItsRecordOnly() throws Exception {
        final RecordInput input = open(json(), "[{\"name\":\"Ada\",\"age\":\"very old\"},{\"name\":\"Alan\",\"age\":41}]");

        assertEquals(List.of("Alan"), names(input));
        assertEquals(1, input.unreadable());
        assertTrue(input.problem().orElseThrow().startsWith("Record 1 does not fit the schema"));
    }

    @Test
    void problemsNeverQuoteTheContent() throws Exception {
        final RecordInput input = open(json(), "[{\"name\":\"Ada\",\"age\":\"very old\"}, Lovelace");
        names(input);

        assertFalse(input.problem().orElseThrow().contains("very old"));
        assertFalse(input.problem().orElseThrow().contains("Lovelace"));
    }

    private List<String> names(final RecordInput input) throws IOException {
        final List<String> names = new ArrayList<>();
        for (Record record = input.next(); record != null; record = input.next()) {
            names.add(record.getAsString("name"));
        }

        input.close();
        return names;
    }

    private RecordInput open(final RecordReaderFactory reader, final String content) {
        final FlowFile flowFile = session.write(session.create(), out -> out.write(content.getBytes()));
        return RecordInput.open(session, flowFile, reader, runner.getLogger());
    }

    private RecordReaderFactory csv() throws InitializationException {
        final CSVReader reader = new CSVReader();
        runner.addControllerService("reader", reader);
        runner.enableControllerService(reader);
        return reader;
    }

    private RecordReaderFactory json() throws InitializationException {
        final JsonTreeReader reader = new JsonTreeReader();
        runner.addControllerService("reader", reader);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_ACCESS_STRATEGY, SchemaAccessUtils.SCHEMA_TEXT_PROPERTY);
        runner.setProperty(reader, SchemaAccessUtils.SCHEMA_TEXT, NAME_AND_AGE);
        runner.enableControllerService(reader);
        return reader;
    }
}
