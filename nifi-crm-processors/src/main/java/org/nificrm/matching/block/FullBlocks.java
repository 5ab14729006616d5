package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which blocks of each record are full, split by split.
 */
final class FullBlocks {
    private final int records;
    private final int recordBits;
    private final List<Split> splits = new ArrayList<>();

    /** @param recordBits how many bits of an entry are the number of its record; those above are its key */
    FullBlocks(final int records, final int recordBits) {
        this.records = records;
        this.recordBits = recordBits;
    }

    /**
     * Takes in what the last split left full.
     *
     * @param entries keys and records, ascending
     */
    void add(final LongArrayList entries) {
        final int[] starts = new int[records + 1];
        final long recordMask = (1L << recordBits) - 1;
        for (int i = 0; i < entries.size(); i++) {
            starts[(int) (entries.getLong(i) & recordMask) + 1]++;
        }

        Arrays.parallelPrefix(starts, Integer::sum);
        final long[] keys = new long[entries.size()];
        final int[] next = Arrays.copyOf(starts, records);
        for (int i = 0; i < keys.length; i++) {
            keys[next[(int) (entries.getLong(i) & recordMask)]++] = entries.getLong(i) >>> recordBits;
        }

        splits.add(new Split(starts, keys));
    }

    /** @return whether a block of a record is full */
    boolean contains(final int record, final long key) {
        for (final Split split : splits) {
            if (Arrays.binarySearch(split.keys, split.starts[record], split.starts[record + 1], key) >= 0) {
                return true;
            }
        }

        return false;
    }

    /** @return whether the last split left any block full */
    boolean isToSplit() {
        return splits.getLast().keys.length > 0;
    }

    /** @return whether the last split left a block of this record full */
    boolean isToSplit(final int record) {
        return splits.getLast().starts[record] < splits.getLast().starts[record + 1];
    }

    /** The keys of record {@code i}, ascending, are those from {@code starts[i]} up to {@code starts[i + 1]}. */
    private record Split(int[] starts, long[] keys) {
    }
}
