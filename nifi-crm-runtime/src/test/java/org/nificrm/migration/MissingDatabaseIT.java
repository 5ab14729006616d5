package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.samples.Sample;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A target that is not there, or not as it should be: records wait, nothing is lost. */
@ExtendWith({RealNifi.class, RealPostgres.class})
class MissingDatabaseIT {

    private static final Sample SAMPLE = new Sample(22, 2000);
    private static final int ROWS_PER_FILE = 100;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);
    private static final long OUTAGE_MILLIS = 8_000;

    @Test
    void recordsWaitForATableThatIsMissingAndArriveOnceItIsThere(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        try (MigrationFlow flow = new MigrationFlow(nifi, postgres, "missing_table")) {
            flow.crm().execute("ALTER TABLE new_crm_customers RENAME TO hidden");
            flow.export(SAMPLE, ROWS_PER_FILE);
            flow.start();
            Await.until(TIMEOUT, () -> nifi.bulletins().toString().contains("new_crm_customers"), nifi::bulletins);

            flow.crm().execute("ALTER TABLE hidden RENAME TO new_crm_customers");
            assertArrival(flow);
        }
    }

    @Test
    void nothingIsLostWhileTheDatabaseIsAway(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        try (MigrationFlow flow = new MigrationFlow(nifi, postgres, "away")) {
            flow.export(SAMPLE, ROWS_PER_FILE);
            flow.start();
            Await.until(TIMEOUT, () -> flow.crm().count("new_crm_customers") > 0, () -> "nothing has arrived");
            execute(postgres, "ALTER DATABASE away_crm ALLOW_CONNECTIONS false");
            execute(postgres, "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'away_crm'");
            Await.pause(OUTAGE_MILLIS);

            execute(postgres, "ALTER DATABASE away_crm ALLOW_CONNECTIONS true");
            assertArrival(flow);
        }
    }

    private static void assertArrival(final MigrationFlow flow) {
        final Expected expected = Expected.of(SAMPLE);
        final CustomerTruth customers = new CustomerTruth(flow, SAMPLE);
        Await.until(TIMEOUT, () -> flow.crm().count("new_crm_orders") >= expected.orders().size()
                && flow.crm().count("new_crm_transactions") >= expected.transactions().size()
                && flow.isIdle() && customers.hasArrived(), () -> flow.crm().count("new_crm_customer_keys") + " of " + customers.size());
        customers.assertExact();
        Rows.assertSame(expected.orders(), flow.crm().rows("new_crm_orders"));
        Rows.assertSame(expected.transactions(), flow.crm().rows("new_crm_transactions"));
    }

    private static void execute(final PostgresServer postgres, final String sql) throws SQLException {
        try (Connection connection = postgres.connect(PostgresServer.USER); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
