package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** Two databases that are almost the same: the template finds exactly what is not. */
@ExtendWith({RealNifi.class, RealPostgres.class})
class ReconcileIT {

    private static final int ROWS = 25_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void missingDifferingAndOrphanedRowsAreFoundExactly(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        final CrmDatabase crm = new CrmDatabase(postgres, "reconcile_crm", "central-customers.sql");
        fill(postgres, crm);
        final Path directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("reconcile")), "run");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("CRM Database", crm.url()));
        parameters.putAll(RealPostgres.parameters("Source Database", postgres.url("reconcile_source")));
        parameters.put("Report Directory", directory.resolve("report").toString());
        parameters.put("Quarantine Directory", directory.resolve("findings").toString());

        try (ImportedFlow flow = new ImportedFlow(nifi, "reconcile", "Reconcile", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            final ReportFile report = new ReportFile(directory.resolve("report"));
            Await.until(Duration.ofMinutes(2), () -> report.checked("/reconciliation") == ROWS && report.checked("/stages/orphans") == ROWS - 1,
                    () -> "%d and %d checked, errors %s".formatted(report.checked("/reconciliation"), report.checked("/stages/orphans"), flow.errors()));
            flow.awaitIdle();

            assertEquals(Set.of("100", "5000", "24999"), keys(directory.resolve("findings/compare/missing"), "source_id"));
            assertEquals(Set.of("7", "12000"), keys(directory.resolve("findings/compare/differing"), "source_id"));
            assertEquals(Set.of("90001", "90002"), keys(directory.resolve("findings/orphans/orphans"), "id"));
            assertEquals((double) (ROWS - 3) / ROWS, report.at("/reconciliation/figures/completeness").asDouble(), 1e-9);
            final JsonNode city = report.at("/reconciliation/fields/city");
            assertEquals(1, city.path("present").asLong() - city.path("equal").asLong());
            final String page = Files.readString(directory.resolve("report/migration-report.html"));
            assertTrue(page.contains("3 of 25,000 records did not arrive in the CRM"));
            assertTrue(page.contains("2 records of the CRM are in no source."));
            assertFalse(page.contains("Customer 7"));
            assertEquals(List.of(), flow.errors());
        }
    }

    /** The CRM lacks three rows, has two of its own and holds two otherwise; the spelling of all phone numbers differs. */
    private static void fill(final PostgresServer postgres, final CrmDatabase crm) throws SQLException {
        postgres.createDatabase("reconcile_source");
        try (Connection connection = postgres.connect("reconcile_source"); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE old_crm_customers (id BIGINT PRIMARY KEY, name TEXT, email TEXT, phone TEXT, city TEXT, country TEXT, status TEXT, updated_at TIMESTAMPTZ)");
            statement.execute("INSERT INTO old_crm_customers SELECT i, 'Customer ' || i, 'c' || i || '@example.com', '138 ' || 10000000 + i, 'London', 'GB', 'active', now() "
                    + "FROM generate_series(1, %d) i".formatted(ROWS));
        }

        crm.execute("INSERT INTO central_customers (source_system, source_id, full_name, email, phone, city, country, status, updated_at) "
                + "SELECT 'old_crm', i::text, 'CUSTOMER ' || i, 'C' || i || '@example.com', '138' || 10000000 + i, 'London', 'GB', 'active', now() "
                + "FROM generate_series(1, %d) i".formatted(ROWS));
        crm.execute("DELETE FROM central_customers WHERE source_id IN ('100', '5000', '24999')");
        crm.execute("UPDATE central_customers SET city = 'Paris' WHERE source_id = '7'");
        crm.execute("UPDATE central_customers SET email = NULL WHERE source_id = '12000'");
        crm.execute("INSERT INTO central_customers (source_system, source_id, updated_at) VALUES ('old_crm', '90001', now()), ('old_crm', '90002', now()), ('erp', '1', now())");
    }

    private static Set<String> keys(final Path directory, final String field) throws IOException {
        final Set<String> keys = new TreeSet<>();
        try (Stream<Path> files = Files.list(directory)) {
            for (final Path file : files.toList()) {
                JSON.readTree(file.toFile()).forEach(record -> keys.add(record.path(field).asText()));
            }
        }

        return keys;
    }
}
