package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.NifiCluster;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealCluster;
import org.nificrm.samples.Sample;
import org.nificrm.templates.DedupFlow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What a cluster of two NiFi nodes does together. */
@ExtendWith({RealCluster.class, RealPostgres.class})
class ClusterIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final int ROWS = 4000;
    private static final int SLICE = 50;

    private static final String SOURCE = """
            CREATE TABLE old_crm_customers AS
              SELECT i::bigint AS id, 'Anna Schmidt' AS name, 'anna' || i || '@example.org' AS email, NULL::text AS phone, 'Köln' AS city, 'DE' AS country,
                '1' AS status, TIMESTAMP '2024-04-01 08:00:00' AS updated_at
              FROM generate_series(1, %d) i""".formatted(ROWS);

    private static final String MORE = """
            INSERT INTO old_crm_customers
              SELECT id + %d, name, 'b' || email, phone, city, country, status, updated_at FROM old_crm_customers WHERE id <= 1000""".formatted(ROWS);
    private static final String DIFFERENCES = "old_crm_customers s FULL JOIN central_customers t ON t.source_id = s.id::text WHERE s.id IS NULL OR t.source_id IS NULL";

    @Test
    void eachRowOfATableIsMovedOnceByTheNodesTogether(final NifiCluster cluster, final PostgresServer postgres) throws Exception {
        final CrmDatabase crm = new CrmDatabase(postgres, "cluster_together", "central-customers.sql");
        crm.execute(SOURCE);
        try (ImportedFlow flow = parallelMigration(cluster.api(), crm)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            awaitComplete(flow, crm);
            final List<Long> created = counted(cluster.api(), flow.processor("Put Customers"), "Records Created");
            assertTrue(created.stream().allMatch(rows -> rows >= SLICE), created::toString);
            assertEquals(crm.count("central_customers"), created.stream().mapToLong(rows -> rows).sum());
            assertEquals(List.of(0L, 0L), counted(cluster.api(), flow.processor("Put Customers"), "Records Unchanged"));
            assertEquals(List.of(), flow.errors());
        }
    }

    @Test
    void anotherNodeGoesOnForThePrimaryNodeThatIsKilledWhoseSlicesWaitUntilItIsBack(final NifiCluster cluster, final PostgresServer postgres) throws Exception {
        final NifiProcess killed = cluster.nodes().getLast();
        cluster.makePrimary(killed);
        final CrmDatabase crm = new CrmDatabase(postgres, "cluster_killed", "central-customers.sql");
        crm.execute(SOURCE);
        try (ImportedFlow flow = parallelMigration(cluster.api(), crm)) {
            flow.setSchedule("Slice the Table", "1 sec");
            try (Connection connection = postgres.connect("cluster_killed"); Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                statement.execute("LOCK TABLE central_customers IN EXCLUSIVE MODE");
                flow.start();
                Await.until(TIMEOUT, () -> waitingBefore(cluster.api(), flow, "Put Customers") == ROWS / SLICE, () -> cluster.api().status(flow.groupId()));
                killed.kill();
            }

            cluster.awaitLoss(killed);
            crm.execute(MORE);
            Await.until(TIMEOUT, () -> crm.count("central_customers WHERE source_id::int > " + ROWS) == 1000, () -> crm.count("central_customers"));
            flow.awaitIdle();
            assertTrue(crm.count(DIFFERENCES) > 0);
            assertEquals(List.of(0L), counted(cluster.api(), flow.processor("Put Customers"), "Records Unchanged"));

            killed.start();
            cluster.awaitConnected();
            awaitComplete(flow, crm);
            assertEquals(crm.count("old_crm_customers"), crm.count("central_customers"));
        }
    }

    @Test
    void anotherPrimaryNodeKnowsWhichChangesWereRead(final NifiCluster cluster, final PostgresServer postgres) throws Exception {
        final CrmDatabase source = new CrmDatabase(postgres, "cluster_sync_source", "central-customers.sql");
        final CrmDatabase target = new CrmDatabase(postgres, "cluster_sync_target", "central-customers.sql");
        source.execute("""
                CREATE TABLE customers AS SELECT i AS id, 'Anna' AS first_name, 'Schmidt' AS last_name, NULL::text AS email, NULL::text AS phone, 'Köln' AS city,
                  'DE' AS country, FALSE AS deleted, now() AS updated_at FROM generate_series(1, 500) AS i""");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Source Database", source.url()));
        parameters.putAll(RealPostgres.parameters("Target Database", target.url()));
        parameters.put("Settle Seconds", "1");
        parameters.put("Quarantine Directory", Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("sync")), "cluster").toString());
        try (ImportedFlow flow = new ImportedFlow(cluster.api(), "incremental-sync", "Incremental Sync", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            Await.until(TIMEOUT, () -> target.count("central_customers") == 500, () -> target.count("central_customers"));
            for (final NifiProcess node : cluster.nodes()) {
                cluster.makePrimary(node);
                final String name = "After " + cluster.nodes().indexOf(node);
                source.execute("UPDATE customers SET last_name = '%s', updated_at = now() WHERE id <= 5".formatted(name));
                Await.until(TIMEOUT, () -> target.count("central_customers WHERE last_name = '%s'".formatted(name)) == 5, () -> name);
            }

            flow.awaitIdle();
            assertEquals(List.of(0L, 0L), counted(cluster.api(), flow.processor("Put Customers"), "Records Unchanged"));
            assertEquals(List.of(), flow.errors());
        }
    }

    @Test
    void aPersonWhomBothNodesMeetAtOnceHasOneGoldenRecord(final NifiCluster cluster, final PostgresServer postgres) throws Exception {
        postgres.createDatabase("cluster_index");
        final Path directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("dedup")), "cluster");
        final List<Path> inputs = new ArrayList<>();
        for (final NifiProcess node : cluster.nodes()) {
            inputs.add(Files.createDirectory(node.directory().resolve("persons")));
        }

        final Path output = directory.resolve("out");
        final TwicePersons persons = new TwicePersons(output);
        persons.writeTo(inputs.getFirst(), inputs.getLast());
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters(DedupFlow.DATABASE, postgres.url("cluster_index")));
        parameters.putAll(Map.of(DedupFlow.INPUT, "persons", DedupFlow.OUTPUT, output.toString(), DedupFlow.MODEL, "BUILT_IN"));
        final Path definition = directory.resolve("dedup.json");
        DedupFlow.write(definition, true);
        try (ImportedFlow flow = new ImportedFlow(cluster.api(), definition, "Dedup on a cluster", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            persons.awaitAll();
            flow.awaitIdle();
            assertEquals(List.of(), flow.errors());
        }

        persons.assertOneGoldenRecordEach();
    }

    @Test
    void bothNodesTogetherMigrateExactlyTheTruth(final NifiCluster cluster, final PostgresServer postgres) throws Exception {
        final Sample sample = new Sample(20, 1500);
        final Expected expected = Expected.of(sample);
        try (MigrationFlow flow = new MigrationFlow(cluster.api(), postgres, "cluster_full")) {
            flow.prepareForCluster();
            final CustomerTruth customers = new CustomerTruth(flow, sample);
            flow.export(sample, 100);
            flow.start();
            Await.until(TIMEOUT, () -> customers.hasArrived() && flow.isIdle(), () -> flow.crm().count("new_crm_customer_keys") + " of " + customers.size());
            customers.assertExact();
            Rows.assertSame(expected.orders(), flow.crm().rows("new_crm_orders"));
            Rows.assertSame(expected.transactions(), flow.crm().rows("new_crm_transactions"));

            final List<Long> cleansed = counted(cluster.api(), flow.processor("Cleanse Customers"), "Records Cleansed");
            assertTrue(cleansed.stream().allMatch(records -> records > 0), cleansed::toString);
            final JsonNode report = new ObjectMapper().readTree(flow.directory("reports/migration-report.json").toFile());
            assertEquals(flow.counted("Cleanse Customers"), report.at("/stages/cleanse/records/in").asLong());
        }
    }

    private static ImportedFlow parallelMigration(final NifiApi nifi, final CrmDatabase crm) throws Exception {
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("Source Database", crm.url()));
        parameters.putAll(RealPostgres.parameters("Target Database", crm.url()));
        parameters.putAll(Map.of(
                "Slice Size", Integer.toString(SLICE),
                "Quarantine Directory", Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("parallel_migration")), "cluster").toString()));
        return new ImportedFlow(nifi, "parallel-migration", "Parallel Migration", parameters);
    }

    private static void awaitComplete(final ImportedFlow flow, final CrmDatabase crm) {
        Await.until(TIMEOUT, () -> crm.count(DIFFERENCES) == 0, () -> crm.count("central_customers"));
        flow.awaitIdle();
    }

    /** What a processor has counted on each node that is connected. */
    private static List<Long> counted(final NifiApi nifi, final String processor, final String counter) {
        final List<Long> counted = new ArrayList<>();
        for (final JsonNode node : nifi.get("/counters?nodewise=true").at("/counters/nodeSnapshots")) {
            long value = 0;
            for (final JsonNode entry : node.at("/snapshot/counters")) {
                if (entry.path("context").asText().contains(processor) && entry.path("name").asText().equals(counter)) {
                    value = entry.path("valueCount").asLong();
                }
            }

            counted.add(value);
        }

        return counted;
    }

    private static int waitingBefore(final NifiApi nifi, final ImportedFlow flow, final String processor) {
        int waiting = 0;
        for (final JsonNode connection : nifi.status(flow.groupId()).path("connectionStatusSnapshots")) {
            if (connection.at("/connectionStatusSnapshot/destinationName").asText().equals(processor)) {
                waiting += connection.at("/connectionStatusSnapshot/flowFilesQueued").asInt();
            }
        }

        return waiting;
    }
}
