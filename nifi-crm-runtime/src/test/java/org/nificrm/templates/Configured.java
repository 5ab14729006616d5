package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;

/** The properties of a processor or controller service, by the names NiFi stores. */
final class Configured {

    private final List<Property> properties = new ArrayList<>();

    private record Property(String name, String value, boolean service, boolean sensitive, boolean dynamic) {
    }

    void add(final String name, final String value) {
        properties.add(new Property(name, value, false, false, false));
    }

    void addService(final String name, final Service service) {
        properties.add(new Property(name, service.identifier(), true, false, false));
    }

    void addSensitive(final String name, final String value) {
        properties.add(new Property(name, value, false, true, false));
    }

    void addDynamic(final String name, final String value, final boolean sensitive) {
        properties.add(new Property(name, value, false, sensitive, true));
    }

    void write(final ObjectNode json) {
        final ObjectNode values = json.putObject("properties");
        final ObjectNode descriptors = json.putObject("propertyDescriptors");
        for (final Property property : properties) {
            values.put(property.name(), property.value());
            descriptors.putObject(property.name())
                    .put("name", property.name())
                    .put("displayName", property.name())
                    .put("identifiesControllerService", property.service())
                    .put("sensitive", property.sensitive())
                    .put("dynamic", property.dynamic());
        }
    }
}
