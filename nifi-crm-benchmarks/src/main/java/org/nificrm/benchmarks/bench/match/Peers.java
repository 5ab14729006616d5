package org.nificrm.benchmarks.bench.match;

import org.nificrm.benchmarks.bench.match.Customers.Customer;
import org.nificrm.samples.ClusterMetrics;
import org.nificrm.matching.MatchSettings;

import java.util.Arrays;
import java.util.List;

/** The same records matched by all contenders in the same run: how fast, and how right. */
final class Peers {

    private static final int ROUNDS = 3;

    private final List<Customer> customers;
    private final String[] truth;

    Peers(final List<Customer> customers) {
        this.customers = customers;
        this.truth = customers.stream().map(Customer::truth).toArray(String[]::new);
    }

    void run(final MatchSettings settings) throws Exception {
        final double own = measure("this matcher", () -> BatchRun.run(customers, settings).groups());
        final double duke = measure("Duke 1.2", () -> DukeRun.groups(customers));
        final double exact = measure("DeduplicateRecord", () -> new ExactKeyRun(customers).groups());
        System.out.printf("%.1f times as fast as Duke, %.2f times as fast as DeduplicateRecord%n", duke / own, exact / own);
    }

    /** @return seconds of the fastest round */
    private double measure(final String name, final Contender contender) throws Exception {
        double best = Double.MAX_VALUE;
        int[] groups = {};
        for (int round = 0; round < ROUNDS; round++) {
            final long start = System.nanoTime();
            groups = contender.groups();
            best = Math.min(best, (System.nanoTime() - start) / 1e9);
        }

        final ClusterMetrics metrics = ClusterMetrics.of(truth, Arrays.stream(groups).mapToObj(String::valueOf).toArray(String[]::new));
        System.out.printf("%-19s %,9d records: %,8.0f records/s, precision %.3f, recall %.3f, F1 %.3f%n", name, customers.size(), customers.size() / best,
                metrics.precision(), metrics.recall(), metrics.f1());
        return best;
    }

    /** Groups all records. */
    @FunctionalInterface
    private interface Contender {
        /** @return for each record a number that the records of its group share */
        int[] groups() throws Exception;
    }
}
