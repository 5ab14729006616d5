package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One kind of record.
 *
 * @param name   API name: Contact, Account, Invoice__c …
 * @param fields by API name
 */
public record SalesforceObject(String name, Map<String, SalesforceField> fields) {

    public SalesforceObject {
        fields = Map.copyOf(fields);
    }

    /** Reads Salesforce's description of an object. */
    static SalesforceObject of(final JsonNode description) {
        final Map<String, SalesforceField> fields = new LinkedHashMap<>();
        for (final JsonNode field : description.path("fields")) {
            fields.put(field.path("name").asText(), SalesforceField.of(field));
        }

        return new SalesforceObject(description.path("name").asText(), fields);
    }

    /** Null if there is no such field. */
    SalesforceField field(final String field) {
        return fields.get(field);
    }

    /** The field that refers to another object under this name, if it refers to no more than one. */
    Optional<SalesforceField> foreignKey(final String relationship) {
        return fields.values().stream()
                .filter(field -> field.relationship().equals(relationship) && field.referenced().size() == 1)
                .findFirst();
    }
}
