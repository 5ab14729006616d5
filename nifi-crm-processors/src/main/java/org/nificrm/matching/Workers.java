package org.nificrm.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Workers that may not be shared by threads: one a thread. Results must not depend on which worker did what.
 *
 * @param <W> a worker
 */
public final class Workers<W> {
    private final List<W> workers = new ArrayList<>();
    private final Parallel parallel;

    public Workers(final Parallel parallel, final Supplier<W> worker) {
        this.parallel = parallel;
        for (int thread = 0; thread < parallel.threads(); thread++) {
            workers.add(worker.get());
        }
    }

    /** Does the work for 0 up to {@code count - 1}; returns when all of it is done. */
    public void forEach(final int count, final Work<W> work) {
        final AtomicInteger next = new AtomicInteger();
        parallel.forEach(workers.size(), number -> {
            for (int piece = next.getAndIncrement(); piece < count; piece = next.getAndIncrement()) {
                work.run(workers.get(number), piece);
            }
        });
    }

    /** One piece of the work. */
    @FunctionalInterface
    public interface Work<W> {
        void run(W worker, int number);
    }
}
