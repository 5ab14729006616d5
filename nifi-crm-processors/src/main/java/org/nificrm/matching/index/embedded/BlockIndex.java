package org.nificrm.matching.index.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Block key to the ids of its members. Most keys have one member, which is kept in the map itself. */
final class BlockIndex {

    private static final int SEGMENT_BITS = 8;
    private static final int ABSENT = Integer.MIN_VALUE;
    private static final int SPLIT = 0;
    private static final int[] NONE = {};

    /**
     * A single member's id, the complement of a position in {@link #shared}, or {@link #SPLIT}. In many maps, since one that grows
     * is copied.
     */
    private final Long2IntOpenHashMap[] segments = new Long2IntOpenHashMap[1 << SEGMENT_BITS];
    private final List<int[]> shared = new ArrayList<>();
    private final IntArrayList unused = new IntArrayList();

    BlockIndex() {
        Arrays.setAll(segments, position -> {
            final Long2IntOpenHashMap entries = new Long2IntOpenHashMap();
            entries.defaultReturnValue(ABSENT);
            return entries;
        });
    }

    private Long2IntOpenHashMap entries(final long key) {
        return segments[(int) (key >>> Long.SIZE - SEGMENT_BITS)];
    }

    /** Returns false if the record was a member before, the block is split, or it has as many members as it may have. */
    boolean add(final long key, final int id, final int most) {
        final int entry = entries(key).get(key);
        if (entry == SPLIT || entry == id) {
            return false;
        }

        if (entry == ABSENT) {
            entries(key).put(key, id);
            return true;
        }

        if (entry > 0) {
            entries(key).put(key, share(new int[] {Math.min(entry, id), Math.max(entry, id)}));
            return true;
        }

        final int[] members = shared.get(~entry);
        final int position = members.length >= most ? 0 : Arrays.binarySearch(members, id);
        if (position >= 0) {
            return false;
        }

        final int[] more = Arrays.copyOf(members, members.length + 1);
        more[~position] = id;
        System.arraycopy(members, ~position, more, ~position + 1, members.length - ~position);
        shared.set(~entry, more);
        return true;
    }

    private int share(final int[] members) {
        if (unused.isEmpty()) {
            shared.add(members);
            return ~(shared.size() - 1);
        }

        final int position = unused.popInt();
        shared.set(position, members);
        return ~position;
    }

    void remove(final long key, final int id) {
        final int entry = entries(key).get(key);
        if (entry == id) {
            entries(key).remove(key);
        } else if (entry < 0 && entry != ABSENT) {
            shared.set(~entry, Arrays.stream(shared.get(~entry)).filter(member -> member != id).toArray());
        }
    }

    boolean isSplit(final long key) {
        return entries(key).get(key) == SPLIT;
    }

    /** Declares a block split and returns the members it had, whom nobody looks for there any more. */
    int[] split(final long key) {
        final int entry = entries(key).put(key, SPLIT);
        if (entry == ABSENT || entry == SPLIT) {
            return NONE;
        }

        if (entry > 0) {
            return new int[] {entry};
        }

        unused.add(~entry);
        return shared.set(~entry, NONE);
    }

    /** Makes a split block whole again. */
    void restore(final long key, final int[] members) {
        if (members.length == 0) {
            entries(key).remove(key);
        } else {
            entries(key).put(key, share(members));
        }
    }

    /** The members with the lowest ids; null if there are none. */
    long[] block(final long key, final int limit) {
        final int entry = entries(key).get(key);
        if (entry == ABSENT || entry == SPLIT) {
            return null;
        }

        if (entry > 0) {
            return new long[] {entry};
        }

        final int[] members = shared.get(~entry);
        final long[] ids = new long[Math.min(limit, members.length)];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = members[i];
        }

        return ids.length == 0 ? null : ids;
    }
}
