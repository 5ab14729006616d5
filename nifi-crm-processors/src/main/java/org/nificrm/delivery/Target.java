package org.nificrm.delivery;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where records go.
 *
 * @param object         table, sObject, module … in the CRM's own spelling
 * @param keyFields      fields of the CRM that together identify a record; at least one
 * @param timestampField field in which the CRM holds when the source changed the record
 * @param names          how the fields of records are named in the CRM
 */
public record Target(String object, List<String> keyFields, Optional<String> timestampField, FieldNames names) {

    /** A target whose fields have the same names as those of the records. */
    public Target(final String object, final List<String> keyFields, final Optional<String> timestampField) {
        this(object, keyFields, timestampField, FieldNames.SAME);
    }

    public Target {
        Objects.requireNonNull(names, "names");
        Objects.requireNonNull(timestampField, "timestampField");
        if (object.isBlank()) {
            throw new IllegalArgumentException("the CRM object requires a name");
        }

        if (keyFields.isEmpty() || new HashSet<>(keyFields).size() < keyFields.size()) {
            throw new IllegalArgumentException("match key fields require at least one name, each only once");
        }

        keyFields = List.copyOf(keyFields);
    }

    /** A target told in the names of the records' fields. */
    public static Target ofRecordFields(final String object, final List<String> keyFields, final Optional<String> timestampField, final FieldNames names) {
        return new Target(object, keyFields.stream().map(names::onlyInCrm).toList(), timestampField.map(names::onlyInCrm), names);
    }
}
