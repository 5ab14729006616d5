package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * A record of another table, named by its alternate key (Microsoft Learn, "Associate and disassociate table rows").
 *
 * @param navigation navigation property that leads there
 * @param table      where the record is
 * @param key        column that identifies it
 */
record Reference(String navigation, DataverseTable table, DataverseColumn key) {

    /** Name of a reference in the body of a write. */
    String binding() {
        return navigation + "@odata.bind";
    }

    /** What it refers to, null for nothing. */
    JsonNode target(final Object value) {
        return value == null ? JsonNodeFactory.instance.nullNode()
                : JsonNodeFactory.instance.textNode("/%s(%s=%s)".formatted(table.entitySet(), key.name(), key.literal(value)));
    }
}
