package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * Records over time, in intervals of one width, which doubles when the whole would be longer than {@value #MOST_INTERVALS} of
 * them. Intervals begin at multiples of their width, so that the sum does not depend on the order in which it is made.
 */
public final class Throughput {

    static final int MOST_INTERVALS = 120;
    private static final long FINEST_SECONDS = 5;

    private final TreeMap<Long, Long> recordsByInterval = new TreeMap<>();
    private long seconds = FINEST_SECONDS;

    public void add(final Instant time, final long records) {
        if (records > 0) {
            recordsByInterval.merge(Math.floorDiv(time.getEpochSecond(), seconds), records, Long::sum);
            coarsen();
        }
    }

    void add(final Throughput other) {
        while (seconds < other.seconds) {
            widen();
        }

        other.recordsByInterval.forEach((interval, records) -> recordsByInterval.merge(Math.floorDiv(interval * other.seconds, seconds), records, Long::sum));
        coarsen();
    }

    private void coarsen() {
        while (!recordsByInterval.isEmpty() && recordsByInterval.lastKey() - recordsByInterval.firstKey() >= MOST_INTERVALS) {
            widen();
        }
    }

    private void widen() {
        final Map<Long, Long> finer = new TreeMap<>(recordsByInterval);
        recordsByInterval.clear();
        finer.forEach((interval, records) -> recordsByInterval.merge(Math.floorDiv(interval, 2), records, Long::sum));
        seconds *= 2;
    }

    /** Width of an interval. */
    public long seconds() {
        return seconds;
    }

    /** All records. */
    public long total() {
        return recordsByInterval.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Records by the beginning of their interval; intervals without records are left out. */
    public Map<Instant, Long> intervals() {
        final Map<Instant, Long> intervals = new TreeMap<>();
        recordsByInterval.forEach((interval, records) -> intervals.put(Instant.ofEpochSecond(interval * seconds), records));
        return intervals;
    }

    ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode().put("seconds", seconds);
        final ObjectNode records = json.putObject("records");
        intervals().forEach((start, count) -> records.put(start.toString(), count));
        return json;
    }

    /** @throws java.time.DateTimeException if a time is none */
    static Throughput read(final JsonNode json) {
        final Throughput throughput = new Throughput();
        while (throughput.seconds < json.path("seconds").asLong()) {
            throughput.widen();
        }

        for (final Map.Entry<String, JsonNode> interval : json.path("records").properties()) {
            throughput.add(Instant.parse(interval.getKey()), interval.getValue().asLong());
        }

        return throughput;
    }
}
