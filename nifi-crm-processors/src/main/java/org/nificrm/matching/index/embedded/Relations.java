package org.nificrm.matching.index.embedded;

import org.h2.mvstore.MVMap;
import org.nificrm.matching.index.RecordPair;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.LongStream;

/** What is remembered of records beside themselves: their possible matches, and the entities that changed when they came. */
final class Relations {

    private static final long[] NONE = {};

    /** For each record the other ones, ascending. */
    private final MVMap<Long, long[]> possible;
    /** For each record the entities, upper and lower bits in turn. */
    private final MVMap<Long, long[]> consequences;

    Relations(final MVMap<Long, long[]> possible, final MVMap<Long, long[]> consequences) {
        this.possible = possible;
        this.consequences = consequences;
    }

    void addPossible(final RecordPair pair) {
        addPossible(pair.older(), pair.newer());
        addPossible(pair.newer(), pair.older());
    }

    private void addPossible(final long record, final long other) {
        final long[] others = possible.getOrDefault(record, NONE);
        final int position = Arrays.binarySearch(others, other);
        if (position < 0) {
            final long[] more = Arrays.copyOf(others, others.length + 1);
            System.arraycopy(others, ~position, more, ~position + 1, others.length - ~position);
            more[~position] = other;
            possible.put(record, more);
        }
    }

    void removePossible(final long record) {
        final long[] others = possible.remove(record);
        if (others != null) {
            for (final long other : others) {
                possible.put(other, Arrays.stream(possible.get(other)).filter(id -> id != record).toArray());
            }
        }
    }

    List<RecordPair> possible(final Collection<Long> records) {
        final Set<RecordPair> pairs = new TreeSet<>();
        for (final long record : records) {
            for (final long other : possible.getOrDefault(record, NONE)) {
                pairs.add(new RecordPair(record, other));
            }
        }

        return List.copyOf(pairs);
    }

    void addConsequences(final long record, final Collection<UUID> entities) {
        final Set<UUID> all = new TreeSet<>(entities);
        all.addAll(consequences(List.of(record)));
        consequences.put(record, all.stream().flatMapToLong(id -> LongStream.of(id.getMostSignificantBits(), id.getLeastSignificantBits())).toArray());
    }

    Set<UUID> consequences(final Collection<Long> records) {
        final Set<UUID> entities = new HashSet<>();
        for (final long record : records) {
            final long[] bits = consequences.getOrDefault(record, NONE);
            for (int i = 0; i < bits.length; i += 2) {
                entities.add(new UUID(bits[i], bits[i + 1]));
            }
        }

        return entities;
    }
}
