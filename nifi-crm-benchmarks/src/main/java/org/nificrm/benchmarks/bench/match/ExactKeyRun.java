package org.nificrm.benchmarks.bench.match;

import org.apache.nifi.csv.CSVReader;
import org.apache.nifi.csv.CSVRecordSetWriter;
import org.apache.nifi.processors.standard.DeduplicateRecord;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.nificrm.benchmarks.bench.match.Customers.Customer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * NiFi's DeduplicateRecord on the e-mail address, the best exact key of these customers, in NiFi's mock session. It says which
 * records have a key that came before; the groups follow from the key.
 */
final class ExactKeyRun {

    private final List<Customer> customers;
    private final TestRunner runner = TestRunners.newTestRunner(DeduplicateRecord.class);
    private final StringBuilder csv = new StringBuilder("number,email\n");

    ExactKeyRun(final List<Customer> customers) throws InitializationException {
        this.customers = customers;
        for (int number = 0; number < customers.size(); number++) {
            csv.append(number).append(',').append(key(number)).append('\n');
        }

        final CSVReader reader = new CSVReader();
        runner.addControllerService("reader", reader);
        runner.enableControllerService(reader);
        final CSVRecordSetWriter writer = new CSVRecordSetWriter();
        runner.addControllerService("writer", writer);
        runner.enableControllerService(writer);
    }

    /** A record without the key is like no other. */
    private String key(final int number) {
        final String email = customers.get(number).value("email");
        return email == null ? "none-" + number : email.strip().toLowerCase(Locale.ROOT);
    }

    int[] groups() {
        runner.setProperty("deduplication-strategy", "single");
        runner.setProperty("record-reader", "reader");
        runner.setProperty("record-writer", "writer");
        runner.setProperty("filter-type", "hash-set");
        runner.setProperty("filter-capacity-hint", String.valueOf(customers.size()));
        runner.setProperty("email", "/email");
        runner.enqueue(csv.toString());
        runner.run();
        runner.assertTransferCount("failure", 0);
        final Map<String, Integer> first = new HashMap<>();
        final int[] groups = new int[customers.size()];
        for (int number = 0; number < groups.length; number++) {
            groups[number] = first.computeIfAbsent(key(number), absent -> first.size());
        }

        return groups;
    }
}
