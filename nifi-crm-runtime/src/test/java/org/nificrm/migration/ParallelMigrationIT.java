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
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith({RealNifi.class, RealPostgres.class})
class ParallelMigrationIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int SLICE = 100;

    /** Numbers with gaps, some of them wider than a slice. */
    private static final String SOURCE = """
            CREATE TABLE old_crm_customers AS
              SELECT i::bigint AS id, 'Anna Schmidt' AS name, 'anna' || i || '@example.org' AS email, NULL::text AS phone, 'Köln' AS city, 'DE' AS country,
                '1' AS status, TIMESTAMP '2024-04-01 08:00:00' AS updated_at
              FROM generate_series(7, 6000) i WHERE i % 5 <> 0 AND i NOT BETWEEN 2000 AND 2500""";

    private static final String DIFFERENCES = "old_crm_customers s FULL JOIN central_customers t ON t.source_id = s.id::text WHERE s.id IS NULL OR t.source_id IS NULL";

    @Test
    void everyRowArrivesOnceThoughTheNodeIsKilledAndLostSlicesAreMadeAgain(final NifiProcess process, final NifiApi nifi, final PostgresServer postgres)
            throws Exception {
        final CrmDatabase crm = new CrmDatabase(postgres, "parallel_migration", "central-customers.sql");
        crm.execute(SOURCE);
        final long customers = crm.count("old_crm_customers");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Source Database", crm.url()));
        parameters.putAll(RealPostgres.parameters("Target Database", crm.url()));
        parameters.putAll(Map.of(
                "Slice Size", Integer.toString(SLICE),
                "Quarantine Directory", Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("parallel_migration")), "run").toString()));
        try (ImportedFlow flow = new ImportedFlow(nifi, "parallel-migration", "Parallel Migration", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            assertTrue(nifi.get("/process-groups/%s/connections".formatted(flow.groupId())).findValuesAsText("loadBalanceStrategy").contains("ROUND_ROBIN"));
            flow.start();
            Await.until(TIMEOUT, () -> crm.count("central_customers") > customers / 5, () -> crm.count("central_customers"));
            process.kill();
            process.start();
            awaitComplete(flow, crm);
            assertEquals(customers, crm.count("central_customers"));

            flow.stop();
            nifi.post("/processors/%s/state/clear-requests".formatted(flow.processor("Slice the Table")), Map.of());
            crm.execute("DELETE FROM central_customers WHERE source_id::int BETWEEN 3000 AND 3400");
            final Map<String, String> kept = crm.writers("central_customers");
            flow.start();
            awaitComplete(flow, crm);
            final Map<String, String> written = crm.writers("central_customers");
            written.keySet().retainAll(kept.keySet());
            assertEquals(kept, written);
            assertEquals(List.of(), flow.errors());
        }
    }

    private static void awaitComplete(final ImportedFlow flow, final CrmDatabase crm) {
        Await.until(TIMEOUT, () -> crm.count(DIFFERENCES) == 0, () -> crm.count("central_customers"));
        flow.awaitIdle();
    }
}
