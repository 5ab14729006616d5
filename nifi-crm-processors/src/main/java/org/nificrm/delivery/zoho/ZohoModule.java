package org.nificrm.delivery.zoho;

import java.util.Map;

/**
 * One kind of record.
 *
 * @param name   API name, such as {@code Contacts}
 * @param fields by API name
 */
public record ZohoModule(String name, Map<String, ZohoField> fields) {

    public ZohoModule {
        fields = Map.copyOf(fields);
    }

    /** Null if there is no such field. */
    ZohoField field(final String field) {
        return fields.get(field);
    }
}
