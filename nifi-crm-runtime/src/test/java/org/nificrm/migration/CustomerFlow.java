package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.runtime.FlowMonitor;
import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A template that writes customers, imported as a user would, with folders and databases of its own. */
class CustomerFlow implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofMinutes(3);

    private final NifiApi nifi;
    private final PostgresServer postgres;
    private final CrmDatabase crm;
    private final Path directory;
    private final String template;
    private final String name;
    private ImportedFlow flow;

    /**
     * Prepares folders and the central database; {@link #importFlow} makes it ready to start.
     *
     * @param template name of the file in templates, without its ending
     * @param name     of this run: lower-case letters and underscores
     */
    CustomerFlow(final NifiApi nifi, final PostgresServer postgres, final String template, final String name) throws IOException, SQLException {
        this.nifi = nifi;
        this.postgres = postgres;
        this.directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("migration")), name);
        this.crm = new CrmDatabase(postgres, name + "_crm");
        this.template = template;
        this.name = name;
        for (final String handedIn : List.of("corrections", "decisions")) {
            Files.createDirectories(directory.resolve(handedIn));
        }
    }

    /** @param sources parameters of the template's own */
    final void importFlow(final Map<String, String> sources) {
        final Map<String, String> parameters = new HashMap<>(sources);
        parameters.put("Quarantine Directory", quarantine().toString());
        parameters.put("Report Directory", directory.resolve("reports").toString());
        parameters.put("Correction Directory", directory.resolve("corrections").toString());
        parameters.put("Decision Directory", directory.resolve("decisions").toString());
        parameters.put("Customer Index File", "customers/%s.index".formatted(name));
        parameters.putAll(RealPostgres.parameters("CRM Database", crm.url()));
        flow = new ImportedFlow(nifi, template, name, parameters);
    }

    final PostgresServer postgres() {
        return postgres;
    }

    CrmDatabase crm() {
        return crm;
    }

    Path directory(final String source) {
        return directory.resolve(source);
    }

    Path quarantine() {
        return directory.resolve("quarantine");
    }

    /** Sets the flow up for a cluster: one index for all nodes, and all of them work on what the primary node finds. */
    final void prepareForCluster() {
        flow.replaceService("Merge Customers", "Customer Index", "org.nificrm.services.PostgresCustomerIndex", "Database Connection Pooling Service", "CRM Database");
        flow.overAllNodes("Fetch ");
        flow.overAllNodes("Read Slice");
    }

    void start() {
        flow.start();
    }

    void stop() {
        flow.stop();
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

    /** The id of the processor of this name. */
    String processor(final String processorName) {
        return flow.processor(processorName);
    }

    private List<Stage> stages(final String processorName) {
        return new FlowMonitor(nifi, flow.groupId()).stages().stream().filter(stage -> stage.name().endsWith(": " + processorName)).toList();
    }

    boolean isIdle() {
        final JsonNode status = nifi.status(flow.groupId());
        return status.path("flowFilesQueued").asInt() == 0 && status.path("activeThreadCount").asInt() == 0;
    }

    private List<JsonNode> processors() {
        final List<JsonNode> processors = new ArrayList<>();
        nifi.get("/flow/process-groups/" + flow.groupId()).at("/processGroupFlow/flow/processGroups")
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
        flow.close();
    }
}
