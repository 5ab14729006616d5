package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.Record;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;

/** A single value as the text a person would have typed. */
public final class ValueText {

    private ValueText() {
    }

    /**
     * The value's text: numbers without exponent, dates and times in ISO 8601; a list of one value is that value.
     *
     * @throws MappingFailure MAP_TYPE if the value is a record, a map, a list or binary
     */
    public static String of(final Object value) throws MappingFailure {
        if (value instanceof final String text) {
            return text;
        }

        if (value instanceof Double || value instanceof Float) {
            return plain(((Number) value).doubleValue(), value);
        }

        if (value instanceof final BigDecimal decimal) {
            return decimal.toPlainString();
        }

        if (value instanceof final java.sql.Timestamp timestamp) {
            return timestamp.toLocalDateTime().toString();
        }

        if (value instanceof final Object[] values && values.length == 1 && values[0] != null) {
            return of(values[0]);
        }

        if (isStructured(value)) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "the value is %s, not a single value; point the path at one of its fields".formatted(kind(value)));
        }

        return value.toString();
    }

    /** Whether the value is made of several. */
    public static boolean isStructured(final Object value) {
        return value instanceof Record || value instanceof Map || value instanceof Collection || value instanceof Object[] || value instanceof byte[];
    }

    private static String plain(final double number, final Object value) {
        return Double.isFinite(number) ? new BigDecimal(value.toString()).toPlainString() : value.toString();
    }

    private static String kind(final Object value) {
        if (value instanceof Record) {
            return "a record";
        }

        if (value instanceof Map) {
            return "a map";
        }

        return value instanceof byte[] ? "binary" : "a list";
    }
}
