package org.nificrm.mapping.rule;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.mapping.source.FieldPath;

import java.util.Optional;

/** What is known of the records before the first one is read: the reader's schema, seen from a scope. */
public record ReadSchema(DataType root, DataType current) {

    public static ReadSchema of(final RecordSchema schema) {
        final DataType type = RecordFieldType.RECORD.getRecordDataType(schema);
        return new ReadSchema(type, type);
    }

    /** The schema as seen from the elements that a path selects. */
    public ReadSchema elementsOf(final FieldPath path) {
        final DataType unknown = RecordFieldType.STRING.getDataType();
        final DataType elements = typeOf(path).flatMap(FieldPath::elementType).orElse(unknown);
        return new ReadSchema(root, elements);
    }

    /** Type of what the path selects; empty if the schema has no such field. */
    public Optional<DataType> typeOf(final FieldPath path) {
        return path.type(path.absolute() ? root : current);
    }
}
