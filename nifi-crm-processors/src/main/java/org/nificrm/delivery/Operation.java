package org.nificrm.delivery;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;

/**
 * One write to one record of the CRM. No two operations of a batch have the same key.
 *
 * @param type     what to do
 * @param key      of the record
 * @param values   fields to write, as {@link CrmClient#convert} gave them, null clears; all fields including the key for
 *                 a create, only the changed ones for an update, none for a delete
 * @param existing what the look-up found: id and version to write to; null for a create
 */
public record Operation(Type type, Key key, Map<String, Object> values, Existing existing) {

    public enum Type {
        CREATE, UPDATE, DELETE
    }

    public Operation {
        Objects.requireNonNull(key, "key");
        if ((type == Type.CREATE) != (existing == null)) {
            throw new IllegalArgumentException("a create requires that nothing exists, all else that something does");
        }

        values = Collections.unmodifiableMap(values);
    }

    public static Operation create(final Key key, final Map<String, Object> values) {
        return new Operation(Type.CREATE, key, values, null);
    }

    public static Operation update(final Key key, final Map<String, Object> changes, final Existing existing) {
        return new Operation(Type.UPDATE, key, changes, existing);
    }

    public static Operation delete(final Key key, final Existing existing) {
        return new Operation(Type.DELETE, key, Map.of(), existing);
    }
}
