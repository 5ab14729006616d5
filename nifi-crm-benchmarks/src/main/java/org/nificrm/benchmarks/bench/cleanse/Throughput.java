package org.nificrm.benchmarks.bench.cleanse;

import org.apache.nifi.serialization.record.Record;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Speed of some work over records that are in memory, the best of several rounds after one to warm up.
 *
 * @param perSecond     records per second of all threads together, by the clock on the wall
 * @param perCoreSecond records per second of processor time, which other programs on the machine hardly disturb
 */
record Throughput(double perSecond, double perCoreSecond) {

    private static final int ROUNDS = 4;
    private static final double NANOS = 1e9;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /**
     * Measures; each thread goes over all records.
     *
     * @param worker makes the work of one thread
     */
    static Throughput measure(final List<Record> records, final int threads, final Supplier<Consumer<Record>> worker) throws InterruptedException, ExecutionException {
        Throughput best = new Throughput(0, 0);
        try (ExecutorService executor = Executors.newFixedThreadPool(threads)) {
            round(records, threads, worker, executor);
            for (int round = 0; round < ROUNDS; round++) {
                final Throughput measured = round(records, threads, worker, executor);
                best = new Throughput(Math.max(best.perSecond, measured.perSecond), Math.max(best.perCoreSecond, measured.perCoreSecond));
            }
        }

        return best;
    }

    private static Throughput round(final List<Record> records, final int threads, final Supplier<Consumer<Record>> worker, final ExecutorService executor)
            throws InterruptedException, ExecutionException {
        final long start = System.nanoTime();
        final List<Future<Long>> running = new ArrayList<>();
        for (int thread = 0; thread < threads; thread++) {
            final Consumer<Record> work = worker.get();
            running.add(executor.submit(() -> processorNanos(records, work)));
        }

        long processorNanos = 0;
        for (final Future<Long> future : running) {
            processorNanos += future.get();
        }

        final double worked = (double) records.size() * threads;
        return new Throughput(worked / (System.nanoTime() - start) * NANOS, worked / processorNanos * NANOS);
    }

    private static long processorNanos(final List<Record> records, final Consumer<Record> work) {
        final long start = THREADS.getCurrentThreadCpuTime();
        records.forEach(work);
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
