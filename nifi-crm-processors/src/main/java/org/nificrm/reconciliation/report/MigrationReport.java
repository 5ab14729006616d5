package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The sum of the reports of all stages of a migration. It is itself a report that can be added to another. Not safe for use by
 * several threads.
 */
public final class MigrationReport {

    private static final int VERSION = 1;
    private static final String STAGES = "stages";
    private static final String RECONCILIATION = "reconciliation";
    private static final String QUALITY = "quality";
    private static final List<String> QUALITY_FIGURES = List.of("score", "completeness", "validity", "consistency", "accuracy");

    private final Map<String, StageReport> stages = new TreeMap<>();
    private final Map<String, Share> qualityBefore = new TreeMap<>();
    private final Map<String, Share> qualityAfter = new TreeMap<>();
    private ReconciliationReport reconciliation;

    /**
     * Adds the report of a stage on one FlowFile, or the sum of other reports.
     *
     * @throws IllegalArgumentException if the JSON is no report
     */
    public void add(final JsonNode json) {
        try {
            if (json.has(STAGES)) {
                addSum(json);
            } else if (json.path("stage").asText().equals(ReconciliationReport.STAGE)) {
                addReconciliation(json);
            } else if (json.path("stage").isTextual()) {
                addStage(json);
            } else {
                throw new IllegalArgumentException("it has neither a stage nor stages");
            }
        } catch (final RuntimeException e) {
            throw new IllegalArgumentException("The JSON is no report of a stage. Connect the relationship report of a stage", e);
        }
    }

    private void addSum(final JsonNode json) {
        json.path(STAGES).forEach(this::addStage);
        if (json.hasNonNull(RECONCILIATION)) {
            addReconciliation(json.path(RECONCILIATION));
        }

        for (final String figure : QUALITY_FIGURES) {
            addQuality(qualityBefore, figure, Share.read(json.path(QUALITY).path("before").path(figure)));
            addQuality(qualityAfter, figure, Share.read(json.path(QUALITY).path("after").path(figure)));
        }
    }

    private void addReconciliation(final JsonNode json) {
        final ReconciliationReport added = ReconciliationReport.read(json);
        if (reconciliation == null) {
            reconciliation = added;
        } else {
            reconciliation.add(added);
        }
    }

    private void addStage(final JsonNode json) {
        final StageReport added = StageReport.read(json);
        added.reasons("quarantined").add(json.path("quarantine"));
        stages.merge(added.stage(), added, (sum, report) -> {
            sum.add(report);
            return sum;
        });
        if (json.has("scores")) {
            final long records = added.records().get(StageReport.IN);
            for (final String figure : QUALITY_FIGURES) {
                addQuality(qualityBefore, figure, weighted(json.path("scores").path("before").path(figure), records));
                addQuality(qualityAfter, figure, weighted(json.path("scores").path("after").path(figure), records));
            }
        }
    }

    /** The figure of a FlowFile counts as often as it has records. */
    private static Share weighted(final JsonNode figure, final long records) {
        return figure.isNumber() ? new Share(records, new BigDecimal(figure.asText()).multiply(BigDecimal.valueOf(records))) : Share.NONE;
    }

    private static void addQuality(final Map<String, Share> quality, final String figure, final Share share) {
        if (share.of() > 0) {
            quality.merge(figure, share, Share::plus);
        }
    }

    /** The report of a stage, of the comparison too; empty if none has come. */
    public Optional<StageReport> stage(final String name) {
        return name.equals(ReconciliationReport.STAGE) ? reconciliation().map(ReconciliationReport::stage) : Optional.ofNullable(stages.get(name));
    }

    /** What was compared; empty if nothing was. */
    public Optional<ReconciliationReport> reconciliation() {
        return Optional.ofNullable(reconciliation);
    }

    /** A figure of quality from 0 to 1, before and after cleansing: score, completeness, validity, consistency or accuracy. */
    public record Quality(String figure, double before, double after) {
    }

    /** Means over all cleansed records, weighted by FlowFile; empty if nothing was cleansed. */
    public List<Quality> quality() {
        return QUALITY_FIGURES.stream().filter(figure -> qualityBefore.containsKey(figure) && qualityAfter.containsKey(figure))
                .map(figure -> new Quality(figure, qualityBefore.get(figure).mean(), qualityAfter.get(figure).mean())).toList();
    }

    /** When the first stage began; empty before anything was reported. */
    public Optional<Instant> started() {
        return all().stream().map(StageReport::started).filter(Objects::nonNull).min(Comparator.naturalOrder());
    }

    /** When the last stage was done; empty before anything was reported. */
    public Optional<Instant> ended() {
        return all().stream().map(StageReport::ended).filter(Objects::nonNull).max(Comparator.naturalOrder());
    }

    /** From the first begin to the last end. */
    public Duration duration() {
        return started().isEmpty() ? Duration.ZERO : Duration.between(started().get(), ended().orElseThrow());
    }

    private Collection<StageReport> all() {
        final Map<String, StageReport> all = new LinkedHashMap<>(stages);
        reconciliation().ifPresent(report -> all.put(ReconciliationReport.STAGE, report.stage()));
        return all.values();
    }

    public ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put("version", VERSION);
        final ObjectNode stageReports = json.putObject(STAGES);
        stages.forEach((name, report) -> stageReports.set(name, report.toJson()));
        json.set(RECONCILIATION, reconciliation == null ? JsonNodeFactory.instance.nullNode() : reconciliation.toJson());
        json.set(QUALITY, JsonNodeFactory.instance.objectNode().<ObjectNode>set("before", toJson(qualityBefore)).set("after", toJson(qualityAfter)));
        return json;
    }

    private static ObjectNode toJson(final Map<String, Share> quality) {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        quality.forEach((figure, share) -> json.set(figure, share.toJson()));
        return json;
    }
}
