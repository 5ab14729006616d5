package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.nificrm.runtime.NifiApi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** CleanseCustomer in a group of its own, between a source of one FlowFile and folders for what comes out. */
final class LookupFlow implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(2);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String STANDARD = "org.apache.nifi.processors.standard.";

    private final NifiApi nifi;
    private final String groupId;
    private final Path directory;

    LookupFlow(final NifiApi nifi, final String name) throws IOException {
        this.nifi = nifi;
        this.directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("lookup")), name);
        this.groupId = nifi.create("root", "process-groups", Map.of("name", name, "position", position(0)));
    }

    Path directory() {
        return directory;
    }

    /** @return the id of the new service */
    String service(final String type, final Map<String, String> properties) {
        return nifi.create(groupId, "controller-services", Map.of("type", type, "name", type, "properties", properties));
    }

    /** Sends the records through CleanseCustomer; its results are read by {@link #success} and {@link #report}. */
    void run(final String records, final Map<String, String> properties) {
        final Map<String, String> all = new HashMap<>(properties);
        all.put("Record Reader", service("org.apache.nifi.json.JsonTreeReader", Map.of()));
        all.put("Record Writer", service("org.apache.nifi.json.JsonRecordSetWriter", Map.of()));
        final String source = processor(0, STANDARD + "GenerateFlowFile", Map.of("generate-ff-custom-text", records), Set.of());
        final String cleanse = processor(1, "org.nificrm.processors.CleanseCustomer", all, Set.of("quarantine", "failure"));
        connect(source, cleanse, "success");
        for (final String relationship : List.of("success", "report")) {
            final String folder = processor(2, STANDARD + "PutFile", Map.of("Directory", directory.resolve(relationship).toString()), Set.of("success", "failure"));
            connect(cleanse, folder, relationship);
        }

        nifi.enableServices(groupId);
        nifi.processors(groupId).forEach(processor -> {
            final String id = processor.path("id").asText();
            nifi.setState(id, id.equals(source) ? "RUN_ONCE" : "RUNNING");
        });
    }

    private String processor(final int row, final String type, final Map<String, String> properties, final Set<String> terminated) {
        final Map<String, Object> config = Map.of("properties", properties, "autoTerminatedRelationships", terminated);
        return nifi.create(groupId, "processors", Map.of("type", type, "position", position(row), "config", config));
    }

    private void connect(final String source, final String destination, final String relationship) {
        nifi.create(groupId, "connections", Map.of("source", end(source), "destination", end(destination), "selectedRelationships", Set.of(relationship)));
    }

    private Map<String, String> end(final String processor) {
        return Map.of("id", processor, "groupId", groupId, "type", "PROCESSOR");
    }

    private static Map<String, Integer> position(final int row) {
        return Map.of("x", 0, "y", 216 * row);
    }

    JsonNode success() {
        return file("success");
    }

    JsonNode report() {
        return file("report");
    }

    private JsonNode file(final String relationship) {
        final Path folder = directory.resolve(relationship);
        Await.until(TIMEOUT, () -> !visible(folder).isEmpty(), nifi::bulletins);
        try {
            return JSON.readTree(visible(folder).getFirst().toFile());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PutFile writes under a name that starts with a dot until the file is whole. */
    private static List<Path> visible(final Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> !file.getFileName().toString().startsWith(".")).toList();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        nifi.stop(groupId);
        nifi.disableServices(groupId);
    }
}
