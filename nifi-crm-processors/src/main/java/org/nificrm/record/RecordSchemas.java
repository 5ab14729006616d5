package org.nificrm.record;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Schemas and records that carry something more than they came with. */
public final class RecordSchemas {

    private RecordSchemas() {
    }

    /** The schema with these fields at its end; a field of the same name gives way. */
    public static RecordSchema with(final RecordSchema schema, final RecordField... added) {
        final List<RecordField> fields = new ArrayList<>(schema.getFields());
        for (final RecordField field : added) {
            fields.removeIf(existing -> existing.getFieldName().equals(field.getFieldName()));
            fields.add(field);
        }

        return new SimpleRecordSchema(fields);
    }

    /** A copy of the record under a schema made by {@code with}, the added values set. The values themselves are shared. */
    public static Record with(final Record record, final RecordSchema schema, final Map<String, ?> added) {
        final Map<String, Object> values = new LinkedHashMap<>(record.toMap());
        values.putAll(added);
        return new MapRecord(schema, values);
    }
}
