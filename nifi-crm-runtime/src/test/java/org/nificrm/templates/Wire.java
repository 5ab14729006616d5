package org.nificrm.templates;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A connection as NiFi draws it: lines over its bends, which aim at the middle of what they join, and the box of its queue.
 *
 * @param labelled number of the bend that the queue's box lies on; without bends it lies halfway
 */
record Wire(Rectangle source, Rectangle destination, List<Point> bends, int labelled) {

    private static final int QUEUE_WIDTH = 224;

    /** With one row each for where from, where to and how many. */
    private static final int QUEUE_HEIGHT = 64;

    /** What may be straight, and what is short, is laid first. */
    static final Comparator<Wire> LEAST_CHOICE = Comparator.comparing((Wire wire) -> wire.slanted() > 0).thenComparing(Wire::length);

    static Wire between(final Rectangle source, final Rectangle destination) {
        return new Wire(source, destination, List.of(), 0);
    }

    boolean isLoop() {
        return source.equals(destination);
    }

    List<Line2D> lines() {
        final List<Line2D> lines = new ArrayList<>();
        Point from = edge(source, bends.isEmpty() ? middle(destination) : bends.getFirst());
        for (final Point bend : bends) {
            lines.add(new Line2D.Double(from, bend));
            from = bend;
        }

        lines.add(new Line2D.Double(from, edge(destination, bends.isEmpty() ? middle(source) : bends.getLast())));

        return lines;
    }

    Rectangle queue() {
        final Point middle;
        if (bends.isEmpty()) {
            final Line2D line = lines().getFirst();
            middle = new Point((int) (line.getX1() + line.getX2()) / 2, (int) (line.getY1() + line.getY2()) / 2);
        } else {
            middle = bends.get(labelled);
        }

        return new Rectangle(middle.x - QUEUE_WIDTH / 2, middle.y - QUEUE_HEIGHT / 2, QUEUE_WIDTH, QUEUE_HEIGHT);
    }

    /** How long it runs neither across nor down, in pixels. */
    double slanted() {
        double length = 0;
        for (final Line2D line : lines()) {
            if (line.getX1() != line.getX2() && line.getY1() != line.getY2()) {
                length += line.getP1().distance(line.getP2());
            }
        }

        return length;
    }

    /** From middle to middle. */
    double length() {
        double length = 0;
        Point from = middle(source);
        for (final Point bend : bends) {
            length += from.distance(bend);
            from = bend;
        }

        return length + from.distance(middle(destination));
    }

    boolean crosses(final Rectangle box) {
        return lines().stream().anyMatch(box::intersectsLine);
    }

    boolean crosses(final Wire other) {
        return lines().stream().anyMatch(line -> other.lines().stream().anyMatch(line::intersectsLine));
    }

    /** Whether a line of it goes back over what it joins. */
    boolean crossesItsEnds() {
        final List<Line2D> lines = lines();
        for (int i = 0; i < lines.size(); i++) {
            if (i > 0 && lines.get(i).intersects(source) || i < lines.size() - 1 && lines.get(i).intersects(destination)) {
                return true;
            }
        }

        return false;
    }

    /** Whether they are one line for a while, so that nobody sees which is which. */
    boolean runsAlong(final Wire other) {
        return lines().stream().anyMatch(line -> other.lines().stream().anyMatch(its -> runAlong(line, its)));
    }

    private static boolean runAlong(final Line2D one, final Line2D other) {
        final boolean sameLine = one.ptLineDist(other.getP1()) < 1 && one.ptLineDist(other.getP2()) < 1;
        if (!sameLine) {
            return false;
        }

        final Rectangle common = grown(one).intersection(grown(other));

        return Math.max(common.width, common.height) > Grid.UNIT;
    }

    /** A line alone has no area. */
    private static Rectangle grown(final Line2D line) {
        final Rectangle bounds = line.getBounds();
        bounds.grow(1, 1);
        return bounds;
    }

    static Point middle(final Rectangle box) {
        return new Point(box.x + box.width / 2, box.y + box.height / 2);
    }

    /** Where a line from the middle of a box to a point leaves the box. */
    private static Point edge(final Rectangle box, final Point to) {
        final Point middle = middle(box);
        final double x = to.x - middle.x;
        final double y = to.y - middle.y;
        final double share = Math.min(x == 0 ? 1 : box.width / 2.0 / Math.abs(x), y == 0 ? 1 : box.height / 2.0 / Math.abs(y));

        return new Point((int) Math.round(middle.x + share * x), (int) Math.round(middle.y + share * y));
    }
}
