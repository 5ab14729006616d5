package org.nificrm.record;

import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.RecordSetWriter;
import org.apache.nifi.serialization.RecordSetWriterFactory;
import org.apache.nifi.serialization.WriteResult;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One child FlowFile per relationship, each opened when its first record comes and written with the schema that was
 * declared for it. Closing without {@link #finish()} takes all of them back.
 */
public final class RecordRoutes implements AutoCloseable {

    /** Attribute that holds the number of records of a FlowFile. */
    public static final String RECORD_COUNT = "record.count";

    private final ProcessSession session;
    private final FlowFile parent;
    private final RecordSetWriterFactory writerFactory;
    private final ComponentLog logger;
    private final Map<Relationship, RecordSchema> schemas = new HashMap<>();
    private final Map<Relationship, Route> routes = new LinkedHashMap<>();

    public RecordRoutes(final ProcessSession session, final FlowFile parent, final RecordSetWriterFactory writerFactory, final ComponentLog logger) {
        this.session = session;
        this.parent = parent;
        this.writerFactory = writerFactory;
        this.logger = logger;
    }

    /** Says with which schema records of this relationship are written; nothing is opened yet. */
    public void declare(final Relationship relationship, final RecordSchema schema) {
        schemas.put(relationship, schema);
    }

    /**
     * Writes one record.
     *
     * @throws IllegalStateException if no schema was declared for the relationship
     */
    public void write(final Relationship relationship, final Record record) throws IOException, SchemaNotFoundException {
        final Route route = open(relationship);
        route.writer.write(record);
        route.count++;
    }

    /** Opens the relationship's FlowFile even if no record comes, so that what is downstream learns of an empty input. */
    public void ensure(final Relationship relationship) throws IOException, SchemaNotFoundException {
        open(relationship);
    }

    private Route open(final Relationship relationship) throws IOException, SchemaNotFoundException {
        Route route = routes.get(relationship);
        if (route == null) {
            final RecordSchema schema = schemas.get(relationship);
            if (schema == null) {
                throw new IllegalStateException("no schema declared for relationship " + relationship.getName());
            }

            route = new Route(session.create(parent));
            routes.put(relationship, route);
            route.open(schema);
        }

        return route;
    }

    /** Whether nothing was opened so far. */
    public boolean isEmpty() {
        return routes.isEmpty();
    }

    /** Number of records written to a relationship so far. */
    public long count(final Relationship relationship) {
        final Route route = routes.get(relationship);
        return route == null ? 0 : route.count;
    }

    /**
     * Ends all record sets.
     *
     * @return the FlowFiles with {@code record.count}, {@code mime.type} and the writer's own attributes, in the order in
     *         which they were opened, for the caller to transfer
     */
    public Map<Relationship, FlowFile> finish() throws IOException {
        final Map<Relationship, FlowFile> finished = new LinkedHashMap<>();
        for (final Map.Entry<Relationship, Route> entry : routes.entrySet()) {
            finished.put(entry.getKey(), entry.getValue().finish());
        }

        routes.clear();
        return finished;
    }

    /**
     * Ends all record sets and transfers their FlowFiles.
     *
     * @param attributes of each of them
     * @param details    for provenance, without any of the content
     */
    public void transfer(final Map<String, String> attributes, final String details) throws IOException {
        for (final Map.Entry<Relationship, FlowFile> route : finish().entrySet()) {
            final FlowFile written = session.putAllAttributes(route.getValue(), attributes);
            session.getProvenanceReporter().route(written, route.getKey(), details);
            session.transfer(written, route.getKey());
        }
    }

    @Override
    public void close() {
        for (final Route route : routes.values()) {
            route.discard();
        }

        routes.clear();
    }

    private final class Route {
        private FlowFile flowFile;
        private OutputStream content;
        private RecordSetWriter writer;
        private long count;

        private Route(final FlowFile flowFile) {
            this.flowFile = flowFile;
        }

        private void open(final RecordSchema schema) throws IOException, SchemaNotFoundException {
            final RecordSchema writeSchema = writerFactory.getSchema(parent.getAttributes(), schema);
            content = session.write(flowFile);
            writer = writerFactory.createWriter(logger, writeSchema, content, flowFile);
            writer.beginRecordSet();
        }

        private FlowFile finish() throws IOException {
            final WriteResult result = writer.finishRecordSet();
            final String mimeType = writer.getMimeType();
            writer.close();
            content.close();

            final Map<String, String> attributes = new HashMap<>(result.getAttributes());
            attributes.put(CoreAttributes.MIME_TYPE.key(), mimeType);
            attributes.put(RECORD_COUNT, Long.toString(count));
            flowFile = session.putAllAttributes(flowFile, attributes);
            return flowFile;
        }

        private void discard() {
            try {
                if (writer != null) {
                    writer.close();
                }

                if (content != null) {
                    content.close();
                }
            } catch (final IOException e) {
                logger.debug("Closing a FlowFile that is discarded failed", e);
            }

            session.remove(flowFile);
        }
    }
}
