package org.nificrm.record.dedup;

import org.apache.nifi.processor.Relationship;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.record.RecordRoutes;

import java.io.IOException;

/**
 * Where the results of one FlowFile go.
 *
 * @param routes    writes them
 * @param golden    takes golden records
 * @param duplicate takes the members of merged ones
 * @param review    takes pairs for a person to decide
 */
public record DedupRoutes(RecordRoutes routes, Relationship golden, Relationship duplicate, Relationship review) {

    void declare(final RecordSchema goldenSchema, final RecordSchema memberSchema) {
        routes.declare(golden, goldenSchema);
        routes.declare(duplicate, memberSchema);
        routes.declare(review, LinkRecords.PAIR);
    }

    void golden(final Record record) throws IOException {
        write(golden, record);
    }

    void duplicate(final Record record) throws IOException {
        write(duplicate, record);
    }

    void review(final Record record) throws IOException {
        write(review, record);
    }

    private void write(final Relationship relationship, final Record record) throws IOException {
        try {
            routes.write(relationship, record);
        } catch (final SchemaNotFoundException e) {
            throw new IOException("The Record Writer has no schema; let it inherit the record's", e);
        }
    }
}
