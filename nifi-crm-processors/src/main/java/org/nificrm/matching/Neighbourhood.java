package org.nificrm.matching;

import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.cluster.PairScore;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * The records that are clustered anew: those at hand and all members of the entities they touch, the oldest first.
 */
final class Neighbourhood implements PairScore {
    /** The members of a larger entity stay together, so that the cost of a new record does not grow with its entity. */
    private static final int MOST_RECLUSTERED = 64;

    private final Scorer scorer;
    private final List<Resident> residents;
    private final Map<SourceKey, Integer> positions = new HashMap<>();
    private final Set<Long> apart = new HashSet<>();
    private final List<int[]> together = new ArrayList<>();
    private final Edges edges = new Edges();

    Neighbourhood(final Scorer scorer, final List<Resident> residents) {
        this.scorer = scorer;
        this.residents = new ArrayList<>(residents);
        this.residents.sort(Comparator.comparingLong(Resident::age));
        for (int position = 0; position < residents.size(); position++) {
            positions.put(this.residents.get(position).profile().key(), position);
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
        final Integer first = positions.get(constraint.first());
        final Integer second = positions.get(constraint.second());
        if (first == null || second == null) {
            return;
        }

        switch (constraint.kind()) {
            case MUST_LINK -> together.add(new int[] {first, second});
            case MUST_NOT_LINK -> apart.add(pair(first, second));
        }
    }

    /** Adds a scored pair of which both records live here. */
    void connect(final SourceKey one, final SourceKey other, final float score) {
        final int first = Math.min(positions.get(one), positions.get(other));
        final int second = Math.max(positions.get(one), positions.get(other));
        edges.add(first, second, apart.contains(pair(first, second)) ? Scorer.VETO : score);
    }

    boolean contains(final SourceKey key) {
        return positions.containsKey(key);
    }

    /** Adds the pairs within each former entity. */
    void connectFormerEntities() {
        final Map<UUID, List<Integer>> members = new HashMap<>();
        for (int position = 0; position < residents.size(); position++) {
            if (residents.get(position).formerEntity() != null && !residents.get(position).incoming()) {
                members.computeIfAbsent(residents.get(position).formerEntity(), absent -> new ArrayList<>()).add(position);
            }
        }

        for (final List<Integer> entity : members.values()) {
            for (int i = 1; i < entity.size(); i++) {
                if (entity.size() > MOST_RECLUSTERED) {
                    together.add(new int[] {entity.get(i - 1), entity.get(i)});
                } else {
                    for (int j = 0; j < i; j++) {
                        edges.add(entity.get(j), entity.get(i), score(entity.get(j), entity.get(i)));
                    }
                }
            }
        }
    }

    @Override
    public float score(final int first, final int second) {
        return apart.contains(pair(first, second)) ? Scorer.VETO
                : scorer.score(residents.get(first).profile(), residents.get(second).profile());
    }

    private static long pair(final int first, final int second) {
        return (long) Math.min(first, second) << Integer.SIZE | Math.max(first, second);
    }

    /**
     * A record that is clustered anew.
     *
     * @param profile      the record
     * @param age          the lower, the older
     * @param storedId     its id in the store, -1 if it is not stored yet
     * @param formerEntity the entity it belonged to, null if it is new
     * @param revision     as in {@link org.nificrm.matching.index.StoredRecord#revision()}, 0 if it is new
     * @param incoming     whether it is one of the records at hand
     */
    record Resident(Profile profile, long age, long storedId, UUID formerEntity, long revision, boolean incoming) {
    }
}
