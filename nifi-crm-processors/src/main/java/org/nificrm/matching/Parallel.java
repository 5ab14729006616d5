package org.nificrm.matching;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Runs numbered pieces of work on some threads. Results must not depend on which thread did what.
 */
public final class Parallel {
    private final int threads;

    public Parallel(final int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("At least one thread is needed");
        }

        this.threads = threads;
    }

    int threads() {
        return threads;
    }

    /** Does the work for 0 up to {@code count - 1}; returns when all of it is done. */
    public void forEach(final int count, final IntConsumer work) {
        final AtomicInteger next = new AtomicInteger();
        final Callable<Void> worker = () -> {
            for (int number = next.getAndIncrement(); number < count; number = next.getAndIncrement()) {
                work.accept(number);
            }

            return null;
        };
        if (threads == 1 || count < 2) {
            for (int number = 0; number < count; number++) {
                work.accept(number);
            }

            return;
        }

        final List<Callable<Void>> workers = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, count); i++) {
            workers.add(worker);
        }

        try (ExecutorService executor = Executors.newFixedThreadPool(workers.size())) {
            for (final Future<Void> future : executor.invokeAll(workers)) {
                future.get();
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Matching was interrupted", e);
        } catch (final ExecutionException e) {
            throw new IllegalStateException("Matching failed", e.getCause());
        }
    }
}
