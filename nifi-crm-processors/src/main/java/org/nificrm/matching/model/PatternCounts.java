package org.nificrm.matching.model;

import it.unimi.dsi.fastutil.longs.Long2LongOpenHashMap;

import java.util.Arrays;

/**
 * How often each agreement pattern occurred.
 */
public final class PatternCounts {
    private final Long2LongOpenHashMap counts = new Long2LongOpenHashMap();

    public void add(final long pattern) {
        counts.addTo(pattern, 1);
    }

    public void addAll(final PatternCounts other) {
        other.counts.long2LongEntrySet().fastForEach(entry -> counts.addTo(entry.getLongKey(), entry.getLongValue()));
    }

    /** @return distinct patterns in ascending order, so that sums over them do not depend on the order of arrival */
    long[] patterns() {
        final long[] patterns = counts.keySet().toLongArray();
        Arrays.sort(patterns);
        return patterns;
    }

    long count(final long pattern) {
        return counts.get(pattern);
    }
}
