package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Numbers by name, of a bounded number of names: what exceeds it is counted together. */
public final class Counts {

    /** Name of all that are beyond the limit. */
    public static final String OTHERS = "OTHERS";

    private static final int LIMIT = 200;

    private final SortedMap<String, Long> counts = new TreeMap<>();

    public void add(final String name, final long count) {
        if (count != 0) {
            counts.merge(counts.size() < LIMIT || counts.containsKey(name) ? name : OTHERS, count, Long::sum);
        }
    }

    void add(final Counts other) {
        other.counts.forEach(this::add);
    }

    /** Adds the numbers of a JSON object; what is no number counts nothing. */
    void add(final JsonNode json) {
        for (final Map.Entry<String, JsonNode> count : json.properties()) {
            add(count.getKey(), count.getValue().asLong());
        }
    }

    public long get(final String name) {
        return counts.getOrDefault(name, 0L);
    }

    public long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** By name, in the order of the names. */
    public Map<String, Long> toMap() {
        return new TreeMap<>(counts);
    }

    ObjectNode toJson() {
        final ObjectNode json = JsonNodeFactory.instance.objectNode();
        counts.forEach(json::put);
        return json;
    }
}
