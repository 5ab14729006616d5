package org.nificrm.benchmarks.bench.match;

import org.nificrm.benchmarks.CpuTime;
import org.nificrm.benchmarks.Heap;
import org.nificrm.benchmarks.bench.match.Customers.Customer;
import org.nificrm.matching.BatchMatch;
import org.nificrm.matching.BatchMatcher;
import org.nificrm.matching.MatchSettings;

import java.util.List;

/**
 * Records matched at once, from reading them to their groups.
 *
 * @param records how many
 * @param seconds how long
 * @param cpu     processor seconds of all threads: what it takes whatever else the machine does
 * @param pairs   how many were compared
 * @param peak    heap in MB, the records themselves included
 * @param groups  for each record the number of the first of its group
 */
record BatchRun(int records, double seconds, double cpu, long pairs, long peak, int[] groups) {

    static BatchRun run(final List<Customer> customers, final MatchSettings settings) {
        Heap.reset();
        final double cpu = CpuTime.seconds();
        final long start = System.nanoTime();
        final BatchMatcher matcher = new BatchMatcher(settings);
        customers.forEach(customer -> matcher.add(customer.record()));
        final BatchMatch match = matcher.match();
        return new BatchRun(customers.size(), (System.nanoTime() - start) / 1e9, CpuTime.seconds() - cpu, match.candidates().count(), Heap.peak(), match.clusters());
    }

    void print() {
        System.out.printf("at once             %,9d records: %,8.0f records/s (%,.0f a processor second), %,10.0f pairs/s, %.1f candidates a record, %,d MB heap%n", records,
                records / seconds, records / cpu, pairs / seconds, (double) pairs / records, peak);
    }
}
