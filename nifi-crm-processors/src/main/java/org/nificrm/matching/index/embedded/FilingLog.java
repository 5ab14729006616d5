package org.nificrm.matching.index.embedded;

import org.h2.mvstore.MVMap;

import java.nio.ByteBuffer;

/**
 * Which record was filed in which block, and which blocks were split, in the order in which that happened: appended to the end of
 * the file, never changed.
 */
final class FilingLog {

    /** Keys in one entry: about what a page of the file takes. */
    private static final int MOST_KEYS = 1_000;

    /** Runs of one record: its id, the number of its keys, the keys. Record 0 stands for splits. */
    private final MVMap<Long, byte[]> entries;

    FilingLog(final MVMap<Long, byte[]> entries) {
        this.entries = entries;
    }

    /** Appends a number of filings, each at the same position of both arrays. */
    void append(final int[] records, final long[] keys, final int count) {
        for (int start = 0; start < count; start += MOST_KEYS) {
            append(records, keys, start, Math.min(start + MOST_KEYS, count));
        }
    }

    private void append(final int[] records, final long[] keys, final int start, final int end) {
        final ByteBuffer entry = ByteBuffer.allocate((end - start) * (Long.BYTES + 2 * Integer.BYTES));
        int run = start;
        while (run < end) {
            int next = run + 1;
            while (next < end && records[next] == records[run]) {
                next++;
            }

            entry.putInt(records[run]).putInt(next - run);
            for (; run < next; run++) {
                entry.putLong(keys[run]);
            }
        }

        final byte[] bytes = new byte[entry.position()];
        entry.flip().get(bytes);
        entries.append(entries.isEmpty() ? 1L : entries.lastKey() + 1, bytes);
    }

    void appendSplits(final long[] keys) {
        append(new int[keys.length], keys, keys.length);
    }

    /** Builds the index of blocks anew: splits first, so that it never grows larger than it will be. */
    void load(final BlockIndex blocks) {
        entries.values().forEach(entry -> load(entry, blocks, true));
        entries.values().forEach(entry -> load(entry, blocks, false));
    }

    private static void load(final byte[] bytes, final BlockIndex blocks, final boolean splits) {
        final ByteBuffer entry = ByteBuffer.wrap(bytes);
        while (entry.hasRemaining()) {
            final int record = entry.getInt();
            final int count = entry.getInt();
            for (int i = 0; i < count; i++) {
                final long key = entry.getLong();
                if (record > 0 && !splits) {
                    blocks.add(key, record, Integer.MAX_VALUE);
                } else if (record == 0 && splits) {
                    blocks.split(key);
                }
            }
        }
    }
}
