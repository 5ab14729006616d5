package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** Anything that a flow definition names by an identifier. The same path gives the same identifier in every build. */
abstract class Component {

    private final String path;
    private final String name;
    private final Group parent;

    Component(final Group parent, final String kind, final String name) {
        this.parent = parent;
        this.name = name;
        this.path = (parent == null ? "" : parent.path()) + "/" + kind + ":" + name;
    }

    String path() {
        return path;
    }

    String name() {
        return name;
    }

    Group parent() {
        return parent;
    }

    String identifier() {
        return UUID.nameUUIDFromBytes(path.getBytes(StandardCharsets.UTF_8)).toString();
    }

    /** What every component of the file begins with. */
    ObjectNode json(final String componentType) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("identifier", identifier());
        json.put("name", name);
        json.put("componentType", componentType);
        if (parent != null) {
            json.put("groupIdentifier", parent.identifier());
        }

        return json;
    }

    static void position(final ObjectNode json, final int x, final int y) {
        json.putObject("position").put("x", x).put("y", y);
    }
}
