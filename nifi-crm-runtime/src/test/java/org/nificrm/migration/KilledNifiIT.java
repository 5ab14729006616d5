package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.samples.Sample;

import java.time.Duration;

@ExtendWith({RealNifi.class, RealPostgres.class})
class KilledNifiIT {

    private static final Sample SAMPLE = new Sample(21, 10_000);
    private static final int ROWS_PER_FILE = 250;
    private static final double[] SHARES_AT_KILL = {0.0, 0.15, 0.35, 0.6, 0.85};
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    @Test
    void exactlyTheExpectedRowsArriveThoughNifiIsKilledFiveTimesOnTheWay(final NifiProcess nifi, final PostgresServer postgres) throws Exception {
        final Expected expected = Expected.of(SAMPLE);
        try (MigrationFlow flow = new MigrationFlow(nifi.api(), postgres, "killed")) {
            final CustomerTruth customers = new CustomerTruth(flow, SAMPLE);
            flow.export(SAMPLE, ROWS_PER_FILE);
            flow.start();
            for (final double share : SHARES_AT_KILL) {
                final long written = Math.max(1, (long) (share * customers.size()));
                Await.until(TIMEOUT, () -> flow.crm().count("new_crm_customer_keys") >= written, () -> flow.crm().count("new_crm_customer_keys") + " of " + written);
                nifi.kill();
                nifi.start();
            }

            Await.until(TIMEOUT, () -> isComplete(flow.crm(), expected) && flow.isIdle() && customers.hasArrived(),
                    () -> flow.crm().count("new_crm_customer_keys") + " of " + customers.size());
            customers.assertExact();
            Rows.assertSame(expected.orders(), flow.crm().rows("new_crm_orders"));
            Rows.assertSame(expected.transactions(), flow.crm().rows("new_crm_transactions"));
        }
    }

    private static boolean isComplete(final CrmDatabase crm, final Expected expected) {
        return crm.count("new_crm_orders") >= expected.orders().size()
                && crm.count("new_crm_transactions") >= expected.transactions().size();
    }
}
