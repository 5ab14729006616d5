package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.reconciliation.Comparison;
import org.nificrm.reconciliation.Comparison.Difference;

import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/**
 * How well the records of a source arrived in a CRM:
 * <ul>
 * <li>completeness = records found / records looked up;
 * <li>consistency = mean over the records found of |fields equal on both sides| / |fields present on either side|;
 * <li>consistency of a field = records in which it is equal / records in which it is present on either side;
 * <li>timeliness, see {@link Timeliness}.
 * </ul>
 * Its size depends on the number of fields and sources, not of records. Not safe for use by several threads.
 */
public final class ReconciliationReport {

    /** Stage of records that should be in the CRM. */
    public static final String STAGE = "reconcile";
    /** Stage of records of the CRM that should be in a source; those that are missing there are orphans. */
    public static final String ORPHANS_STAGE = "orphans";

    /** Records that were looked up. */
    public static final String CHECKED = "checked";
    /** Found, and no field differs. */
    public static final String CONSISTENT = "consistent";
    /** Found, and a field differs. */
    public static final String INCONSISTENT = "inconsistent";
    /** Found in a newer version, so that no field was compared; among the consistent ones. */
    public static final String OVERTAKEN = "OVERTAKEN";
    /** Not found. */
    public static final String MISSING = "missing";
    /** Not in the sample. */
    public static final String SKIPPED = "skipped";


    private final StageReport stage;
    private final Map<String, FieldSum> fields = new TreeMap<>();
    private final Map<String, SourceSum> sources = new TreeMap<>();
    private final Timeliness timeliness = new Timeliness();
    private Share consistency = Share.NONE;

    /** One field: in how many records it is present on either side, and in how many of these equal. */
    public record FieldSum(long present, long equal) {

        private FieldSum plus(final FieldSum other) {
            return new FieldSum(present + other.present, equal + other.equal);
        }
    }

    /** One source system: records looked up, records found, and their consistency. */
    public record SourceSum(long checked, long found, Share consistency) {

        private SourceSum plus(final SourceSum other) {
            return new SourceSum(checked + other.checked, found + other.found, consistency.plus(other.consistency));
        }
    }

    /** @param stage {@link #STAGE} or {@link #ORPHANS_STAGE} */
    public ReconciliationReport(final String stage) {
        this(new StageReport(stage));
    }

    private ReconciliationReport(final StageReport stage) {
        this.stage = stage;
    }

    /** Counts of records, times and throughput. */
    public StageReport stage() {
        return stage;
    }

    /** Fields that are going to be compared, so that one that is never present is reported too. */
    public void declare(final Collection<String> names) {
        names.forEach(name -> count(name, new FieldSum(0, 0)));
    }

    /**
     * One record that was found.
     *
     * @param source system it comes from, or null if it does not say
     * @param unique whether only one record of the CRM has its key
     */
    public void found(final String source, final Comparison comparison, final boolean unique) {
        final Share share = Share.NONE.with(comparison.equal().size(), comparison.present());
        consistency = consistency.plus(share);
        count(source, new SourceSum(1, 1, share));
        comparison.equal().forEach(field -> count(field, new FieldSum(1, 1)));
        comparison.differences().stream().map(Difference::field).forEach(field -> count(field, new FieldSum(1, 0)));
        stage.records().add(CHECKED, 1);
        stage.records().add(unique && comparison.isConsistent() ? CONSISTENT : INCONSISTENT, 1);
        if (!unique) {
            stage.reasons(INCONSISTENT).add("AMBIGUOUS_KEY", 1);
        } else if (!comparison.isConsistent()) {
            stage.reasons(INCONSISTENT).add("DIFFERENT", 1);
        }
    }

    /**
     * One record of which the CRM holds a newer version.
     *
     * @param source system it comes from, or null if it does not say
     */
    public void overtaken(final String source) {
        count(source, new SourceSum(1, 1, Share.NONE));
        stage.records().add(CHECKED, 1);
        stage.records().add(CONSISTENT, 1);
        stage.reasons(CONSISTENT).add(OVERTAKEN, 1);
    }

