package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.samples.Sample;
import org.nificrm.samples.Tally;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith({RealNifi.class, RealPostgres.class})
class FullMigrationIT {

    private static final Sample SAMPLE = new Sample(20, 1500);
    private static final int ROWS_PER_FILE = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void theTargetHoldsExactlyTheTruthHoweverOftenAndInWhateverOrderItArrives(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        final Tally tally = Tally.of(SAMPLE);
        final Expected expected = Expected.of(SAMPLE);
        try (MigrationFlow flow = new MigrationFlow(nifi, postgres, "full_migration")) {
            final CustomerTruth customers = new CustomerTruth(flow, SAMPLE);
            flow.export(SAMPLE, ROWS_PER_FILE);
            flow.start();
            flow.awaitRecords(records(tally, 1));
            customers.assertExact();
            Rows.assertSame(expected.orders(), flow.crm().rows("new_crm_orders"));
            Rows.assertSame(expected.transactions(), flow.crm().rows("new_crm_transactions"));
            assertQuarantined(flow, tally);
            assertOrdersFindTheirCustomer(flow);
            assertReported(flow, tally);
            final Map<String, Map<String, String>> written = written(flow);

            flow.forgetWhatWasRead();
            flow.start();
            flow.awaitRecords(records(tally, 2));
            assertEquals(written, written(flow));

            flow.forgetWhatWasRead();
            flow.export(SAMPLE.earlier(), ROWS_PER_FILE);
            flow.start();
            flow.awaitRecords(records(tally, 3));
            assertEquals(written, written(flow));
            assertTrue(flow.counted("Merge Customers", "Records Outdated") > 0);
        }
    }

    /** For each row of each table the transaction that wrote it last. */
    private static Map<String, Map<String, String>> written(final MigrationFlow flow) {
        final Map<String, Map<String, String>> written = new TreeMap<>();
        for (final String table : List.of("new_crm_customers", "new_crm_customer_keys", "new_crm_orders", "new_crm_transactions")) {
            written.put(table, flow.crm().writers(table));
        }

        return written;
    }

    private static Map<String, Long> records(final Tally tally, final int times) {
        return Map.of(
                "Cleanse Customers", times * (tally.read() - tally.unmappable()),
                "Put Orders", times * tally.orders(),
                "Put Transactions", times * tally.payments(),
                "Map Orders", times * (tally.orders() + tally.rejectedOrders()));
    }

    private static void assertQuarantined(final MigrationFlow flow, final Tally tally) throws Exception {
        long unmappable = 0;
        for (final String folder : List.of("western_crm", "chinese_erp/customers", "office", "old_crm")) {
            unmappable += records(flow.quarantined(folder));
        }

        assertEquals(tally.unmappable(), unmappable);
        assertEquals(tally.rejectedOrders(), records(flow.quarantined("chinese_erp/orders")));
        assertEquals(List.of(), flow.quarantined("customers"));
    }

    /** What each source delivered, what became of it, and how long each customer took. */
    private static void assertReported(final MigrationFlow flow, final Tally tally) {
        final ReportFile report = new ReportFile(flow.directory("reports"));
        assertEquals(tally.read(), sum(report.at("/stages/map/records")));
        assertEquals(tally.unmappable(), report.at("/stages/map/records/invalid").asLong());
        final JsonNode sources = report.at("/stages/map/bySource");
        assertEquals(Set.of("western_crm", "chinese_erp", "office", "old_crm"), Set.copyOf(sources.propertyStream().map(Map.Entry::getKey).toList()));
        assertEquals(tally.read(), sources.valueStream().mapToLong(FullMigrationIT::sum).sum());
        final JsonNode timeliness = report.at("/reconciliation/timeliness");
        assertEquals(0, timeliness.path("unknown").asLong() + timeliness.path("pending").asLong());
        assertTrue(sum(timeliness.path("recordsByMillis")) > 0);
    }

    private static long sum(final JsonNode counts) {
        return counts.valueStream().mapToLong(JsonNode::asLong).sum();
    }

    /** But for orders of customers in quarantine. */
    private static void assertOrdersFindTheirCustomer(final MigrationFlow flow) {
        final Map<String, Map<String, String>> orders = flow.crm().rows("new_crm_customer_orders");
        final Map<String, Map<String, String>> keys = flow.crm().rows("new_crm_customer_keys");
        long found = 0;
        for (final Map<String, String> order : orders.values()) {
            final Map<String, String> key = keys.get(order.get("source_system") + "/" + order.get("customer_source_id"));
            assertEquals(key == null ? null : key.get("golden_id"), order.get("golden_id"));
            found += key == null ? 0 : 1;
        }

        assertEquals(orders.size() - found, flow.crm().count("new_crm_orders_without_customer"));
        assertTrue(found > orders.size() * 0.9);
    }

    private static long records(final List<String> files) throws Exception {
        long records = 0;
        for (final String file : files) {
            final JsonNode array = JSON.readTree(file);
            records += array.size();
        }

        return records;
    }
}
