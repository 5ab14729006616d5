package org.nificrm.record.dedup;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.apache.nifi.serialization.record.type.ArrayDataType;
import org.apache.nifi.serialization.record.type.RecordDataType;
import org.apache.nifi.serialization.record.util.DataTypeUtils;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole record as bytes, so that a golden record can be built again from members that came in other FlowFiles, with other
 * schemas. The form is JSON; what JSON has no type for is an object whose one key, starting with {@code $}, names the type.
 */
public final class RecordContent {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private static final String DATE = "$date";
    private static final String TIME = "$time";
    private static final String TIMESTAMP = "$timestamp";
    private static final String DECIMAL = "$decimal";
    private static final String MAP = "$map";

    private RecordContent() {
    }

    /** The record's values without those that are null. */
    public static byte[] encode(final Record record) {
        try {
            return MAPPER.writeValueAsBytes(object(record.toMap()));
        } catch (final JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ObjectNode object(final Map<?, ?> values) {
        final ObjectNode node = NODES.objectNode();
        values.forEach((name, value) -> {
            if (value != null) {
                node.set(name.toString(), node(value));
            }
        });
        return node;
    }

    private static JsonNode node(final Object value) {
        return switch (value) {
            case null -> NODES.nullNode();
            case final Boolean bool -> NODES.booleanNode(bool);
            case final Integer number -> NODES.numberNode(number.longValue());
            case final Long number -> NODES.numberNode(number);
            case final Short number -> NODES.numberNode(number.longValue());
            case final Byte number -> NODES.numberNode(number.longValue());
            case final Double number -> NODES.numberNode(number);
            case final Float number -> NODES.numberNode(number.doubleValue());
            case final BigDecimal number -> typed(DECIMAL, number.toPlainString());
            case final BigInteger number -> typed(DECIMAL, number.toString());
            case final Date date -> typed(DATE, date.toLocalDate().toString());
            case final LocalDate date -> typed(DATE, date.toString());
            case final Time time -> typed(TIME, time.toLocalTime().toString());
            case final Timestamp timestamp -> typed(TIMESTAMP, timestamp.toInstant().toString());
            case final Instant instant -> typed(TIMESTAMP, instant.toString());
            case final Record record -> object(record.toMap());
            case final Map<?, ?> map -> NODES.objectNode().set(MAP, object(map));
            case final Object[] elements -> array(Arrays.asList(elements));
            case final Collection<?> elements -> array(elements);
            default -> NODES.textNode(value.toString());
        };
    }

    private static ObjectNode typed(final String type, final String text) {
        return NODES.objectNode().put(type, text);
    }

    private static ArrayNode array(final Collection<?> elements) {
        final ArrayNode node = NODES.arrayNode();
        elements.forEach(element -> node.add(node(element)));
        return node;
    }

    /** The record that was encoded, under a schema that follows from its values. */
    public static Record decode(final byte[] content) {
        try {
            return record(MAPPER.readTree(content));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Record record(final JsonNode node) {
        final List<RecordField> fields = new ArrayList<>();
        final Map<String, Object> values = new LinkedHashMap<>();
        for (final Map.Entry<String, JsonNode> property : node.properties()) {
            final Object value = value(property.getValue());
            fields.add(new RecordField(property.getKey(), type(value)));
            values.put(property.getKey(), value);
        }

        return new MapRecord(new SimpleRecordSchema(fields), values);
    }

    private static Object value(final JsonNode node) {
        return switch (node.getNodeType()) {
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.isIntegralNumber() ? (Object) node.longValue() : (Object) node.doubleValue();
            case STRING -> node.textValue();
            case ARRAY -> elements(node);
            case OBJECT -> typedValue(node);
            case BINARY, MISSING, NULL, POJO -> null;
        };
    }

    private static Object[] elements(final JsonNode array) {
        final Object[] elements = new Object[array.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = value(array.get(i));
        }

        return elements;
    }

    private static Object typedValue(final JsonNode node) {
        final Iterator<String> names = node.fieldNames();
        final String name = names.hasNext() && node.size() == 1 ? names.next() : "";
        return switch (name) {
            case DATE -> Date.valueOf(LocalDate.parse(node.get(name).textValue()));
            case TIME -> Time.valueOf(LocalTime.parse(node.get(name).textValue()));
            case TIMESTAMP -> Timestamp.from(Instant.parse(node.get(name).textValue()));
            case DECIMAL -> new BigDecimal(node.get(name).textValue());
            case MAP -> map(node.get(name));
            default -> record(node);
        };
    }

    private static Map<String, Object> map(final JsonNode node) {
        final Map<String, Object> map = new LinkedHashMap<>();
        node.properties().forEach(property -> map.put(property.getKey(), value(property.getValue())));
        return map;
    }

    private static DataType type(final Object value) {
        return switch (value) {
            case final Record record -> RecordFieldType.RECORD.getRecordDataType(record.getSchema());
            case final Map<?, ?> map -> RecordFieldType.MAP.getMapDataType(map.values().stream().map(RecordContent::type)
                    .reduce(DataTypeUtils::mergeDataTypes).orElse(RecordFieldType.STRING.getDataType()));
            case final Object[] elements -> RecordFieldType.ARRAY.getArrayDataType(Arrays.stream(elements).map(RecordContent::type)
                    .reduce(DataTypeUtils::mergeDataTypes).orElse(RecordFieldType.STRING.getDataType()));
            case null -> RecordFieldType.STRING.getDataType();
            default -> DataTypeUtils.inferDataType(value, RecordFieldType.STRING.getDataType());
        };
    }

    /** The record under a wider schema, its nested records too, as writers expect it. */
    static Record under(final RecordSchema schema, final Map<String, ?> values) {
        final Map<String, Object> converted = new LinkedHashMap<>();
        values.forEach((name, value) -> converted.put(name, schema.getDataType(name).map(type -> under(type, value)).orElse(value)));
        return new MapRecord(schema, converted);
    }

    private static Object under(final DataType type, final Object value) {
        if (value instanceof final Record record && type instanceof final RecordDataType recordType) {
            return under(recordType.getChildSchema(), record.toMap());
        }

        if (value instanceof final Object[] elements && type instanceof final ArrayDataType arrayType) {
            final Object[] converted = new Object[elements.length];
            for (int i = 0; i < converted.length; i++) {
                converted[i] = under(arrayType.getElementType(), elements[i]);
            }

            return converted;
        }

        return value;
    }
}
