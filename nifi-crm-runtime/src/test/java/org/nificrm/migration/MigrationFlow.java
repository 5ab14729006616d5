package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.runtime.Checkout;
import org.nificrm.runtime.FlowMonitor;
import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.samples.LegacyExport;
import org.nificrm.samples.Sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** The full-migration template, imported as a user would, with folders and databases of its own. */
final class MigrationFlow implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final NifiApi nifi;
    private final PostgresServer postgres;
    private final String legacyDatabase;
    private final CrmDatabase crm;
    private final Path directory;
    private final String groupId;

    /** @param name of this run: lower-case letters and underscores */
    MigrationFlow(final NifiApi nifi, final PostgresServer postgres, final String name) throws IOException, SQLException {
        this.nifi = nifi;
        this.postgres = postgres;
        this.directory = Files.createTempDirectory(Files.createDirectories(Checkout.current().instances().resolve("test/migration")), name);
        this.legacyDatabase = name + "_legacy";
        postgres.createDatabase(legacyDatabase);
        this.crm = new CrmDatabase(postgres, name + "_crm");
        this.groupId = nifi.importFlow(Checkout.current().templates().resolve("full-migration.json"), name);
        for (final String source : List.of("western_crm", "chinese_erp", "office", "corrections", "decisions")) {
            Files.createDirectories(directory.resolve(source));
        }

        nifi.setParameters(nifi.parameterContext(groupId), parameters());
        nifi.enableServices(groupId);
    }

    private Map<String, String> parameters() {
        final Map<String, String> parameters = new HashMap<>();
        parameters.put("Western CRM Directory", directory.resolve("western_crm").toString());
        parameters.put("Chinese ERP Directory", directory.resolve("chinese_erp").toString());
        parameters.put("Office Directory", directory.resolve("office").toString());
        parameters.put("Quarantine Directory", quarantine().toString());
        parameters.put("Report Directory", directory.resolve("reports").toString());
        parameters.put("Correction Directory", directory.resolve("corrections").toString());
        parameters.put("Decision Directory", directory.resolve("decisions").toString());
        parameters.put("Customer Index File", directory.resolve("customers.index").toString());
        parameters.put("Legacy Table Slice", "200");
        parameters.putAll(RealPostgres.parameters("Legacy Database", postgres.url(legacyDatabase)));
        parameters.putAll(RealPostgres.parameters("CRM Database", crm.url()));

        return parameters;
    }

    CrmDatabase crm() {
        return crm;
    }

    String groupId() {
        return groupId;
    }

    Path directory(final String source) {
        return directory.resolve(source);
    }

    Path quarantine() {
        return directory.resolve("quarantine");
    }

    /** Puts a sample where the legacy systems are, over what was there. */
    void export(final Sample sample, final int rowsPerFile) throws IOException, SQLException {
        try (Connection connection = postgres.connect(legacyDatabase)) {
            new LegacyExport(directory, connection, rowsPerFile).write(sample);
        }
    }

    void start() {
        nifi.start(groupId);
    }

    void stop() {
        nifi.stop(groupId);
    }

    /** Makes the sources forget what they have read, as a user would: View state, Clear state. */
    void forgetWhatWasRead() {
        stop();
        for (final JsonNode processor : processors()) {
            final String type = processor.at("/component/type").asText();
            if (type.endsWith(".ListFile") || type.endsWith(".GenerateTableFetch")) {
                nifi.post("/processors/%s/state/clear-requests".formatted(processor.path("id").asText()), Map.of());
            }
        }
    }

    /** Waits until the counters of a stage have reached a sum and nothing is under way. */
    void awaitRecords(final Map<String, Long> minimumByStage) {
        Await.until(TIMEOUT, () -> reached(minimumByStage) && isIdle(), () -> counters(minimumByStage.keySet()) + " of " + minimumByStage + ", idle: " + isIdle());
    }

    private boolean reached(final Map<String, Long> minimumByStage) {
        return minimumByStage.entrySet().stream().allMatch(entry -> counted(entry.getKey()) >= entry.getValue());
    }

    private Map<String, Long> counters(final Set<String> stages) {
        final Map<String, Long> counted = new HashMap<>();
        stages.forEach(stage -> counted.put(stage, counted(stage)));

        return counted;
    }

    /** Records that have left the processors of a name since NiFi started. */
    long counted(final String processorName) {
        return stages(processorName).stream().mapToLong(Stage::records).sum();
    }

    /** What the processors of a name counted under a name of its own. */
    long counted(final String processorName, final String counter) {
        return stages(processorName).stream().mapToLong(stage -> stage.count(counter)).sum();
    }

    private List<Stage> stages(final String processorName) {
        return new FlowMonitor(nifi, groupId).stages().stream().filter(stage -> stage.name().endsWith(": " + processorName)).toList();
    }

    boolean isIdle() {
        final JsonNode status = nifi.status(groupId);
        return status.path("flowFilesQueued").asInt() == 0 && status.path("activeThreadCount").asInt() == 0;
    }

    private List<JsonNode> processors() {
        final List<JsonNode> processors = new ArrayList<>();
        nifi.get("/flow/process-groups/" + groupId).at("/processGroupFlow/flow/processGroups")
                .forEach(group -> nifi.get("/flow/process-groups/" + group.path("id").asText()).at("/processGroupFlow/flow/processors").forEach(processors::add));

        return processors;
    }

    /** All quarantined texts of one folder, one string a file. */
    List<String> quarantined(final String folder) throws IOException {
        final Path path = quarantine().resolve(folder);
        if (!Files.isDirectory(path)) {
            return List.of();
        }

        final List<String> texts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(path)) {
            for (final Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(Files.readString(file));
            }
        }

        return texts;
    }

    @Override
    public void close() {
        stop();
        nifi.put("/flow/process-groups/%s/controller-services".formatted(groupId), Map.of("id", groupId, "state", "DISABLED"));
    }
}
