package org.nificrm.migration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.templates.DedupFlow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** DedupCustomer on a real NiFi that is killed on the way, two tasks at a time. */
@ExtendWith({RealNifi.class, RealPostgres.class})
class DedupCustomerIT {

    @Test
    void everyPersonHasOneGoldenRecordInTheEmbeddedIndexThoughNifiIsKilled(final NifiProcess nifi) throws Exception {
        final Path directory = directory("dedup_embedded");
        run(nifi, directory, false, Map.of(DedupFlow.INDEX_FILE, directory.resolve("customers.index").toString()));
    }

    @Test
    void everyPersonHasOneGoldenRecordInTheSharedIndexThoughNifiIsKilled(final NifiProcess nifi, final PostgresServer postgres) throws Exception {
        postgres.createDatabase("dedup_index");
        run(nifi, directory("dedup_shared"), true, RealPostgres.parameters(DedupFlow.DATABASE, postgres.url("dedup_index")));
    }

    private static Path directory(final String name) throws IOException {
        return Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("dedup")), name);
    }

    private static void run(final NifiProcess nifi, final Path directory, final boolean shared, final Map<String, String> index) throws Exception {
        final Path input = Files.createDirectories(directory.resolve("in"));
        final Path output = directory.resolve("out");
        final Map<String, String> parameters = new HashMap<>(index);
        parameters.putAll(Map.of(DedupFlow.INPUT, input.toString(), DedupFlow.OUTPUT, output.toString()));
        final Path definition = directory.resolve("dedup.json");
        DedupFlow.write(definition, shared);
        final TwicePersons persons = new TwicePersons(output);
        persons.writeTo(input);
        try (ImportedFlow flow = new ImportedFlow(nifi.api(), definition, directory.getFileName().toString(), parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            persons.awaitFirst();
            nifi.kill();
            nifi.start();
            persons.awaitAll();
            flow.awaitIdle();
        }

        persons.assertOneGoldenRecordEach();
    }
}
