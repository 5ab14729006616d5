package org.nificrm.matching.index;

import java.util.Comparator;

/**
 * Two records of a store. It is the same pair whichever record is named first.
 *
 * @param older the lesser id
 * @param newer the greater id
 */
public record RecordPair(long older, long newer) implements Comparable<RecordPair> {
    private static final Comparator<RecordPair> ORDER = Comparator.comparingLong(RecordPair::older).thenComparingLong(RecordPair::newer);

    public RecordPair {
        if (older == newer) {
            throw new IllegalArgumentException("A pair needs two different records");
        }

        if (older > newer) {
            final long lesser = newer;
            newer = older;
            older = lesser;
        }
    }

    @Override
    public int compareTo(final RecordPair other) {
        return ORDER.compare(this, other);
    }
}
