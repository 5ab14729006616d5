package org.nificrm.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where records go.
 *
 * @param object         table, sObject, module … in the CRM's own spelling
 * @param keyFields      fields that together identify a record in the CRM, the same in the record and in the CRM; at least one
 * @param timestampField field in which the CRM holds when the source changed the record, by the same name in the record
 */
public record Target(String object, List<String> keyFields, Optional<String> timestampField) {

    public Target {
        Objects.requireNonNull(timestampField, "timestampField");
        if (object.isBlank()) {
            throw new IllegalArgumentException("the CRM object requires a name");
        }

        if (keyFields.isEmpty() || new HashSet<>(keyFields).size() < keyFields.size()) {
            throw new IllegalArgumentException("match key fields require at least one name, each only once");
        }

        keyFields = List.copyOf(keyFields);
    }
}
