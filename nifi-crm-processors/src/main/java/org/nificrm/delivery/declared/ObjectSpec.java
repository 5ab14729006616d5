package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a document says of one kind of record.
 *
 * @param fields     declared ones, families included
 * @param references by the name that stands before the dot of a field such as {@code account.external_id}
 * @param defaults   what a new record gets besides its values
 */
public record ObjectSpec(List<FieldSpec> fields, Map<String, Reference> references, ObjectNode defaults) {

    static final ObjectSpec EMPTY = new ObjectSpec(List.of(), Map.of(), JsonNodeFactory.instance.objectNode());

    /**
     * A field that holds the id of another record.
     *
     * @param object what the other record is
     * @param field  that holds its id
     */
    record Reference(String object, String field) {
    }

    Optional<FieldSpec> field(final String name) {
        return fields.stream().filter(field -> !field.isFamily() && field.name().equals(name)).findFirst()
                .or(() -> fields.stream().filter(FieldSpec::isFamily).map(family -> family.member(name)).filter(member -> member != null).findFirst());
    }
}
