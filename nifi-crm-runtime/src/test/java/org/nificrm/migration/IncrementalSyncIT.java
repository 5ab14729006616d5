package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

@ExtendWith({RealNifi.class, RealPostgres.class})
class IncrementalSyncIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String SOURCE = """
            CREATE TABLE customers (id INT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT, phone TEXT, city TEXT, country TEXT,
                deleted BOOLEAN DEFAULT FALSE, updated_at TIMESTAMPTZ DEFAULT now())""";

    @Test
    void changesMadeWhileItRunsArriveStaleOnesLoseAndDeletedOnesAreMarked(final NifiProcess process, final NifiApi nifi, final PostgresServer postgres)
            throws Exception {
        final CrmDatabase source = new CrmDatabase(postgres, "incremental_source", "central-customers.sql");
        final CrmDatabase target = new CrmDatabase(postgres, "incremental_target", "central-customers.sql");
        source.execute(SOURCE);
        source.execute("INSERT INTO customers (id, last_name, country) SELECT i, 'Before', 'DE' FROM generate_series(1, 500) AS i");
        target.execute("INSERT INTO central_customers (source_system, source_id, last_name, updated_at) VALUES ('crm', '3', 'Newer', now() + interval '2 minutes')");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Source Database", source.url()));
        parameters.putAll(RealPostgres.parameters("Target Database", target.url()));
        parameters.put("Settle Seconds", "1");
        parameters.put("Quarantine Directory", Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("sync")), "run").toString());
        try (ImportedFlow flow = new ImportedFlow(nifi, "incremental-sync", "Incremental Sync", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            awaitRows(target, "last_name = 'Before' AND status = 'active'", 499);

            source.execute("UPDATE customers SET last_name = 'After', updated_at = now() WHERE id <= 5");
            source.execute("UPDATE customers SET deleted = TRUE, updated_at = now() WHERE id = 6");
            awaitRows(target, "last_name = 'After'", 4);
            awaitRows(target, "status = 'deleted'", 1);
            assertEquals(1, target.count("central_customers WHERE last_name = 'Newer'"));

            flow.awaitEmptyQueues();
            process.kill();
            process.start();
            source.execute("INSERT INTO customers (id, last_name, country) VALUES (501, 'Late', 'DE')");
            awaitRows(target, "last_name = 'Late'", 1);
            flow.awaitEmptyQueues();
            assertEquals(501, target.count("central_customers"));
            assertEquals(List.of(), flow.errors());
        }
    }

    private static void awaitRows(final CrmDatabase target, final String condition, final long count) {
        final String rows = "central_customers WHERE " + condition;
        Await.until(TIMEOUT, () -> target.count(rows) == count, () -> target.count(rows) + " rows with " + condition);
    }
}
