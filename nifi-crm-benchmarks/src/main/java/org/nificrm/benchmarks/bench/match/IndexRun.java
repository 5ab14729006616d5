package org.nificrm.benchmarks.bench.match;

import org.nificrm.benchmarks.CpuTime;
import org.nificrm.benchmarks.Heap;
import org.nificrm.benchmarks.bench.match.Customers.Customer;
import org.nificrm.matching.IncomingRecord;
import org.nificrm.matching.IncrementalMatcher;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.ModelChoice;
import org.nificrm.matching.VersionOrder;
import org.nificrm.matching.index.EntityStore;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Records matched against an index, a thousand at a time. */
final class IndexRun {

    static final int UNIT = 1_000;
    /** About what a whole customer record takes. */
    private static final byte[] CONTENT = new byte[400];

    private final String name;
    private final MatchSettings settings;
    private final Customers customers;
    private int known;

    IndexRun(final String name, final MatchSettings settings, final Customers customers) {
        this.name = name;
        this.settings = settings;
        this.customers = customers;
    }

    void fill(final EntityStore store, final int size) throws IOException {
        final double cpu = CpuTime.seconds();
        final long start = System.nanoTime();
        final IncrementalMatcher matcher = matcher(store);
        for (int done = 0; done < size; done += UNIT) {
            matcher.match(incoming(customers.next(UNIT)));
        }

        known = size;
        System.out.printf("%-19s %,9d records to fill it: %,8.0f records/s (%,.0f a processor second)%n", name, size, size / ((System.nanoTime() - start) / 1e9),
                size / (CpuTime.seconds() - cpu));
    }

    /** Matches a unit: a node that starts reads what the index holds. */
    IncrementalMatcher warmUp(final EntityStore node) throws IOException {
        final IncrementalMatcher matcher = matcher(node);
        matcher.match(incoming(customers.next(UNIT)));
        known += UNIT;
        return matcher;
    }

    /** Times records that are new to the index, shared out among several nodes at work at the same time. */
    void time(final List<? extends EntityStore> nodes, final int records) throws IOException {
        final List<IncrementalMatcher> matchers = new ArrayList<>();
        for (final EntityStore node : nodes) {
            matchers.add(warmUp(node));
        }

        final List<List<IncomingRecord>> units = new ArrayList<>();
        for (int done = 0; done < records; done += UNIT) {
            units.add(incoming(customers.next(UNIT)));
        }

        Heap.reset();
        final double cpu = CpuTime.seconds();
        final long start = System.nanoTime();
        final long candidates = match(matchers, units);
        final double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-19s %,9d known, %d at work: %,8.0f records/s (%,.0f a processor second), %,10.0f pairs/s, %,d MB heap%n", name, known, nodes.size(),
                records / seconds, records / (CpuTime.seconds() - cpu), candidates / seconds, Heap.peak());
        known += records;
    }

    private static long match(final List<IncrementalMatcher> matchers, final List<List<IncomingRecord>> units) throws IOException {
        try (ExecutorService executor = Executors.newFixedThreadPool(matchers.size())) {
            final List<Future<Long>> working = new ArrayList<>();
            for (int node = 0; node < matchers.size(); node++) {
                final int first = node;
                working.add(executor.submit(() -> {
                    long candidates = 0;
                    for (int unit = first; unit < units.size(); unit += matchers.size()) {
                        candidates += matchers.get(first).match(units.get(unit)).candidates();
                    }

                    return candidates;
                }));
            }

            long candidates = 0;
            for (final Future<Long> node : working) {
                candidates += node.get();
            }

            return candidates;
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The run was interrupted", e);
        } catch (final ExecutionException e) {
            throw new IOException("The run failed", e.getCause());
        }
    }

    private IncrementalMatcher matcher(final EntityStore store) {
        return new IncrementalMatcher(settings, ModelChoice.automatic(), store, VersionOrder.LAST_ARRIVED);
    }

    private static List<IncomingRecord> incoming(final List<Customer> records) {
        return records.stream().map(customer -> new IncomingRecord(customer.record(), CONTENT)).toList();
    }
}
