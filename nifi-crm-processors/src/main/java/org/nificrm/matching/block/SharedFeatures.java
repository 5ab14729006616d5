package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntCollection;

import java.util.Arrays;
import java.util.List;

/**
 * What the records that share at least two of some features share, as masks of these features. Reused; not for use by several
 * threads.
 */
final class SharedFeatures {
    /** Bits by record: who has one of the features, and who has several. */
    private long[] once = {};
    private long[] several = {};
    /** Number of those with several before each word of bits. */
    private int[] ranks = {};
    /** Of those with several, ascending: the record and its mask. */
    private int[] records = {};
    private char[] masks = {};
    private int size;
    /** For each distinct mask how many records have it, and how many parts they met in. */
    private final int[] counts;
    private final int[] meetings;
    private final IntArrayList distinct = new IntArrayList();

    /** @param most features that are looked at together, up to 16 */
    SharedFeatures(final int most) {
        counts = new int[1 << most];
        meetings = new int[1 << most];
    }

    /**
     * Reads.
     *
     * @param lists   the records of each feature, ascending; bits of a mask stand for them in this order
     * @param highest number of a record
     */
    void read(final List<IntArrayList> lists, final int highest) {
        clear(highest);
        lists.forEach(this::mark);
        rank(highest);
        for (int feature = 0; feature < lists.size(); feature++) {
            mask(lists.get(feature), 1 << feature);
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

        for (int i = 0; i < distinct.size(); i++) {
            counts[distinct.getInt(i)] = 0;
            meetings[distinct.getInt(i)] = 0;
        }

        distinct.clear();
    }

    private void mark(final IntArrayList list) {
        final int[] elements = list.elements();
        final int end = list.size();
        for (int i = 0; i < end; i++) {
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
            masks = new char[records.length];
        }

        Arrays.fill(masks, 0, size, (char) 0);
    }

    private void mask(final IntArrayList list, final int feature) {
        final int[] elements = list.elements();
        final int end = list.size();
        for (int i = 0; i < end; i++) {
            final int record = elements[i];
            final long bits = several[record >>> 6];
            final long bit = 1L << record;
            if ((bits & bit) != 0) {
                final int position = ranks[record >>> 6] + Long.bitCount(bits & bit - 1);
                records[position] = record;
                masks[position] |= (char) feature;
            }
        }
    }

    private void countMasks() {
        for (int i = 0; i < size; i++) {
            if (counts[masks[i]]++ == 0) {
                distinct.add(masks[i]);
            }
        }
    }

    /** How many records have all of these features, which are two or more. */
    int count(final int set) {
        int count = 0;
        for (int i = 0; i < distinct.size(); i++) {
            final int mask = distinct.getInt(i);
            count += (mask & set) == set ? counts[mask] : 0;
        }

        return count;
    }

    /** Declares that the records with all of these features meet in a part of a block. */
    void meet(final int set) {
        for (int i = 0; i < distinct.size(); i++) {
            final int mask = distinct.getInt(i);
            meetings[mask] += (mask & set) == set ? 1 : 0;
        }
    }

    /** Adds the records that met in so many parts. */
    void addMet(final int parts, final IntCollection found) {
        for (int i = 0; i < size; i++) {
            if (meetings[masks[i]] >= parts) {
                found.add(records[i]);
            }
        }
    }

    /** Adds the first so many records that have all of these features. */
    void addFirst(final int set, final int most, final IntCollection found) {
        for (int i = 0, added = 0; i < size && added < most; i++) {
            if ((masks[i] & set) == set) {
                found.add(records[i]);
                added++;
            }
        }
    }
}
