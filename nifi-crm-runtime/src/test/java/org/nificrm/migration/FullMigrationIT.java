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
            flow.export(SAMPLE, ROWS_PER_FILE);
            flow.start();
            flow.awaitRecords(records(tally, 1));
            Rows.assertSame(expected.customers(), flow.crm().rows("new_crm_customers"));
            Rows.assertSame(expected.orders(), flow.crm().rows("new_crm_orders"));
            Rows.assertSame(expected.transactions(), flow.crm().rows("new_crm_transactions"));
            assertQuarantined(flow, tally);
            final Map<String, String> customers = flow.crm().writers("new_crm_customers");
            final Map<String, String> orders = flow.crm().writers("new_crm_orders");

            flow.forgetWhatWasRead();
            flow.start();
            flow.awaitRecords(records(tally, 2));
            assertEquals(customers, flow.crm().writers("new_crm_customers"));
            assertEquals(orders, flow.crm().writers("new_crm_orders"));

            flow.forgetWhatWasRead();
            flow.export(SAMPLE.earlier(), ROWS_PER_FILE);
            flow.start();
            flow.awaitRecords(records(tally, 3));
            assertEquals(customers, flow.crm().writers("new_crm_customers"));
            assertEquals(orders, flow.crm().writers("new_crm_orders"));
            assertTrue(flow.counts("Put Customers").get("Records Stale") >= tally.delivered());
        }
    }

    private static Map<String, Long> records(final Tally tally, final int times) {
        return Map.of(
                "Put Customers", times * (tally.read() - tally.unmappable()),
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
        assertEquals(tally.unwritable(), records(flow.quarantined("customers/customers")));
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
