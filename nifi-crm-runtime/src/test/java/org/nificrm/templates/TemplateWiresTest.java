package org.nificrm.templates;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.Point;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** That every connection of a flow definition can be followed by eye, and every queue be read. */
class TemplateWiresTest {

    /** To the next column and the next row. */
    private static final double NEIGHBOUR = Math.hypot(Grid.COLUMN_WIDTH, Grid.ROW_HEIGHT);

    static List<Path> templates() throws IOException {
        return TemplateLintTest.templates();
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noLineRunsThroughAComponent(final Path file) throws IOException {
        final List<String> through = new ArrayList<>();
        for (final JsonNode group : TemplateLintTest.groups(file)) {
            final Map<JsonNode, Wire> wires = wires(group);
            for (final JsonNode component : TemplateLintTest.drawn(group)) {
                final Rectangle box = TemplateLintTest.area(component);
                wires.forEach((connection, wire) -> {
                    if (!box.equals(wire.source()) && !box.equals(wire.destination()) && wire.crosses(box)) {
                        through.add(title(connection) + " through " + TemplateLintTest.title(component));
                    }
                });
            }
        }

        assertEquals(List.of(), through);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void noQueueLiesOnAComponentOrAnotherQueue(final Path file) throws IOException {
        final List<String> hidden = new ArrayList<>();
        for (final JsonNode group : TemplateLintTest.groups(file)) {
            final Map<JsonNode, Wire> wires = wires(group);
            for (final JsonNode component : TemplateLintTest.drawn(group)) {
                wires.forEach((connection, wire) -> {
                    if (wire.queue().intersects(TemplateLintTest.area(component))) {
                        hidden.add(title(connection) + " on " + TemplateLintTest.title(component));
                    }
                });
            }

            hidden.addAll(pairs(wires, (one, other) -> one.queue().intersects(other.queue())));
        }

        assertEquals(List.of(), hidden);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void connectionsRunTogetherOnlyToTheSameDestination(final Path file) throws IOException {
        final List<String> ambiguous = new ArrayList<>();
        for (final JsonNode group : TemplateLintTest.groups(file)) {
            ambiguous.addAll(pairs(wires(group), (one, other) -> !one.destination().equals(other.destination())
                    && (one.runsAlong(other) || one.crosses(other.queue()) || other.crosses(one.queue()))));
        }

        assertEquals(List.of(), ambiguous);
    }

    @ParameterizedTest
    @MethodSource("templates")
    void linesRunAcrossOrDownExceptBetweenNeighbours(final Path file) throws IOException {
        final List<String> slanted = new ArrayList<>();
        for (final JsonNode group : TemplateLintTest.groups(file)) {
            wires(group).forEach((connection, wire) -> {
                if (wire.slanted() > NEIGHBOUR) {
                    slanted.add(title(connection));
                }
            });
        }

        assertEquals(List.of(), slanted);
    }

    private interface Relation {
        boolean holds(Wire one, Wire other);
    }

    private static List<String> pairs(final Map<JsonNode, Wire> wires, final Relation relation) {
        final List<String> pairs = new ArrayList<>();
        final List<JsonNode> connections = List.copyOf(wires.keySet());
        for (int i = 0; i < connections.size(); i++) {
            for (int j = i + 1; j < connections.size(); j++) {
                if (relation.holds(wires.get(connections.get(i)), wires.get(connections.get(j)))) {
                    pairs.add(title(connections.get(i)) + " and " + title(connections.get(j)));
                }
            }
        }

        return pairs;
    }

    private static Map<JsonNode, Wire> wires(final JsonNode group) {
        final Map<String, Rectangle> boxes = new HashMap<>();
        TemplateLintTest.drawn(group).forEach(component -> boxes.put(component.path("identifier").asText(), TemplateLintTest.area(component)));
        final Map<JsonNode, Wire> wires = new HashMap<>();
        for (final JsonNode connection : group.path("connections")) {
            final List<Point> bends = new ArrayList<>();
            connection.path("bends").forEach(bend -> bends.add(new Point(bend.path("x").asInt(), bend.path("y").asInt())));
            wires.put(connection, new Wire(end(boxes, group, connection.path("source")), end(boxes, group, connection.path("destination")), bends,
                    connection.path("labelIndex").asInt()));
        }

        return wires;
    }

    /** A port of a group in this one is reached at that group. */
    private static Rectangle end(final Map<String, Rectangle> boxes, final JsonNode group, final JsonNode end) {
        final boolean here = end.path("groupId").equals(group.path("identifier"));
        return boxes.get(end.path(here ? "id" : "groupId").asText());
    }

    private static String title(final JsonNode connection) {
        return connection.at("/source/name").asText() + " " + connection.path("selectedRelationships") + " to " + connection.at("/destination/name").asText();
    }
}
