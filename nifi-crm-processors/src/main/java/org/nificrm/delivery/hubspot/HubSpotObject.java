package org.nificrm.delivery.hubspot;

import java.util.Map;

/**
 * One kind of record.
 *
 * @param name       contacts, companies or the type of a custom object
 * @param properties by name
 */
public record HubSpotObject(String name, Map<String, HubSpotProperty> properties) {

    public HubSpotObject {
        properties = Map.copyOf(properties);
    }

    /** Null if there is no such property. */
    HubSpotProperty property(final String property) {
        return properties.get(property);
    }
}
