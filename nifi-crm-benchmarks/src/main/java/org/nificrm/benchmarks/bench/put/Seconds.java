package org.nificrm.benchmarks.bench.put;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Durations of repeated runs. */
final class Seconds {

    private static final double NANOS = 1e9;

    private final List<Double> all = new ArrayList<>();

    void add(final long nanoseconds) {
        all.add(nanoseconds / NANOS);
    }

    boolean isEmpty() {
        return all.isEmpty();
    }

    /** The middle one; of an even number the lower of the two. */
    double median() {
        Collections.sort(all);
        return all.get((all.size() - 1) / 2);
    }
}
