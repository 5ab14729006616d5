package org.nificrm.matching.survive;

import org.nificrm.matching.field.SourceKey;

import java.util.Map;
import java.util.Objects;

/**
 * A record that takes part in a golden record.
 *
 * @param key    identity in its source
 * @param values field values as a NiFi record holds them; null or blank means missing
 */
public record MemberRecord(SourceKey key, Map<String, Object> values) {
    public MemberRecord {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(values, "values");
    }

    /** @return the value of a field, null if it says nothing */
    Object value(final String field) {
        final Object value = values.get(field);
        if (value == null || value instanceof CharSequence text && text.toString().isBlank()) {
            return null;
        }

        return Elements.isEmpty(value) ? null : value;
    }
}
