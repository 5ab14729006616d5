package org.nificrm.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A record that a person wrote as JSON, to see what becomes of it. Its types are what the JSON shows. */
public final class SampleRecords {

    private static final JsonMapper JSON = new JsonMapper();

    private SampleRecords() {
    }

    /** A record of these values: texts, numbers, booleans, maps and lists. */
    public static Record of(final Map<String, Object> values) {
        return record(JSON.valueToTree(values));
    }

    /**
     * Reads a JSON object.
     *
     * @throws InvalidDocumentException if the text is no JSON object
     */
    public static Record parse(final String json) {
        return record(Documents.parse(json));
    }

    /**
     * Reads a JSON object as a record of a known kind.
     *
     * @param known schema whose fields the record has too, empty where the JSON does not name them
     * @throws InvalidDocumentException if the text is no JSON object
     */
    public static Record parse(final String json, final RecordSchema known) {
        final Record sample = parse(json);
        final List<RecordField> fields = new ArrayList<>(sample.getSchema().getFields());
        for (final RecordField field : known.getFields()) {
            if (sample.getSchema().getField(field.getFieldName()).isEmpty()) {
                fields.add(field);
            }
        }

        return new MapRecord(new SimpleRecordSchema(fields), new LinkedHashMap<>(sample.toMap()));
    }

    private static Record record(final ObjectNode object) {
        final List<RecordField> fields = new ArrayList<>();
        final Map<String, Object> values = new LinkedHashMap<>();
        object.properties().forEach(property -> {
            final Object value = value(property.getValue());
            fields.add(new RecordField(property.getKey(), type(value)));
            values.put(property.getKey(), value);
        });
        return new MapRecord(new SimpleRecordSchema(fields), values);
    }

    private static Object value(final JsonNode node) {
        return switch (node.getNodeType()) {
            case OBJECT -> record((ObjectNode) node);
            case ARRAY -> {
                final Object[] elements = new Object[node.size()];
                for (int i = 0; i < elements.length; i++) {
                    elements[i] = value(node.get(i));
                }

                yield elements;
            }
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
            case BOOLEAN -> node.booleanValue();
            case NULL, MISSING -> null;
            case STRING, BINARY, POJO -> node.asText();
        };
    }

    private static DataType type(final Object value) {
        return switch (value) {
            case final Record record -> RecordFieldType.RECORD.getRecordDataType(record.getSchema());
            case final Object[] array -> RecordFieldType.ARRAY.getArrayDataType(array.length == 0 ? RecordFieldType.STRING.getDataType() : type(array[0]));
            case final Long number -> RecordFieldType.LONG.getDataType();
            case final Double number -> RecordFieldType.DOUBLE.getDataType();
            case final Boolean flag -> RecordFieldType.BOOLEAN.getDataType();
            case null, default -> RecordFieldType.STRING.getDataType();
        };
    }
}
