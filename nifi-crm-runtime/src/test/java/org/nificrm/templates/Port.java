package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Where FlowFiles enter or leave a group. */
final class Port extends Node {

    private final String portType;
    private final String comments;

    Port(final Group parent, final String portType, final String name, final Grid cell, final String comments) {
        super(parent, portType, portType, name, cell);
        this.portType = portType;
        this.comments = comments;
    }

    @Override
    String comments() {
        return comments;
    }

    ObjectNode toJson() {
        final ObjectNode json = json(portType);
        // In the middle of the cell that a processor would fill.
        position(json, cell().x() + (Grid.PROCESSOR_WIDTH - Grid.PORT_WIDTH) / 2, cell().y() + (Grid.PROCESSOR_HEIGHT - Grid.PORT_HEIGHT) / 2);
        json.put("type", portType);
        json.put("comments", comments);
        json.put("concurrentlySchedulableTaskCount", 1);
        json.put("allowRemoteAccess", false);
        json.put("portFunction", "STANDARD");
        json.put("scheduledState", "ENABLED");

        return json;
    }
}
