package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Which records have a feature, by its hash. Most features belong to one record, which is kept in the map itself. */
final class Postings {
    private static final int SEGMENT_BITS = 8;
    private static final int ABSENT = 0;
    private static final IntArrayList NOBODY = new IntArrayList(0);

    /** The only record, or the complement of a position in {@link #shared}. In many maps, since one that grows is copied. */
    private final Long2IntOpenHashMap[] segments = new Long2IntOpenHashMap[1 << SEGMENT_BITS];
    private final List<IntArrayList> shared = new ArrayList<>();

    Postings() {
        Arrays.setAll(segments, position -> new Long2IntOpenHashMap());
    }

    /** Adds a record, by a number above 0; nothing changes if it has the feature already. */
    void add(final long feature, final int record) {
        final Long2IntOpenHashMap segment = segment(feature);
        final int entry = segment.get(feature);
        if (entry == ABSENT) {
            segment.put(feature, record);
        } else if (entry < 0) {
            add(shared.get(~entry), record);
        } else if (entry != record) {
            segment.put(feature, ~shared.size());
            shared.add(IntArrayList.of(Math.min(entry, record), Math.max(entry, record)));
        }
    }

    private static void add(final IntArrayList records, final int record) {
        if (records.topInt() < record) {
            records.add(record);
        } else {
            final int position = Arrays.binarySearch(records.elements(), 0, records.size(), record);
            if (position < 0) {
                records.add(~position, record);
            }
        }
    }

    /** The records with a feature, ascending; not to be changed. */
    IntArrayList of(final long feature) {
        final int entry = segment(feature).get(feature);
        if (entry == ABSENT) {
            return NOBODY;
        }

        return entry < 0 ? shared.get(~entry) : IntArrayList.of(entry);
    }

    /** How many features several records share. */
    int shared() {
        return shared.size();
    }

    /** The most records that share a feature. */
    int most() {
        return shared.stream().mapToInt(IntArrayList::size).max().orElse(0);
    }

    private Long2IntOpenHashMap segment(final long feature) {
        return segments[(int) (feature >>> Long.SIZE - SEGMENT_BITS)];
    }
}
