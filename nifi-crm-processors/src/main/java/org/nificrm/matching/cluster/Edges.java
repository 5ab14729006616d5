package org.nificrm.matching.cluster;

import it.unimi.dsi.fastutil.floats.FloatArrayList;
import it.unimi.dsi.fastutil.ints.IntArrayList;

/**
 * A list of scored pairs.
 */
public final class Edges {
    private final IntArrayList firsts = new IntArrayList();
    private final IntArrayList seconds = new IntArrayList();
    private final FloatArrayList scores = new FloatArrayList();

    public void add(final int first, final int second, final float score) {
        firsts.add(first);
        seconds.add(second);
        scores.add(score);
    }

    public void addAll(final Edges other) {
        firsts.addAll(other.firsts);
        seconds.addAll(other.seconds);
        scores.addAll(other.scores);
    }

    public int size() {
        return scores.size();
    }

    public int first(final int edge) {
        return firsts.getInt(edge);
    }

    public int second(final int edge) {
        return seconds.getInt(edge);
    }

    public float score(final int edge) {
        return scores.getFloat(edge);
    }
}
