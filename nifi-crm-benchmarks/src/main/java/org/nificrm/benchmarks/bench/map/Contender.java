package org.nificrm.benchmarks.bench.map;

import org.apache.nifi.controller.ControllerService;
import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.csv.CSVRecordSetWriter;
import org.apache.nifi.json.JsonRecordSetWriter;
import org.apache.nifi.json.JsonTreeReader;
import org.apache.nifi.processor.Processor;
import org.apache.nifi.processors.standard.ConvertRecord;
import org.apache.nifi.processors.standard.UpdateRecord;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.schema.access.SchemaAccessUtils;
import org.apache.nifi.util.MockFlowFile;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.nificrm.benchmarks.CpuTime;
import org.nificrm.processors.MapToCrmSchema;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** One processor with a reader and a writer, and the best time it took. */
final class Contender {

    private static final Set<String> DATES = Set.of("birth_date", "created_at");

    private final TestRunner runner;
    private boolean scheduled;
    private String output;
    private double seconds = Double.MAX_VALUE;

    private Contender(final Class<? extends Processor> type, final Format format) throws InitializationException {
        runner = TestRunners.newTestRunner(type);
        addService("reader", format == Format.CSV ? new CSVReader() : new JsonTreeReader(), schema(Workload.SOURCE_FIELDS));
        runner.setProperty("Record Reader", "reader");
        runner.setProperty("Record Writer", "writer");
    }

    /** Reads and writes, no more. */
    static Contender convertRecord(final Format format) throws InitializationException {
        final Contender contender = new Contender(ConvertRecord.class, format);
        contender.addWriter(format, null);
        return contender;
    }

    static Contender mapToCrmSchema(final Format format) throws InitializationException {
        final Contender contender = new Contender(MapToCrmSchema.class, format);
        contender.addWriter(format, null);
        contender.runner.setProperty("Mapping Document", Workload.DOCUMENT);
        return contender;
    }

    /** The same mapping; the writer's schema leaves the source fields out. */
    static Contender updateRecord(final Format format) throws InitializationException {
        final Contender contender = new Contender(UpdateRecord.class, format);
        contender.addWriter(format, schema(Workload.TARGET_FIELDS));
        contender.runner.setProperty("Replacement Value Strategy", "record-path-value");
        Workload.RECORD_PATHS.forEach(contender.runner::setProperty);
        return contender;
    }

    private void addWriter(final Format format, final String schema) throws InitializationException {
        addService("writer", format == Format.CSV ? new CSVRecordSetWriter() : new JsonRecordSetWriter(), schema);
    }

    private void addService(final String name, final ControllerService service, final String schema) throws InitializationException {
        runner.addControllerService(name, service);
        if (schema != null) {
            runner.setProperty(service, SchemaAccessUtils.SCHEMA_ACCESS_STRATEGY, SchemaAccessUtils.SCHEMA_TEXT_PROPERTY);
            runner.setProperty(service, SchemaAccessUtils.SCHEMA_TEXT, schema);
        }

        if (service instanceof CSVReader) {
            runner.setProperty(service, "Skip Header Line", "true");
        } else if (name.equals("writer")) {
            runner.setProperty(service, "Date Format", "yyyy-MM-dd");
        }

        runner.enableControllerService(service);
    }

    private static String schema(final List<String> fields) {
        return fields.stream()
                .map(field -> DATES.contains(field)
                        ? "{\"name\": \"%s\", \"type\": [\"null\", {\"type\": \"int\", \"logicalType\": \"date\"}]}".formatted(field)
                        : "{\"name\": \"%s\", \"type\": [\"null\", \"string\"]}".formatted(field))
                .collect(Collectors.joining(", ", "{\"type\": \"record\", \"name\": \"customer\", \"fields\": [", "]}"));
    }

    void run(final byte[] content) {
        runner.clearTransferState();
        runner.enqueue(content);
        final double start = CpuTime.seconds();
        runner.run(1, false, !scheduled);
        seconds = Math.min(seconds, CpuTime.seconds() - start);
        scheduled = true;
        final List<MockFlowFile> written = runner.getFlowFilesForRelationship("success");
        if (written.size() != 1) {
            throw new IllegalStateException(name() + " failed: " + runner.getLogger().getErrorMessages());
        }

        output = written.getFirst().getContent();
    }

    String name() {
        return runner.getProcessor().getClass().getSimpleName();
    }

    /** What it wrote in its last run. */
    String output() {
        return output;
    }

    /** Its best time so far. */
    double seconds() {
        return seconds;
    }
}
