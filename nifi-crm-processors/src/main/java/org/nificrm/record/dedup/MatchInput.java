package org.nificrm.record.dedup;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.matching.field.MatchField;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;

/** Takes from a record what the matcher needs of it. */
public final class MatchInput {

    private final List<MatchField> fields;

    public MatchInput(final MatchFields fields) {
        this.fields = fields.fields();
    }

    /** What is compared, with the record's identity. */
    public SourceRecord read(final Record record) {
        final String[] values = new String[fields.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = text(record.getValue(fields.get(i).name()));
        }

        return new SourceRecord(key(record, values), values);
    }

    /** A record without a source id is identified by what is compared of it, so that a replay does not make it another one. */
    private static SourceKey key(final Record record, final String[] values) {
        final String system = Objects.requireNonNullElse(record.getAsString(CustomerSchema.SOURCE_SYSTEM), "");
        final String id = record.getAsString(CustomerSchema.SOURCE_ID);
        return new SourceKey(system, id == null || id.isBlank() ? digest(values) : id);
    }

    private static String digest(final String[] values) {
        final StringJoiner joined = new StringJoiner("\u001f");
        for (final String value : values) {
            joined.add(value == null ? "" : value);
        }

        return UUID.nameUUIDFromBytes(joined.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String text(final Object value) {
        if (value instanceof final Object[] elements) {
            return joined(Arrays.asList(elements));
        }

        return value instanceof final Collection<?> elements ? joined(elements) : value == null ? null : value.toString();
    }

    private static String joined(final Collection<?> elements) {
        final StringJoiner joined = new StringJoiner(String.valueOf(SourceRecord.ELEMENT_SEPARATOR));
        for (final Object element : elements) {
            if (element != null && !(element instanceof Record)) {
                joined.add(element.toString());
            }
        }

        return joined.length() == 0 ? null : joined.toString();
    }
}
