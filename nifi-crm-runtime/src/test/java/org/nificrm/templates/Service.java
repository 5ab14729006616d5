package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A controller service under construction; disabled, as an import leaves it. */
final class Service extends Component {

    private final ComponentType type;
    private final String comments;
    private final Configured configured = new Configured();

    Service(final Group parent, final ComponentType type, final String name, final String comments) {
        super(parent, "service", name);
        this.type = type;
        this.comments = comments;
    }

    Service property(final String name, final String value) {
        configured.add(name, value);
        return this;
    }

    Service sensitiveProperty(final String name, final String value) {
        configured.addSensitive(name, value);
        return this;
    }

    Service service(final String name, final Service service) {
        configured.addService(name, service);
        return this;
    }

    ObjectNode toJson() {
        final ObjectNode json = json("CONTROLLER_SERVICE");
        json.put("type", type.name());
        bundle(json.putObject("bundle"), type.group(), type.artifact(), type.version());
        final ArrayNode apis = json.putArray("controllerServiceApis");
        for (final ComponentType.Api api : type.apis()) {
            final ObjectNode entry = apis.addObject().put("type", api.name());
            bundle(entry.putObject("bundle"), api.group(), api.artifact(), api.version());
        }

        configured.write(json);
        json.put("comments", comments);
        json.put("bulletinLevel", "WARN");
        json.put("scheduledState", "DISABLED");

        return json;
    }

    static void bundle(final ObjectNode json, final String group, final String artifact, final String version) {
        json.put("group", group).put("artifact", artifact).put("version", version);
    }
}
