package org.nificrm.templates;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A process group under construction. */
final class Group extends Component {

    private static final int HEADING_WIDTH = 176;
    private static final int HEADING_HEIGHT = 40;

    private final FlowDefinition definition;
    private final String comments;
    private final Grid cell;
    private final List<Group> groups = new ArrayList<>();
    private final List<Processor> processors = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final List<Port> inputPorts = new ArrayList<>();
    private final List<Port> outputPorts = new ArrayList<>();
    private final List<Connection> connections = new ArrayList<>();
    private final List<Label> labels = new ArrayList<>();

    Group(final FlowDefinition definition, final Group parent, final String name, final Grid cell, final String comments) {
        super(parent, "group", name);
        this.definition = definition;
        this.cell = cell;
        this.comments = comments;
    }

    Group group(final String name, final int column, final int row, final String comment) {
        return added(groups, new Group(definition, this, name, new Grid(column, row), comment));
    }

    Processor processor(final ComponentType type, final String name, final int column, final int row, final String comment) {
        return added(processors, new Processor(this, type, name, new Grid(column, row), comment));
    }

    Service service(final ComponentType type, final String name, final String comment) {
        return added(services, new Service(this, type, name, comment));
    }

    Port inputPort(final String name, final int column, final int row, final String comment) {
        return added(inputPorts, new Port(this, "INPUT_PORT", name, new Grid(column, row), comment));
    }

    Port outputPort(final String name, final int column, final int row, final String comment) {
        return added(outputPorts, new Port(this, "OUTPUT_PORT", name, new Grid(column, row), comment));
    }

    /** A heading above the group in a cell, left of what comes in from above. */
    void heading(final String text, final int column, final int row) {
        labels.add(new Label(this, Label.Style.HEADING, text, column * Grid.COLUMN_WIDTH + Grid.GROUP_INDENT, row * Grid.ROW_HEIGHT - HEADING_HEIGHT - 2 * Grid.UNIT,
                HEADING_WIDTH, HEADING_HEIGHT));
    }

    void help(final String text, final int x, final int y, final int width, final int height) {
        labels.add(new Label(this, Label.Style.HELP, text, x, y, width, height));
    }

    /** Connects processors by relationships, or anything with a port by none. */
    Connection connect(final Node source, final Node destination, final String... relationships) {
        if (source instanceof final Processor processor) {
            processor.connected(List.of(relationships));
        }

        return added(connections, new Connection(this, source, destination, List.of(relationships)));
    }

    private static <T> T added(final List<T> list, final T item) {
        list.add(item);
        return item;
    }

    ObjectNode toJson() {
        final ObjectNode json = json("PROCESS_GROUP");
        position(json, box().x, box().y);
        json.put("comments", comments);
        json.put("parameterContextName", definition.parameterContext());
        json.put("defaultFlowFileExpiration", "0 sec");
        json.put("defaultBackPressureObjectThreshold", 10_000);
        json.put("defaultBackPressureDataSizeThreshold", "1 GB");
        json.put("flowFileConcurrency", "UNBOUNDED");
        json.put("flowFileOutboundPolicy", "STREAM_WHEN_AVAILABLE");
        json.put("executionEngine", "INHERITED");
        json.put("maxConcurrentTasks", 1);
        json.put("statelessFlowTimeout", "1 min");
        json.put("scheduledState", "ENABLED");
        final ArrayNode groupArray = json.putArray("processGroups");
        groups.forEach(group -> groupArray.add(group.toJson()));
        json.putArray("remoteProcessGroups");
        final ArrayNode processorArray = json.putArray("processors");
        processors.forEach(processor -> processorArray.add(processor.toJson()));
        ports(json.putArray("inputPorts"), inputPorts);
        ports(json.putArray("outputPorts"), outputPorts);
        final ArrayNode connectionArray = json.putArray("connections");
        wires().forEach((connection, wire) -> connectionArray.add(connection.toJson(wire)));
        final ArrayNode labelArray = json.putArray("labels");
        labels.forEach(label -> labelArray.add(label.toJson()));
        json.putArray("funnels");
        final ArrayNode serviceArray = json.putArray("controllerServices");
        services.forEach(service -> serviceArray.add(service.toJson()));

        return json;
    }

    /** A way for each connection, in their order. */
    private Map<Connection, Wire> wires() {
        final Map<Connection, Wire> wires = new LinkedHashMap<>();
        connections.forEach(connection -> wires.put(connection, connection.wire(this)));
        final Wiring wiring = new Wiring(boxes());
        wires.values().stream().filter(Wire::isLoop).forEach(wiring::add);
        connections.stream()
                .filter(connection -> !wires.get(connection).isLoop())
                .sorted(Comparator.comparing(wires::get, Wire.LEAST_CHOICE))
                .forEach(connection -> wires.compute(connection, (key, wire) -> wiring.connect(wire.source(), wire.destination())));

        return wires;
    }

    private List<Rectangle> boxes() {
        return Stream.of(groups.stream().map(Group::box), Stream.of(processors, inputPorts, outputPorts).flatMap(List::stream).map(Node::box),
                labels.stream().map(Label::box)).flatMap(boxes -> boxes).toList();
    }

    /** Its middle is that of a processor in the same column. */
    private Rectangle box() {
        return new Rectangle(cell.x() + Grid.GROUP_INDENT, cell.y(), Grid.GROUP_WIDTH, Grid.GROUP_HEIGHT);
    }

    /** Where something is drawn on the canvas of this group: a port of a group in it is reached at that group. */
    Rectangle boxOf(final Node node) {
        return node.parent() == this ? node.box() : node.parent().box();
    }

    private static void ports(final ArrayNode array, final List<Port> ports) {
        ports.forEach(port -> array.add(port.toJson()));
    }
}
