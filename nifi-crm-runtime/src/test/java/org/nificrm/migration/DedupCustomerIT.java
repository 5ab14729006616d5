package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiProcess;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.nificrm.templates.DedupFlow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** DedupCustomer on a real NiFi that is killed on the way, two tasks at a time. */
@ExtendWith({RealNifi.class, RealPostgres.class})
class DedupCustomerIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PERSONS = 1_500;
    private static final int FILES = 12;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

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
        writePersons(input);
        try (ImportedFlow flow = new ImportedFlow(nifi.api(), definition, directory.getFileName().toString(), parameters)) {
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();
            Await.until(TIMEOUT, () -> !golden(output).isEmpty(), () -> golden(output).size());
            nifi.kill();
            nifi.start();
            Await.until(TIMEOUT, () -> recordsBehind(standing(golden(output))) == 2 * PERSONS, () -> recordsBehind(standing(golden(output))));
            flow.awaitIdle();
        }

        final Map<String, JsonNode> standing = standing(golden(output));
        assertEquals(PERSONS, standing.size());
        assertTrue(standing.values().stream().allMatch(golden -> persons(golden).size() == 1));
        assertTrue(Files.notExists(output.resolve("failure")));
    }

    /** Two records of each person, who is like no other, in files that have nothing to do with the persons. */
    private static void writePersons(final Path directory) throws IOException {
        final Random random = new Random(5);
        final List<Map<String, String>> records = new ArrayList<>();
        for (int person = 0; person < PERSONS; person++) {
            final Map<String, String> values = Map.of("source_system", "crm", "first_name", letters(random), "last_name", letters(random),
                    "birth_date", "%d-%02d-%02d".formatted(1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    "email", letters(random) + "@example.org", "city", letters(random));
            for (int copy = 0; copy < 2; copy++) {
                final Map<String, String> record = new HashMap<>(values);
                record.put("source_id", person + "-" + copy);
                records.add(record);
            }
        }

        Collections.shuffle(records, random);
        final int size = records.size() / FILES;
        for (int file = 0; file < FILES; file++) {
            JSON.writeValue(directory.resolve(file + ".json").toFile(), records.subList(file * size, (file + 1) * size));
        }
    }

    private static String letters(final Random random) {
        return random.ints(9, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** All golden records that were written; PutFile writes a file under its name when it is whole. */
    private static List<JsonNode> golden(final Path output) {
        final List<JsonNode> golden = new ArrayList<>();
        if (Files.isDirectory(output.resolve("success"))) {
            try (Stream<Path> files = Files.list(output.resolve("success"))) {
                for (final Path file : files.filter(file -> !file.getFileName().toString().startsWith(".")).toList()) {
                    ((ArrayNode) JSON.readTree(file.toFile())).forEach(golden::add);
                }
            } catch (final IOException e) {
                throw new IllegalStateException(e);
            }
        }

        return golden;
    }

    /** The last version of each golden record, without those that were merged into others: what a CRM would hold. */
    private static Map<String, JsonNode> standing(final List<JsonNode> golden) {
        final Map<String, JsonNode> last = new HashMap<>();
        for (final JsonNode record : golden) {
            last.merge(record.path("golden_id").asText(), record, (known, other) -> mergedAt(other).compareTo(mergedAt(known)) > 0 ? other : known);
        }

        final Set<String> superseded = new HashSet<>();
        last.values().forEach(record -> record.path("superseded_ids").forEach(id -> superseded.add(id.asText())));
        last.keySet().removeAll(superseded);
        return last;
    }

    private static String mergedAt(final JsonNode golden) {
        return golden.path("merged_at").asText();
    }

    private static int recordsBehind(final Map<String, JsonNode> golden) {
        return golden.values().stream().mapToInt(record -> record.path("sources").size()).sum();
    }

    private static Set<String> persons(final JsonNode golden) {
        final Set<String> persons = new HashSet<>();
        golden.path("sources").forEach(source -> persons.add(source.path("source_id").asText().split("-")[0]));
        return persons;
    }
}
