package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;

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

/** Persons of whom each is like no other and has two records, and the golden records that DedupFlow writes of them. */
final class TwicePersons {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PERSONS = 1_500;
    private static final int FILES = 12;
    private static final Duration TIMEOUT = Duration.ofMinutes(4);

    private final Path output;
    private final List<Map<String, String>> first = new ArrayList<>();
    private final List<Map<String, String>> second = new ArrayList<>();

    /** @param output where DedupFlow writes */
    TwicePersons(final Path output) {
        this.output = output;
        final Random random = new Random(5);
        for (int person = 0; person < PERSONS; person++) {
            final Map<String, String> values = Map.of("source_system", "crm", "first_name", letters(random), "last_name", letters(random),
                    "birth_date", "%d-%02d-%02d".formatted(1930 + random.nextInt(75), 1 + random.nextInt(12), 1 + random.nextInt(28)),
                    "email", letters(random) + "@example.org", "city", letters(random));
            first.add(record(values, person + "-0"));
            second.add(record(values, person + "-1"));
        }
    }

    private static String letters(final Random random) {
        return random.ints(9, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    private static Map<String, String> record(final Map<String, String> values, final String id) {
        final Map<String, String> record = new HashMap<>(values);
        record.put("source_id", id);
        return record;
    }

    /** All records, in files that have nothing to do with the persons. */
    void writeTo(final Path directory) throws IOException {
        final List<Map<String, String>> records = new ArrayList<>(first);
        records.addAll(second);
        Collections.shuffle(records, new Random(5));
        write(records, directory);
    }

    /** Of each person one record there and one here, in the same places. */
    void writeTo(final Path there, final Path here) throws IOException {
        write(first, there);
        write(second, here);
    }

    private static void write(final List<Map<String, String>> records, final Path directory) throws IOException {
        final int size = records.size() / FILES;
        for (int file = 0; file < FILES; file++) {
            JSON.writeValue(directory.resolve(file + ".json").toFile(), records.subList(file * size, (file + 1) * size));
        }
    }

    void awaitFirst() {
        Await.until(TIMEOUT, () -> !golden().isEmpty(), () -> golden().size());
    }

    void awaitAll() {
        Await.until(TIMEOUT, () -> recordsBehind(standing()) == 2 * PERSONS, () -> recordsBehind(standing()));
    }

    void assertOneGoldenRecordEach() {
        final Map<String, JsonNode> standing = standing();
        assertEquals(PERSONS, standing.size());
        assertTrue(standing.values().stream().allMatch(golden -> persons(golden).size() == 1));
        assertTrue(Files.notExists(output.resolve("failure")));
    }

    /** The last version of each golden record, without those that were merged into others: what a CRM would hold. */
    private Map<String, JsonNode> standing() {
        final Map<String, JsonNode> last = new HashMap<>();
        for (final JsonNode record : golden()) {
            last.merge(record.path("golden_id").asText(), record, (known, other) -> mergedAt(other).compareTo(mergedAt(known)) > 0 ? other : known);
        }

        final Set<String> superseded = new HashSet<>();
        last.values().forEach(record -> record.path("superseded_ids").forEach(id -> superseded.add(id.asText())));
        last.keySet().removeAll(superseded);
        return last;
    }

    /** All golden records that were written; PutFile writes a file under its name when it is whole. */
    private List<JsonNode> golden() {
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
