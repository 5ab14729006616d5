package org.nificrm.matching.index.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;

import java.util.ArrayList;
import java.util.List;

/**
 * Block key to the ids of its members. Most keys have one member, which is kept in the map itself: a record with 30 keys
 * costs some 500 bytes.
 */
final class BlockIndex {

    private static final int ABSENT = Integer.MIN_VALUE;

    /** A single member's id, or the complement of a position in {@link #shared}. */
    private final Long2IntOpenHashMap entries = new Long2IntOpenHashMap();
    private final List<IntArrayList> shared = new ArrayList<>();

    BlockIndex() {
        entries.defaultReturnValue(ABSENT);
    }

    /** Returns false if the record was a member before, or the block has as many members as it may have. */
    boolean add(final long key, final int id, final int most) {
        final int entry = entries.get(key);
        if (entry == ABSENT) {
            entries.put(key, id);
            return true;
        }

        if (entry >= 0) {
            if (entry == id) {
                return false;
            }

            shared.add(IntArrayList.of(Math.min(entry, id), Math.max(entry, id)));
            entries.put(key, ~(shared.size() - 1));
            return true;
        }

        final IntArrayList members = shared.get(~entry);
        if (members.size() >= most) {
            return false;
        }

        final int position = IntArrays.binarySearch(members.elements(), 0, members.size(), id);
        if (position >= 0) {
            return false;
        }

        members.add(~position, id);
        return true;
    }

    void remove(final long key, final int id) {
        final int entry = entries.get(key);
        if (entry == id) {
            entries.remove(key);
        } else if (entry < 0 && entry != ABSENT) {
            shared.get(~entry).rem(id);
        }
    }

    /** The members with the lowest ids; null if there are none. */
    long[] block(final long key, final int limit) {
        final int entry = entries.get(key);
        if (entry == ABSENT) {
            return null;
        }

        if (entry >= 0) {
            return new long[] {entry};
        }

        final IntArrayList members = shared.get(~entry);
        final long[] ids = new long[Math.min(limit, members.size())];
        for (int i = 0; i < ids.length; i++) {
            ids[i] = members.getInt(i);
        }

        return ids.length == 0 ? null : ids;
    }
}
