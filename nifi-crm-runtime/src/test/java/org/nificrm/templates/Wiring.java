package org.nificrm.templates;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Finds a way for each connection of a group: across and down with two bends at most, around components and clear of the queues of others.
 * Connections with one destination may come together on their way. Of all such ways the one that disturbs least is taken.
 */
final class Wiring {

    /** Far enough from a component for a queue's box between. */
    private static final int OUTSIDE = 160;

    /** What a queue's box would like to have around it, and a line before its first bend. */
    private static final int CLEAR = 24;

    /** From the middle of a component's edge: beside the line that leaves there. */
    private static final int BESIDE = 40;

    private static final double HIDES = 1000;
    private static final double MISLEADS = 300;
    private static final double CROSSES = 20;
    private static final double CROWDS = 3;
    private static final double COMES_TOGETHER = 0.25;

    /** A flow runs down: its stages are entered from above. */
    private static final double ARRIVES_SIDEWAYS = 1;

    private static final double BENDS = 2;
    private static final double LEAVES_BESIDE = 1;
    private static final double SLANTS = 40;

    private final List<Rectangle> components;
    private final List<Wire> wires = new ArrayList<>();

    /** @param components whatever else is on the canvas */
    Wiring(final List<Rectangle> components) {
        this.components = components;
    }

    void add(final Wire wire) {
        wires.add(wire);
    }

    /** The best way between two components, by what is there so far. */
    Wire connect(final Rectangle source, final Rectangle destination) {
        final Wire best = ways(source, destination).stream().min(Comparator.comparingDouble(this::disturbance)).orElseThrow();
        wires.add(best);
        return best;
    }

    private List<Wire> ways(final Rectangle source, final Rectangle destination) {
        final Point from = Wire.middle(source);
        final Point to = Wire.middle(destination);
        final List<Wire> ways = new ArrayList<>();
        ways.add(Wire.between(source, destination));
        addCorner(ways, source, destination, new Point(to.x, from.y));
        addCorner(ways, source, destination, new Point(from.x, to.y));
        for (final int side : new int[] {-1, 1}) {
            final int left = from.x + side * (source.width / 2 + CLEAR);
            addWays(ways, source, destination, new Point(left, from.y - BESIDE), new Point(to.x, from.y - BESIDE));
            addWays(ways, source, destination, new Point(left, from.y + BESIDE), new Point(to.x, from.y + BESIDE));
        }

        final Rectangle both = source.union(destination);
        both.grow(OUTSIDE, OUTSIDE);
        for (int x = onGrid(both.x); x < both.x + both.width; x += Grid.UNIT) {
            addWays(ways, source, destination, new Point(x, from.y), new Point(x, to.y));
        }

        for (int y = onGrid(both.y); y < both.y + both.height; y += Grid.UNIT) {
            addWays(ways, source, destination, new Point(from.x, y), new Point(to.x, y));
        }

        return ways;
    }

    /** The queue is at the corner or halfway before or behind it. */
    private static void addCorner(final List<Wire> ways, final Rectangle source, final Rectangle destination, final Point corner) {
        final Wire wire = new Wire(source, destination, List.of(corner), 0);
        ways.add(wire);
        if (wire.slanted() == 0) {
            ways.add(new Wire(source, destination, List.of(halfway(wire.lines().getFirst()), corner), 0));
            ways.add(new Wire(source, destination, List.of(corner, halfway(wire.lines().getLast())), 1));
        }
    }

    private static Point halfway(final Line2D line) {
        return new Point(onGrid((int) (line.getX1() + line.getX2()) / 2), onGrid((int) (line.getY1() + line.getY2()) / 2));
    }

    private static int onGrid(final int pixel) {
        return Math.floorDiv(pixel, Grid.UNIT) * Grid.UNIT;
    }

    private static void addWays(final List<Wire> ways, final Rectangle source, final Rectangle destination, final Point first, final Point second) {
        final List<Point> bends = List.of(first, second);
        ways.add(new Wire(source, destination, bends, 0));
        ways.add(new Wire(source, destination, bends, 1));
    }

    private double disturbance(final Wire wire) {
        double sum = BENDS * wire.bends().size() + wire.length() / OUTSIDE;
        final double slanted = wire.slanted();
        if (slanted > 0) {
            sum += slanted > CLEAR + Grid.UNIT ? SLANTS + slanted / Grid.UNIT : LEAVES_BESIDE;
        }

        // A corner is where others may come together.
        if (wire.bends().size() == 1) {
            sum += CROWDS;
        }

        final Line2D last = wire.lines().getLast();
        if (!wire.bends().isEmpty() && last.getY1() == last.getY2()) {
            sum += ARRIVES_SIDEWAYS;
        }

        if (wire.crossesItsEnds()) {
            sum += HIDES;
        }

        if (wire.lines().stream().anyMatch(line -> line.getP1().distance(line.getP2()) < CLEAR)) {
            sum += CROSSES;
        }

        final Rectangle queue = wire.queue();
        final Rectangle surroundings = surroundings(wire);
        for (final Rectangle component : components) {
            final boolean end = component.equals(wire.source()) || component.equals(wire.destination());
            if (surroundings.intersects(component) && !(end && wire.bends().isEmpty())) {
                sum += CROWDS;
            }

            if (queue.intersects(component) || !end && wire.crosses(component)) {
                sum += HIDES;
            }
        }

        return sum + wires.stream().mapToDouble(other -> disturbance(wire, other)).sum();
    }

    private static Rectangle surroundings(final Wire wire) {
        final Rectangle surroundings = wire.queue();
        surroundings.grow(CLEAR, CLEAR);
        return surroundings;
    }

    private static double disturbance(final Wire wire, final Wire other) {
        final boolean together = wire.destination().equals(other.destination());
        double sum = 0;
        if (wire.queue().intersects(other.queue())) {
            sum += HIDES;
        } else if (surroundings(wire).intersects(other.queue())) {
            sum += CROWDS;
        }

        if (wire.crosses(other.queue()) || other.crosses(wire.queue())) {
            sum += together ? CROSSES : MISLEADS;
        }

        if (wire.runsAlong(other)) {
            sum += together ? COMES_TOGETHER : MISLEADS;
        } else if (wire.crosses(other)) {
            sum += CROSSES;
        }

        return sum;
    }
}
