package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** What became of the records of one stage, of one FlowFile or of many. Not safe for use by several threads. */
public final class StageReport {

    /** Records that came in, for stages that count them. */
    static final String IN = "in";

    /** Sources that are told apart; what exceeds it is counted together. */
    static final int MOST_SOURCES = 100;

    private static final int VERSION = 1;

    private final String stage;
    private final Counts records = new Counts();
    private final Map<String, Counts> reasons = new TreeMap<>();
    private final Map<String, Counts> sources = new TreeMap<>();
    private final Throughput throughput = new Throughput();
    private long flowFiles;
    private Instant started;
    private Instant ended;
    private Duration busy = Duration.ZERO;

    /** @param stage its name, for example {@code put} */
    public StageReport(final String stage) {
        this.stage = stage;
    }

    public String stage() {
        return stage;
    }

    /** Records by what became of them. */
    public Counts records() {
        return records;
    }

    /** By what became of records, the codes that say why. */
    public Counts reasons(final String outcome) {
        return reasons.computeIfAbsent(outcome, key -> new Counts());
    }

    /** All reasons, by what became of the records. */
    public Map<String, Counts> allReasons() {
        return new TreeMap<>(reasons);
    }

    /** Records of one source by what became of them, for stages that know where their records come from. */
    public Counts source(final String name) {
        return sources.computeIfAbsent(sources.size() < MOST_SOURCES || sources.containsKey(name) ? name : Counts.OTHERS, key -> new Counts());
    }

    /** What became of the records of each source, by its name; empty if the stage does not tell. */
    public Map<String, Counts> sources() {
        return new TreeMap<>(sources);
    }

    /** Records over time. */
    public Throughput throughput() {
        return throughput;
    }

    /** One FlowFile is done. */
    public void finish(final Instant flowFileStarted, final Instant flowFileEnded) {
        flowFiles++;
        span(flowFileStarted, flowFileEnded);
        busy = busy.plus(Duration.between(flowFileStarted, flowFileEnded));
    }

    private void span(final Instant from, final Instant to) {
        started = started == null || from.isBefore(started) ? from : started;
        ended = ended == null || to.isAfter(ended) ? to : ended;
    }

    /** Adds the report of the same stage on other FlowFiles. */
    public void add(final StageReport other) {
        flowFiles += other.flowFiles;
        busy = busy.plus(other.busy);
        if (other.started != null) {
            span(other.started, other.ended);
        }

        records.add(other.records);
        other.reasons.forEach((outcome, counts) -> reasons(outcome).add(counts));
        other.sources.forEach((name, counts) -> source(name).add(counts));
        throughput.add(other.throughput);
    }

    /** When the first FlowFile began; null before one is done. */
    public Instant started() {
        return started;
    }

    /** When the last FlowFile was done; null before one is. */
    public Instant ended() {
        return ended;
    }

    /** Time spent on FlowFiles, of all threads together. */
    public Duration busy() {
        return busy;
    }

    public ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("version", VERSION).put("stage", stage).put("flowFiles", flowFiles);
        json.put("startedAt", started == null ? null : started.toString());
        json.put("endedAt", ended == null ? null : ended.toString());
        json.put("busyMillis", busy.toMillis());
        json.set("records", records.toJson());
        final ObjectNode codes = json.putObject("reasons");
        reasons.forEach((outcome, counts) -> codes.set(outcome, counts.toJson()));
        if (!sources.isEmpty()) {
            final ObjectNode bySource = json.putObject("bySource");
            sources.forEach((name, counts) -> bySource.set(name, counts.toJson()));
        }

        json.set("throughput", throughput.toJson());
        return json;
    }

    /**
     * Reads a report. One of a single FlowFile that tells no throughput has all its records at its end.
     *
     * @throws java.time.DateTimeException if a time is none
     */
    public static StageReport read(final JsonNode json) {
        final StageReport report = new StageReport(json.path("stage").asText());
        report.flowFiles = json.path("flowFiles").asLong();
        report.records.add(json.path("records"));
        if (json.hasNonNull("startedAt") && json.hasNonNull("endedAt")) {
            report.span(Instant.parse(json.path("startedAt").asText()), Instant.parse(json.path("endedAt").asText()));
            report.busy = json.has("busyMillis") ? Duration.ofMillis(json.path("busyMillis").asLong()) : Duration.between(report.started, report.ended);
        }

        if (report.ended != null && !json.has("throughput")) {
            report.throughput.add(report.ended, report.records.get(IN));
        }

        for (final Map.Entry<String, JsonNode> outcome : json.path("reasons").properties()) {
            report.reasons(outcome.getKey()).add(outcome.getValue());
        }

        for (final Map.Entry<String, JsonNode> source : json.path("bySource").properties()) {
            report.source(source.getKey()).add(source.getValue());
        }

        report.throughput.add(Throughput.read(json.path("throughput")));
        return report;
    }
}
