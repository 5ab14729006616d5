package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.util.LinkedHashMap;
import java.util.Map;

/** Names and texts: what a record or a map says, its nested values flattened to paths such as {@code home/city}. */
public final class MapConversion implements Conversion {

    @Override
    public DataType dataType() {
        return RecordFieldType.MAP.getMapDataType(RecordFieldType.STRING.getDataType());
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        if (!(value instanceof Record) && !(value instanceof Map)) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s is neither a record nor a map".formatted(MappingFailure.quote(value)));
        }

        final Map<String, Object> texts = new LinkedHashMap<>();
        flatten("", value, texts);
        return texts;
    }

    /** Adds the value to the map, under {@code name} if it is a single one and under paths below {@code name} if it is made of several. */
    public static void flatten(final String name, final Object value, final Map<String, Object> texts) {
        switch (value) {
            case null -> { }
            case final Record record -> record.getSchema().getFieldNames().forEach(field -> flatten(child(name, field), record.getValue(field), texts));
            case final Map<?, ?> map -> map.forEach((key, item) -> flatten(child(name, String.valueOf(key)), item, texts));
            case final Object[] array -> {
                for (int i = 0; i < array.length; i++) {
                    flatten(name + "[" + i + "]", array[i], texts);
                }
            }
            case final Iterable<?> items -> {
                int i = 0;
                for (final Object item : items) {
                    flatten(name + "[" + i++ + "]", item, texts);
                }
            }
            default -> texts.put(name, text(value));
        }
    }

    private static String child(final String name, final String field) {
        return name.isEmpty() ? field : name + "/" + field;
    }

    private static String text(final Object value) {
        try {
            return ValueText.of(value);
        } catch (final MappingFailure e) {
            return String.valueOf(value);
        }
    }
}
