package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramIterationValue;

import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How long after a change in the source the CRM was written, over any number of records in constant memory. Quantiles come
 * from an HDR histogram, at most 1 % beside the true ones: its bins are fixed, so that two of them add up exactly, which the
 * centroids of a t-digest do not. Mean, maximum and share within an objective are exact.
 */
public final class Timeliness {

    private static final int SIGNIFICANT_DIGITS = 2;
    /** Ten years: what is later counts as that late in the quantiles. */
    private static final long LONGEST_MILLIS = Duration.ofDays(3650).toMillis();

    private final Histogram histogram = new Histogram(1, LONGEST_MILLIS, SIGNIFICANT_DIGITS);
    private final SortedMap<Long, Long> withinByObjective = new TreeMap<>();
    private long sum;
    private long maximum;
    private long pending;
    private long unknown;

    /**
     * One record whose two times are known.
     *
     * @param lag       from the source's change to the CRM's write; negative if the source changed after it
     * @param objective how long it may be
     */
    void add(final Duration lag, final Duration objective) {
        if (lag.isNegative()) {
            pending++;
            return;
        }

        final long millis = lag.toMillis();
        histogram.recordValue(Math.min(millis, LONGEST_MILLIS));
        sum += millis;
        maximum = Math.max(maximum, millis);
        withinByObjective.merge(objective.toMillis(), millis <= objective.toMillis() ? 1L : 0L, Long::sum);
    }

    /** One record of which a time is missing. */
    void addUnknown() {
        unknown++;
    }

    void add(final Timeliness other) {
        histogram.add(other.histogram);
        other.withinByObjective.forEach((objective, within) -> withinByObjective.merge(objective, within, Long::sum));
        sum += other.sum;
        maximum = Math.max(maximum, other.maximum);
        pending += other.pending;
        unknown += other.unknown;
    }

    /** Records with a lag. */
    public long measured() {
        return histogram.getTotalCount();
    }

    /** Records that the source changed after the CRM's last write: the change has not arrived. */
    public long pending() {
        return pending;
    }

    /** Records of which one of the two times is missing. */
    public long unknown() {
        return unknown;
    }

    /** Null if nothing was measured. */
    public Duration mean() {
        return measured() == 0 ? null : Duration.ofMillis(Math.round((double) sum / measured()));
    }

    /** Null if nothing was measured. */
    public Duration maximum() {
        return measured() == 0 ? null : Duration.ofMillis(maximum);
    }

    /** The lag that this percentage of the records did not exceed; null if nothing was measured. */
    public Duration percentile(final double percentage) {
        return measured() == 0 ? null : Duration.ofMillis(Math.min(maximum, histogram.getValueAtPercentile(percentage)));
    }

    /** By objective the records within it. */
    public Map<Duration, Long> withinByObjective() {
        final Map<Duration, Long> within = new TreeMap<>();
        withinByObjective.forEach((objective, records) -> within.put(Duration.ofMillis(objective), records));
        return within;
    }

    /** By upper limit of a bin in milliseconds its records; empty bins are left out. */
    public SortedMap<Long, Long> bins() {
        final SortedMap<Long, Long> bins = new TreeMap<>();
        for (final HistogramIterationValue bin : histogram.recordedValues()) {
            bins.put(bin.getValueIteratedTo(), bin.getCountAtValueIteratedTo());
        }

        return bins;
    }

    ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode()
                .put("sumMillis", sum).put("maximumMillis", maximum).put("pending", pending).put("unknown", unknown);
        final ObjectNode objectives = json.putObject("withinByObjectiveMillis");
        withinByObjective.forEach((objective, within) -> objectives.put(objective.toString(), within));
        final ObjectNode bins = json.putObject("recordsByMillis");
        bins().forEach((millis, records) -> bins.put(millis.toString(), records));
        return json;
    }

    /** @throws NumberFormatException if a name is no number */
    static Timeliness read(final JsonNode json) {
        final Timeliness timeliness = new Timeliness();
        timeliness.sum = json.path("sumMillis").asLong();
        timeliness.maximum = json.path("maximumMillis").asLong();
        timeliness.pending = json.path("pending").asLong();
        timeliness.unknown = json.path("unknown").asLong();
        for (final Map.Entry<String, JsonNode> objective : json.path("withinByObjectiveMillis").properties()) {
            timeliness.withinByObjective.put(Long.valueOf(objective.getKey()), objective.getValue().asLong());
        }

        for (final Map.Entry<String, JsonNode> bin : json.path("recordsByMillis").properties()) {
            timeliness.histogram.recordValueWithCount(Math.clamp(Long.parseLong(bin.getKey()), 0, LONGEST_MILLIS), bin.getValue().asLong());
        }

        return timeliness;
    }
}
