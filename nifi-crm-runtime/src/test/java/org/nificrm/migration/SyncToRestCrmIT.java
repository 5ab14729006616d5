package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith({RealNifi.class, RealPostgres.class})
class SyncToRestCrmIT {

    private static final String DATABASE = "sync_to_rest_crm";
    private static final int ROWS = 600;
    private static final long SLOW_MILLISECONDS = 20;
    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    @Test
    void everyRowIsInTheCrmOnceWithItsNewestValuesThoughNifiIsKilledWhileItWrites(final NifiProcess nifi, final PostgresServer postgres) throws Exception {
        postgres.createDatabase(DATABASE);
        execute(postgres, """
                CREATE TABLE old_crm_customers (id integer PRIMARY KEY, name text, email text, phone text, city text, country text, status text,
                    updated_at timestamp NOT NULL);
                INSERT INTO old_crm_customers SELECT id, 'Ada Lovelace', 'ada' || id || '@example.org', NULL, 'London', 'GB', '1',
                    timestamp '2024-01-01 00:00:00' + id * interval '1 second' FROM generate_series(1, %d) id""".formatted(ROWS));
        try (FakeRestCrm crm = new FakeRestCrm(SLOW_MILLISECONDS); ImportedFlow flow = new ImportedFlow(nifi.api(), "sync-to-rest-crm", "Sync", parameters(crm, postgres))) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            for (final int written : new int[] {1, ROWS / 2}) {
                Await.until(TIMEOUT, () -> crm.size() >= written, () -> crm.size() + " of " + written);
                nifi.kill();
                nifi.start();
            }

            Await.until(TIMEOUT, () -> crm.size() >= ROWS, () -> crm.size() + " of " + ROWS);
            execute(postgres, "UPDATE old_crm_customers SET city = 'Paris', updated_at = timestamp '2024-06-01 00:00:00' WHERE id <= 10");
            Await.until(TIMEOUT, () -> crm.values("addressCity").values().stream().filter("Paris"::equals).count() == 10, () -> crm.values("addressCity"));
            flow.awaitIdle();

            assertEquals(ROWS, crm.size());
            assertEquals(Set.of(1), Set.copyOf(crm.keys().values()));
            assertEquals("ada7@example.org", crm.values("emailAddress").get("7"));
            assertEquals("Lovelace", crm.values("lastName").get("7"));
        }
    }

    private static Map<String, String> parameters(final FakeRestCrm crm, final PostgresServer postgres) {
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Source Database", postgres.url(DATABASE)));
        parameters.putAll(Map.of(
                "CRM Address", crm.address(),
                "CRM API Key", FakeRestCrm.API_KEY,
                "CRM Requests per Second", "1000",
                "Quarantine Directory", ImportedFlow.directory(DATABASE).toString()));
        return parameters;
    }

    private static void execute(final PostgresServer postgres, final String sql) throws SQLException {
        try (Connection connection = postgres.connect(DATABASE); Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
