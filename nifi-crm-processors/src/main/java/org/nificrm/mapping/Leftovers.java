package org.nificrm.mapping;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordSchema;
import org.apache.nifi.serialization.record.type.ArrayDataType;
import org.apache.nifi.serialization.record.type.RecordDataType;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.value.MapConversion;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The part of a source's records that no rule reads. */
final class Leftovers {

    /** Top-level fields of the reader's schema that are not read, or not to their last detail, in the schema's order. */
    private final Map<RecordField, Reads> fields = new LinkedHashMap<>();

    /** What is read of a value: all of it, or only some of the fields below it. */
    private static final class Reads {
        private static final Reads NONE = new Reads();

        private final Map<String, Reads> children = new HashMap<>();
        private boolean whole;

        private void add(final FieldPath path) {
            Reads reads = this;
            for (final FieldPath.Step step : path.steps()) {
                if (step.name() != null) {
                    reads = reads.children.computeIfAbsent(step.name(), name -> new Reads());
                }
            }

            reads.whole = true;
        }

        private Reads child(final String name) {
            return children.getOrDefault(name, NONE);
        }

        private boolean isWhole(final DataType type) {
            return switch (type) {
                case final DataType ignored when whole -> true;
                case final ArrayDataType array when array.getElementType() != null -> isWhole(array.getElementType());
                case final RecordDataType record when record.getChildSchema() != null ->
                        record.getChildSchema().getFields().stream().allMatch(field -> child(field.getFieldName()).isWhole(field.getDataType()));
                default -> false;
            };
        }
    }

    Leftovers(final RecordSchema schema, final List<FieldPath> reads) {
        final Reads root = new Reads();
        reads.forEach(root::add);
        for (final RecordField field : schema.getFields()) {
            final Reads read = root.child(field.getFieldName());
            if (!root.whole && !read.isWhole(field.getDataType())) {
                fields.put(field, read);
            }
        }
    }

    /** The top-level fields that are not, or not wholly, read. */
    List<RecordField> fields() {
        return List.copyOf(fields.keySet());
    }

    /** Everything in the record that is not read and not null, as path and text. */
    Map<String, Object> texts(final Record record) {
        final Map<String, Object> texts = new LinkedHashMap<>();
        fields.forEach((field, reads) -> collect(field.getFieldName(), record.getValue(field), reads, texts));
        return texts;
    }

    private static void collect(final String path, final Object value, final Reads reads, final Map<String, Object> texts) {
        if (value == null || reads.whole) {
            return;
        }

        if (reads.children.isEmpty()) {
            MapConversion.flatten(path, value, texts);
            return;
        }

        switch (value) {
            case final Record record -> record.getSchema().getFieldNames()
                    .forEach(name -> collect(path + "/" + name, record.getValue(name), reads.child(name), texts));
            case final Map<?, ?> map -> map.forEach((name, item) -> collect(path + "/" + name, item, reads.child(String.valueOf(name)), texts));
            case final Object[] items -> collectAll(path, Arrays.asList(items), reads, texts);
            case final Collection<?> items -> collectAll(path, items, reads, texts);
            default -> texts.put(path, value.toString());
        }
    }

    private static void collectAll(final String path, final Collection<?> items, final Reads reads, final Map<String, Object> texts) {
        int index = 0;
        for (final Object item : items) {
            collect(path + "[" + index++ + "]", item, reads, texts);
        }
    }
}
