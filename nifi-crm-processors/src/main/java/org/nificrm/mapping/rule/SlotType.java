package org.nificrm.mapping.rule;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.util.DataTypeUtils;
import org.nificrm.mapping.source.FieldPath;

import java.util.List;

/** Type of a target field: known from the document, or taken over from the field it is copied from. */
public sealed interface SlotType {

    /** The document says it. */
    record Fixed(DataType dataType) implements SlotType {
    }

    /** As the reader gives it: the rule copies one of these fields and says no type. {@code defaultValue} may be null. */
    record Copied(List<FieldPath> paths, Object defaultValue) implements SlotType {

        DataType resolve(final ReadSchema schema) {
            final List<DataType> types = paths.stream().flatMap(path -> schema.typeOf(path).stream()).distinct().toList();
            final boolean certain = types.size() == 1 && (defaultValue == null || DataTypeUtils.isCompatibleDataType(defaultValue, types.getFirst()));
            return certain ? types.getFirst() : RecordFieldType.STRING.getDataType();
        }
    }

    /** A list of records made by a forEach. */
    record Elements(FieldPath path, TargetShape shape) implements SlotType {
    }
}
