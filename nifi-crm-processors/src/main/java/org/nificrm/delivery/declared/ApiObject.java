package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.Optional;

/**
 * One kind of record of a CRM: what the document declares of it, and what the CRM itself tells.
 *
 * @param name  in the CRM's own spelling
 * @param spec  what the document declares
 * @param told  what the CRM tells, by name; empty if it is not asked
 */
public record ApiObject(String name, ObjectSpec spec, Map<String, FieldSpec> told) {

    public ApiObject {
        told = Map.copyOf(told);
    }

    /** What is declared goes before what is told. */
    Optional<FieldSpec> field(final String field) {
        return spec.field(field).or(() -> Optional.ofNullable(told.get(field)));
    }

    /** The field that holds the id of another record, by its own name; as text where nothing is known of it. */
    FieldSpec referring(final ObjectSpec.Reference reference) {
        return field(reference.field()).orElseGet(() -> FieldSpec.of(reference.field(), ValueType.STRING));
    }

    ObjectNode defaults() {
        return spec.defaults();
    }

    /** How many fields are known, families counted once. */
    int size() {
        return spec.fields().size() + told.size();
    }
}