    /**
     * One record that was not found.
     *
     * @param source system it comes from, or null if it does not say
     * @param code   why
     */
    public void missing(final String source, final String code) {
        count(source, new SourceSum(1, 0, Share.NONE));
        stage.records().add(CHECKED, 1);
        stage.records().add(MISSING, 1);
        stage.reasons(MISSING).add(code, 1);
    }

    /**
     * The time from a record's change in the source to its write in the CRM.
     *
     * @param lag       null if one of the two times is missing
     * @param objective how long it may be
     */
    public void lag(final Duration lag, final Duration objective) {
        if (lag == null) {
            timeliness.addUnknown();
        } else {
            timeliness.add(lag, objective);
        }
    }

    private void count(final String field, final FieldSum sum) {
        fields.merge(field, sum, FieldSum::plus);
    }

    private void count(final String source, final SourceSum sum) {
        if (source != null) {
            sources.merge(sources.size() < StageReport.MOST_SOURCES || sources.containsKey(source) ? source : Counts.OTHERS, sum, SourceSum::plus);
        }
    }

    public void add(final ReconciliationReport other) {
        stage.add(other.stage);
        other.fields.forEach(this::count);
        other.sources.forEach(this::count);
        timeliness.add(other.timeliness);
        consistency = consistency.plus(other.consistency);
    }

    /** By field, in the order of the names. */
    public Map<String, FieldSum> fields() {
        return new TreeMap<>(fields);
    }

    /** By source system, in the order of the names. */
    public Map<String, SourceSum> sources() {
        return new TreeMap<>(sources);
    }

    public Timeliness timeliness() {
        return timeliness;
    }

    /** Mean over the records found; null if nothing was compared. */
    public Double consistency() {
        return consistency.mean();
    }

    /** Records found / records looked up; null if none was. */
    public Double completeness() {
        final long checked = stage.records().get(CHECKED);
        return checked == 0 ? null : (double) (checked - stage.records().get(MISSING)) / checked;
    }

    public ObjectNode toJson() {
        final ObjectNode json = stage.toJson();
        final ObjectNode figures = json.putObject("figures");
        figures.put("completeness", completeness()).put("consistency", consistency());
        putMillis(figures, "timelinessMeanMillis", timeliness.mean());
        putMillis(figures, "timelinessP50Millis", timeliness.percentile(50));
        putMillis(figures, "timelinessP95Millis", timeliness.percentile(95));
        putMillis(figures, "timelinessP99Millis", timeliness.percentile(99));
        putMillis(figures, "timelinessMaximumMillis", timeliness.maximum());
        json.set("consistency", consistency.toJson());
        final ObjectNode fieldSums = json.putObject("fields");
        fields.forEach((name, sum) -> fieldSums.putObject(name).put("present", sum.present()).put("equal", sum.equal()));
        final ObjectNode sourceSums = json.putObject("sources");
        sources.forEach((name, sum) -> sourceSums.putObject(name).put("checked", sum.checked()).put("found", sum.found())
                .set("consistency", sum.consistency().toJson()));
        json.set("timeliness", timeliness.toJson());
        return json;
    }

    private static void putMillis(final ObjectNode figures, final String name, final Duration duration) {
        figures.put(name, duration == null ? null : duration.toMillis());
    }

    /** @throws RuntimeException if the JSON is no such report */
    public static ReconciliationReport read(final JsonNode json) {
        final ReconciliationReport report = new ReconciliationReport(StageReport.read(json));
        for (final Map.Entry<String, JsonNode> field : json.path("fields").properties()) {
            report.count(field.getKey(), new FieldSum(field.getValue().path("present").asLong(), field.getValue().path("equal").asLong()));
        }

        for (final Map.Entry<String, JsonNode> source : json.path("sources").properties()) {
            report.count(source.getKey(), new SourceSum(source.getValue().path("checked").asLong(), source.getValue().path("found").asLong(),
                    Share.read(source.getValue().path("consistency"))));
        }

        report.timeliness.add(Timeliness.read(json.path("timeliness")));
        report.consistency = Share.read(json.path("consistency"));
        return report;
    }
}
