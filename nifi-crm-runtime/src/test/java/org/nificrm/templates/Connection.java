package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.List;

/** A queue between two nodes. */
final class Connection extends Component {

    /** Leaves room for the queue's box, 224 wide, between the loop's node and its neighbours. */
    private static final int LOOP_OFFSET = 128;
    private static final int LOOP_SPREAD = 24;

    private final Node source;
    private final Node destination;
    private final List<String> relationships;
    private String loadBalanceStrategy = "DO_NOT_LOAD_BALANCE";

    Connection(final Group parent, final Node source, final Node destination, final List<String> relationships) {
        super(parent, "connection", source.path() + relationships + destination.path());
        this.source = source;
        this.destination = destination;
        this.relationships = relationships;
    }

    /** In a cluster its FlowFiles go to all nodes in turn; elsewhere no difference. */
    Connection overAllNodes() {
        loadBalanceStrategy = "ROUND_ROBIN";
        return this;
    }

    /** In a cluster its FlowFiles go to one node, the same for all of them; elsewhere no difference. */
    Connection onOneNode() {
        loadBalanceStrategy = "SINGLE_NODE";
        return this;
    }

    /** Out and back if it is a loop, else straight. */
    Wire wire(final Group canvas) {
        return source == destination ? loop() : Wire.between(canvas.boxOf(source), canvas.boxOf(destination));
    }

    ObjectNode toJson(final Wire wire) {
        final ObjectNode json = json("CONNECTION");
        json.put("name", "");
        json.set("source", source.reference());
        json.set("destination", destination.reference());
        final ArrayNode selected = json.putArray("selectedRelationships");
        relationships.forEach(selected::add);
        final ArrayNode bends = json.putArray("bends");
        wire.bends().forEach(bend -> bends.addObject().put("x", bend.x).put("y", bend.y));
        json.put("labelIndex", wire.bends().isEmpty() ? 1 : wire.labelled());
        json.put("zIndex", 0);
        json.put("backPressureObjectThreshold", 10_000);
        json.put("backPressureDataSizeThreshold", "1 GB");
        json.put("flowFileExpiration", "0 sec");
        json.putArray("prioritizers");
        json.put("loadBalanceStrategy", loadBalanceStrategy);
        json.put("partitioningAttribute", "");
        json.put("loadBalanceCompression", "DO_NOT_COMPRESS");

        return json;
    }

    /** Out and back on the side where no lane runs: left of the main way, right of a side lane. */
    private Wire loop() {
        final Rectangle box = source.box();
        final boolean mainWay = source.cell().column() % 2 == 0;
        final int x = mainWay ? box.x - LOOP_OFFSET : box.x + box.width + LOOP_OFFSET;
        final int middle = Wire.middle(box).y;

        return new Wire(box, box, List.of(new Point(x, middle - LOOP_SPREAD), new Point(x, middle + LOOP_SPREAD)), 0);
    }
}
