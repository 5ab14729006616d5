package org.nificrm.matching;

import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.cluster.PairScore;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The records that are clustered anew: those at hand and all members of the entities they touch, the oldest first.
 */
final class Neighbourhood implements PairScore {
    /** The members of a larger entity stay together, so that the cost of a new record does not grow with its entity. */
    private static final int MOST_RECLUSTERED = 64;

    private final Scorer scorer;
    private final List<Resident> residents;
    private final Long2IntOpenHashMap positions = new Long2IntOpenHashMap();
    private final Map<SourceKey, Integer> positionsByKey = new HashMap<>();
    private final LongOpenHashSet apart = new LongOpenHashSet();
    private final List<int[]> together = new ArrayList<>();
    private final Edges edges = new Edges();

    /** @param residents the oldest first */
    Neighbourhood(final Scorer scorer, final List<Resident> residents) {
        this.scorer = scorer;
        this.residents = residents;
        for (int position = 0; position < residents.size(); position++) {
            positions.put(residents.get(position).id(), position);
            positionsByKey.put(residents.get(position).key(), position);
        }
    }

    List<Resident> residents() {
        return residents;
    }

    Edges edges() {
        return edges;
    }

    /** @return pairs that are in one cluster whatever their score */
    List<int[]> together() {
        return together;
    }

    /** Takes a steward's decision into account, if both records live here. */
    void constrain(final Constraint constraint) {
        final Integer first = positionsByKey.get(constraint.first());
        final Integer second = positionsByKey.get(constraint.second());
        if (first == null || second == null) {
            return;
        }

        switch (constraint.kind()) {
            case MUST_LINK -> together.add(new int[] {first, second});
            case MUST_NOT_LINK -> apart.add(pair(first, second));
        }
    }

    /** Adds a scored pair, if both records live here. */
    void connect(final long older, final long newer, final float score) {
        if (positions.containsKey(older) && positions.containsKey(newer)) {
            final int first = positions.get(older);
            final int second = positions.get(newer);
            edges.add(first, second, apart.contains(pair(first, second)) ? Scorer.VETO : score);
        }
    }

    /**
     * Adds the pairs within each former entity, those of a record at hand too: a unit of work that saw it, but was not seen, may
     * have put it there.
     */
    void connectFormerEntities() {
        final Map<UUID, List<Integer>> members = new LinkedHashMap<>();
        for (int position = 0; position < residents.size(); position++) {
            members.computeIfAbsent(residents.get(position).formerEntity(), absent -> new ArrayList<>()).add(position);
        }

        for (final List<Integer> entity : members.values()) {
            final boolean large = entity.size() > MOST_RECLUSTERED;
            final Map<Boolean, List<Integer>> parts = entity.stream()
                    .collect(Collectors.partitioningBy(position -> large && !residents.get(position).incoming()));
            final List<Integer> kept = parts.get(true);
            for (int i = 1; i < kept.size(); i++) {
                together.add(new int[] {kept.get(i - 1), kept.get(i)});
            }

            connect(parts.get(false), kept);
        }
    }

    /** Adds the pairs of free records with each other and with those that are kept together. */
    private void connect(final List<Integer> free, final List<Integer> kept) {
        for (int i = 0; i < free.size(); i++) {
            for (int j = 0; j < i; j++) {
                connect(free.get(j), free.get(i));
            }

            for (final int position : kept) {
                connect(Math.min(position, free.get(i)), Math.max(position, free.get(i)));
            }
        }
    }

    private void connect(final int older, final int newer) {
        edges.add(older, newer, apart.contains(pair(older, newer)) ? Scorer.VETO
                : scorer.score(residents.get(older).profile(), residents.get(newer).profile()));
    }

    /** @return whether both records live here, in one cluster */
    boolean areTogether(final long one, final long other, final int[] clusters) {
        return positions.containsKey(one) && positions.containsKey(other) && clusters[positions.get(one)] == clusters[positions.get(other)];
    }

    @Override
    public float score(final int first, final int second) {
        return apart.contains(pair(first, second)) ? Scorer.VETO
                : scorer.scoreWithinGroup(residents.get(first).profile(), residents.get(second).profile());
    }

    private static long pair(final int first, final int second) {
        return (long) Math.min(first, second) << Integer.SIZE | Math.max(first, second);
    }

    /**
     * A record that is clustered anew.
     *
     * @param id           its id in the store: the lower, the older
     * @param profile      the record
     * @param formerEntity the entity it belonged to
     * @param revision     as in {@link org.nificrm.matching.index.StoredRecord#revision()}
     * @param incoming     whether it is one of the records at hand, new or with new values
     */
    record Resident(long id, Profile profile, UUID formerEntity, long revision, boolean incoming) {
        SourceKey key() {
            return profile.key();
        }
    }
}
