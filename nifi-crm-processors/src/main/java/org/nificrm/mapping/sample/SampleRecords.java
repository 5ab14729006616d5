package org.nificrm.mapping.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records from what a person typed, their schema inferred. */
public final class SampleRecords {

    private static final JsonMapper JSON = new JsonMapper();

    private SampleRecords() {
    }

    /** @throws IllegalArgumentException if the text is not a JSON object */
    public static Record ofJson(final String json) {
        try {
            return of(JSON.readValue(json, new TypeReference<Map<String, Object>>() { }));
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("not a JSON object: " + e.getOriginalMessage(), e);
        }
    }

    /** A record of these values: texts, numbers, booleans, maps and lists. */
    static Record of(final Map<?, ?> values) {
        final Map<String, Object> converted = new LinkedHashMap<>();
        final List<RecordField> fields = new ArrayList<>();
        values.forEach((name, value) -> {
            final Object item = value(value);
            converted.put(String.valueOf(name), item);
            fields.add(new RecordField(String.valueOf(name), type(item)));
        });
        return new MapRecord(new SimpleRecordSchema(fields), converted);
    }

    private static Object value(final Object value) {
        return switch (value) {
            case final Map<?, ?> map -> of(map);
            case final List<?> list -> list.stream().map(SampleRecords::value).toArray();
            case null, default -> value;
        };
    }

    private static DataType type(final Object value) {
        return switch (value) {
            case final Record record -> RecordFieldType.RECORD.getRecordDataType(record.getSchema());
            case final Object[] items -> RecordFieldType.ARRAY.getArrayDataType(items.length == 0 ? RecordFieldType.STRING.getDataType() : type(items[0]));
            case final Integer ignored -> RecordFieldType.INT.getDataType();
            case final Long ignored -> RecordFieldType.LONG.getDataType();
            case final Double ignored -> RecordFieldType.DOUBLE.getDataType();
            case final Boolean ignored -> RecordFieldType.BOOLEAN.getDataType();
            case null, default -> RecordFieldType.STRING.getDataType();
        };
    }
}
