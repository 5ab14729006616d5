package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Rectangle;

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

    /** In the middle of the cell that a processor would fill. */
    @Override
    Rectangle box() {
        return new Rectangle(cell().x() + (Grid.PROCESSOR_WIDTH - Grid.PORT_WIDTH) / 2, cell().y() + (Grid.PROCESSOR_HEIGHT - Grid.PORT_HEIGHT) / 2,
                Grid.PORT_WIDTH, Grid.PORT_HEIGHT);
    }

    ObjectNode toJson() {
        final ObjectNode json = json(portType);
        position(json, box().x, box().y);
        json.put("type", portType);
        json.put("comments", comments);
        json.put("concurrentlySchedulableTaskCount", 1);
        json.put("allowRemoteAccess", false);
        json.put("portFunction", "STANDARD");
        json.put("scheduledState", "ENABLED");

        return json;
    }
}
