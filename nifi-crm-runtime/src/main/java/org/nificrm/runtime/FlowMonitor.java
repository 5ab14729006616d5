package org.nificrm.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Watches the bundle's processors in one process group through their counters. */
public final class FlowMonitor {

    private static final String BUNDLE_PACKAGE = "org.nificrm.";

    /** Counters of which a record that leaves a processor for good raises exactly one. */
    private static final Set<String> OUTCOMES = Set.of(
            "Records Mapped", "Records Invalid",
            "Records Cleansed", "Records Quarantined",
            "Records New", "Records Newer", "Records Outdated",
            "Records Created", "Records Updated", "Records Unchanged", "Records Deleted", "Records Stale", "Records Conflict", "Records Rejected",
            "Records Consistent", "Records Inconsistent", "Records Missing");

    private final NifiApi nifi;
    private final String groupId;

    public FlowMonitor(final NifiApi nifi, final String groupId) {
        this.nifi = nifi;
        this.groupId = groupId;
    }

    /** What every processor of the bundle has counted so far, in the order of the canvas, top to bottom. */
    public List<Stage> stages() {
        final List<Stage> stages = new ArrayList<>();
        collectStages(groupId, "", countersByComponent(), stages);
        return stages;
    }

    private Map<String, Map<String, Long>> countersByComponent() {
        final Map<String, Map<String, Long>> counters = new HashMap<>();
        for (final JsonNode counter : nifi.counters()) {
            // A context reads "name (id)", or "All types" for the sum over processors of one type.
            final String context = counter.path("context").asText();
            final String id = context.substring(context.lastIndexOf('(') + 1).replace(")", "");
            counters.computeIfAbsent(id, ignored -> new HashMap<>())
                    .put(counter.path("name").asText(), counter.path("valueCount").asLong());
        }

        return counters;
    }

    private void collectStages(final String id, final String prefix, final Map<String, Map<String, Long>> counters, final List<Stage> stages) {
        final JsonNode flow = nifi.get("/flow/process-groups/" + id).at("/processGroupFlow/flow");
        for (final JsonNode processor : topToBottom(flow.path("processors"))) {
            if (processor.at("/component/type").asText().startsWith(BUNDLE_PACKAGE)) {
                final String name = prefix + processor.at("/component/name").asText();
                stages.add(new Stage(name, counters.getOrDefault(processor.path("id").asText(), Map.of())));
            }
        }

        for (final JsonNode child : topToBottom(flow.path("processGroups"))) {
            collectStages(child.path("id").asText(), child.at("/component/name").asText() + ": ", counters, stages);
        }
    }

    private static List<JsonNode> topToBottom(final JsonNode components) {
        final List<JsonNode> sorted = new ArrayList<>();
        components.forEach(sorted::add);
        sorted.sort(Comparator.<JsonNode>comparingDouble(component -> component.at("/position/y").asDouble())
                .thenComparingDouble(component -> component.at("/position/x").asDouble()));
        return sorted;
    }

    /** Whether no FlowFile waits and no processor works. */
    boolean isIdle() {
        final JsonNode status = nifi.status(groupId);
        return status.path("flowFilesQueued").asInt() == 0 && status.path("activeThreadCount").asInt() == 0;
    }

    /** Bytes of heap in use, garbage included. */
    long heapUsed() {
        return nifi.get("/system-diagnostics").at("/systemDiagnostics/aggregateSnapshot/usedHeapBytes").asLong();
    }

    /**
     * One processor of the bundle.
     *
     * @param name     its process group and its name on the canvas
     * @param counters what it counted since NiFi started, by the counter's name
     */
    public record Stage(String name, Map<String, Long> counters) {

        /** Records that have left the processor. */
        public long records() {
            return OUTCOMES.stream().mapToLong(this::count).sum();
        }

        /** Those of them that went aside, to be corrected. */
        long rejected() {
            return count("Records Invalid") + count("Records Quarantined") + count("Records Rejected");
        }

        public long count(final String counter) {
            return counters.getOrDefault(counter, 0L);
        }
    }
}
