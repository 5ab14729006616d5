package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

import java.util.Arrays;

/**
 * What the records that share at least two of some features share, as masks of these features. Reused; not for use by several
 * threads.
 */
final class SharedFeatures {
    private static final int ABSENT = -1;

    /** Bits by record: who has one of the features, and who has several. */
    private long[] once = {};
    private long[] several = {};
    /** Number of those with several before each word of bits. */
    private int[] ranks = {};
    /** Of those with several, ascending: the record, its mask, and where that stands among the distinct ones. */
    private int[] records = {};
    private long[] masks = {};
    private int[] kinds = {};
    private int size;
    private final Long2IntOpenHashMap positions = new Long2IntOpenHashMap();
    /** The distinct masks, how many records have each, and how many parts they met in. */
    private long[] distinct = new long[64];
    private int[] counts = new int[64];
    private int[] meetings = new int[64];

    SharedFeatures() {
        positions.defaultReturnValue(ABSENT);
    }

    /**
     * Reads.
     *
     * @param lists   the records of each feature, ascending
     * @param wanted  which features, as bits
     * @param highest number of a record
     */
    void read(final IntArrayList[] lists, final long wanted, final int highest) {
        clear(highest);
        for (long rest = wanted; rest != 0; rest &= rest - 1) {
            mark(lists[Long.numberOfTrailingZeros(rest)]);
        }

        rank(highest);
        for (long rest = wanted; rest != 0; rest &= rest - 1) {
            mask(lists[Long.numberOfTrailingZeros(rest)], Long.lowestOneBit(rest));
        }

        countMasks();
    }

    private void clear(final int highest) {
        final int words = (highest >>> 6) + 1;
        if (once.length < words) {
            once = new long[words + words / 2];
            several = new long[once.length];
            ranks = new int[once.length];
        } else {
            Arrays.fill(once, 0, words, 0);
            Arrays.fill(several, 0, words, 0);
        }

        positions.clear();
    }

    private void mark(final IntArrayList list) {
        final int[] elements = list.elements();
        for (int i = 0; i < list.size(); i++) {
            final int word = elements[i] >>> 6;
            final long bit = 1L << elements[i];
            several[word] |= once[word] & bit;
            once[word] |= bit;
        }
    }

    private void rank(final int highest) {
        size = 0;
        for (int word = 0; word <= highest >>> 6; word++) {
            ranks[word] = size;
            size += Long.bitCount(several[word]);
        }

        if (records.length < size) {
            records = new int[size + size / 2];
            masks = new long[records.length];
            kinds = new int[records.length];
        }

        Arrays.fill(masks, 0, size, 0);
    }

    private void mask(final IntArrayList list, final long feature) {
        final int[] elements = list.elements();
        for (int i = 0; i < list.size(); i++) {
            final int record = elements[i];
            final long bits = several[record >>> 6];
            final long bit = 1L << record;
            if ((bits & bit) != 0) {
                final int position = ranks[record >>> 6] + Long.bitCount(bits & bit - 1);
                records[position] = record;
                masks[position] |= feature;
            }
        }
    }

    private void countMasks() {
        for (int i = 0; i < size; i++) {
            int kind = positions.get(masks[i]);
            if (kind == ABSENT) {
                kind = positions.size();
                positions.put(masks[i], kind);
                if (kind == distinct.length) {
                    distinct = Arrays.copyOf(distinct, 2 * kind);
                    counts = Arrays.copyOf(counts, 2 * kind);
                    meetings = Arrays.copyOf(meetings, 2 * kind);
                }

                distinct[kind] = masks[i];
                counts[kind] = 0;
                meetings[kind] = 0;
            }

            counts[kind]++;
            kinds[i] = kind;
        }
    }

    /** How many records have all of these features, which are two or more. */
    int count(final long set) {
        int count = 0;
        for (int kind = 0; kind < positions.size(); kind++) {
            count += (distinct[kind] & set) == set ? counts[kind] : 0;
        }

        return count;
    }

    /** Declares that the records with all of these features meet in a part of a block. */
    void meet(final long set) {
        for (int kind = 0; kind < positions.size(); kind++) {
            meetings[kind] += (distinct[kind] & set) == set ? 1 : 0;
        }
    }

    /** Adds the records that met in so many parts. */
    void addSharing(final int parts, final IntCollection found) {
        for (int i = 0; i < size; i++) {
            if (meetings[kinds[i]] >= parts) {
                found.add(records[i]);
            }
        }
    }

    /** Adds the first so many records that have all of these features. */
    void addFirst(final long set, final int most, final IntCollection found) {
        for (int i = 0, added = 0; i < size && added < most; i++) {
            if ((masks[i] & set) == set) {
                found.add(records[i]);
                added++;
            }
        }
    }
}
