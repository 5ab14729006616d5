package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Rectangle;

/** What a connection can begin or end at, drawn in a cell of the grid. */
abstract class Node extends Component {

    private final Grid cell;
    private final String connectableType;

    Node(final Group parent, final String kind, final String connectableType, final String name, final Grid cell) {
        super(parent, kind, name);
        this.connectableType = connectableType;
        this.cell = cell;
    }

    Grid cell() {
        return cell;
    }

    /** Where it is drawn. */
    abstract Rectangle box();

    String comments() {
        return "";
    }

    /** As a connection refers to it. */
    ObjectNode reference() {
        return JsonNodeFactory.instance.objectNode()
                .put("id", identifier())
                .put("type", connectableType)
                .put("groupId", parent().identifier())
                .put("name", name())
                .put("comments", comments());
    }
}
