package org.nificrm.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Workers that may not be shared by threads: one a thread, each for an equal part of the work.
 *
 * @param <W> a worker
 */
final class Workers<W> {
    private final List<W> workers = new ArrayList<>();
    private final Parallel parallel;

    Workers(final int threads, final Supplier<W> worker) {
        for (int thread = 0; thread < threads; thread++) {
            workers.add(worker.get());
        }

        parallel = new Parallel(threads);
    }

    /** Does the work for 0 up to {@code count - 1}; returns when all of it is done. */
    void forEach(final int count, final Work<W> work) {
        parallel.forEach(workers.size(), part -> {
            final int end = start(part + 1, count);
            for (int number = start(part, count); number < end; number++) {
                work.run(workers.get(part), number);
            }
        });
    }

    private int start(final int part, final int count) {
        return (int) ((long) count * part / workers.size());
    }

    /** One piece of the work. */
    @FunctionalInterface
    interface Work<W> {
        void run(W worker, int number);
    }
}
