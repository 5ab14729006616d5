package org.nificrm.matching.field;

import java.util.Objects;

/**
 * A record as the matcher takes it: its identity and the raw text of the match fields.
 *
 * @param key    identity in its source
 * @param values one text per field of {@link MatchFields}, in that order; null or blank means missing; the elements of a list
 *               are joined by {@link #ELEMENT_SEPARATOR}
 */
public record SourceRecord(SourceKey key, String[] values) {
    /** Between the elements of a field that holds a list. */
    public static final char ELEMENT_SEPARATOR = '\u001e';

    private static final char VALUE_SEPARATOR = '\u001f';

    public SourceRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(values, "values");
    }

    /** @return the values as one text, to be kept by an index and read back by {@link #decode(SourceKey, String)} */
    public String encode() {
        final StringBuilder text = new StringBuilder();
        for (int position = 0; position < values.length; position++) {
            if (position > 0) {
                text.append(VALUE_SEPARATOR);
            }

            if (values[position] != null) {
                text.append(values[position].replace(VALUE_SEPARATOR, ' ').replace('\0', ' '));
            }
        }

        return text.toString();
    }

    /** @return the record whose values {@link #encode()} wrote */
    public static SourceRecord decode(final SourceKey key, final String text) {
        int size = 1;
        for (int separator = text.indexOf(VALUE_SEPARATOR); separator >= 0; separator = text.indexOf(VALUE_SEPARATOR, separator + 1)) {
            size++;
        }

        final String[] values = new String[size];
        int start = 0;
        for (int position = 0; position < size; position++) {
            final int separator = text.indexOf(VALUE_SEPARATOR, start);
            final int end = separator < 0 ? text.length() : separator;
            values[position] = end == start ? null : text.substring(start, end);
            start = end + 1;
        }

        return new SourceRecord(key, values);
    }
}
