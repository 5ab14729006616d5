package org.nificrm.delivery.convert;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.apache.nifi.serialization.record.Record;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** JSON of the structured values of records, the same text for equal values. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Json() {
    }

    public static String text(final Object value) {
        try {
            return MAPPER.writeValueAsString(plain(value));
        } catch (final JsonProcessingException e) {
            throw new IllegalStateException("plain values are always JSON", e);
        }
    }

    public static JsonNode parse(final String text) throws JsonProcessingException {
        return MAPPER.readTree(text);
    }

    /** A value as it stands in JSON: numbers, booleans, arrays, null, all else as text. */
    public static JsonNode node(final Object value) {
        return MAPPER.valueToTree(plain(value));
    }

    private static Object plain(final Object value) {
        return switch (value) {
            case null -> null;
            case Record record -> plain(record.toMap());
            case Map<?, ?> map -> {
                final Map<String, Object> plain = new TreeMap<>();
                map.forEach((key, entry) -> plain.put(String.valueOf(key), plain(entry)));
                yield plain;
            }
            case Collection<?> collection -> plain(collection.toArray());
            case Object[] array -> {
                final List<Object> plain = new ArrayList<>(array.length);
                for (final Object element : array) {
                    plain.add(plain(element));
                }

                yield plain;
            }
            case Number number -> number;
            case Boolean bool -> bool;
            default -> Texts.of(value);
        };
    }
}
