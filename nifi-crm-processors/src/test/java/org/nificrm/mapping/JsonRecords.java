package org.nificrm.mapping;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Records from JSON and back, so that a test shows what goes in and what comes out. */
final class JsonRecords {

    private static final JsonMapper JSON = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private JsonRecords() {
    }

    static JsonNode json(final String json) {
        try {
            return JSON.readTree(json);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Record record(final String json) {
        return record(json(json));
    }

    static Record record(final JsonNode json) {
        final Map<String, Object> values = new LinkedHashMap<>();
        final List<RecordField> fields = new ArrayList<>();
        json.fieldNames().forEachRemaining(name -> {
            final Object value = value(json.get(name));
            values.put(name, value);
            fields.add(new RecordField(name, type(value)));
        });
        return new MapRecord(new SimpleRecordSchema(fields), values);
    }

    private static Object value(final JsonNode json) {
        if (json.isObject()) {
            return record(json);
        }

        if (json.isArray()) {
            final List<Object> items = new ArrayList<>();
            json.forEach(item -> items.add(value(item)));
            return items.toArray();
        }

        if (json.isNumber()) {
            return json.isIntegralNumber() ? (Object) json.longValue() : json.doubleValue();
        }

        if (json.isBoolean()) {
            return json.booleanValue();
        }

        return json.isNull() ? null : json.textValue();
    }

    private static DataType type(final Object value) {
        return switch (value) {
            case final Record record -> RecordFieldType.RECORD.getRecordDataType(record.getSchema());
            case final Object[] items -> RecordFieldType.ARRAY.getArrayDataType(items.length == 0 ? RecordFieldType.STRING.getDataType() : type(items[0]));
            case final Long ignored -> RecordFieldType.LONG.getDataType();
            case final Double ignored -> RecordFieldType.DOUBLE.getDataType();
            case final Boolean ignored -> RecordFieldType.BOOLEAN.getDataType();
            case null, default -> RecordFieldType.STRING.getDataType();
        };
    }

    /** The record's values without the null ones, dates and decimals as text. */
    static Map<String, Object> plain(final Record record) {
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final String name : record.getSchema().getFieldNames()) {
            if (record.getValue(name) != null) {
                values.put(name, plain(record.getValue(name)));
            }
        }

        return values;
    }

    private static Object plain(final Object value) {
        return switch (value) {
            case final Record record -> plain(record);
            case final Object[] items -> Arrays.stream(items).map(JsonRecords::plain).toList();
            case final Map<?, ?> map -> map;
            case final Boolean truth -> truth;
            case final BigDecimal decimal -> decimal.toPlainString();
            case final Number number -> number;
            default -> value.toString();
        };
    }
}
