package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith({RealNifi.class, RealPostgres.class})
class QuarantineReplayIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @Test
    void correctedCustomersArriveAndThoseThatAreStillWrongGoBackWithTheReasons(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        final CrmDatabase crm = new CrmDatabase(postgres, "quarantine_replay", "central-customers.sql");
        final Path directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("replay")), "run");
        final Path corrections = Files.createDirectory(directory.resolve("corrections"));
        final Path quarantine = directory.resolve("quarantine");
        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("CRM Database", crm.url()));
        parameters.put("Correction Directory", corrections.toString());
        parameters.put("Quarantine Directory", quarantine.toString());
        try (ImportedFlow flow = new ImportedFlow(nifi, "quarantine-replay", "Quarantine Replay", parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            final String corrected = "[%s, %s]".formatted(customer("1", "\"status\": \"active\","), customer("2", ""));
            Files.writeString(corrections.resolve("corrected.json"), corrected);
            Await.until(TIMEOUT, () -> crm.count("central_customers WHERE last_name = 'Lovelace'") == 1, () -> crm.count("central_customers"));
            Await.until(TIMEOUT, () -> texts(quarantine).size() == 1, () -> texts(quarantine));
            flow.awaitEmptyQueues();

            assertEquals(1, crm.count("central_customers"));
            assertTrue(texts(quarantine).getFirst().contains("MAP_REQUIRED_MISSING"));
            assertTrue(Files.exists(corrections.resolve("done/corrected.json")));
            assertEquals(List.of(), flow.errors());
        }
    }

    private static String customer(final String id, final String status) {
        return """
                {"source_system": "erp", "source_id": "%s", "customer_type": "person", "first_name": "Ada", "last_name": "Lovelace", %s
                 "email": "ada@example.org", "country": "GB", "updated_at": "2024-04-01T00:00:00Z"}""".formatted(id, status);
    }

    private static List<String> texts(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).map(QuarantineReplayIT::text).toList();
        } catch (final IOException e) {
            return List.of();
        }
    }

    private static String text(final Path file) {
        try {
            return Files.readString(file);
        } catch (final IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
