package org.nificrm.matching;

import org.nificrm.matching.block.CandidatePairs;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;

/** Scores pairs of records and keeps those that may be one customer, in an order that does not depend on the number of threads. */
final class PairScoring {
    private final Scorer scorer;
    private final double threshold;
    private final Parallel parallel;
    private final List<ScoredPair> pairs = new ArrayList<>();
    private final LongAdder compared = new LongAdder();

    /** @param threshold bits from which a pair is kept */
    PairScoring(final Scorer scorer, final double threshold, final Parallel parallel) {
        this.scorer = scorer;
        this.threshold = threshold;
        this.parallel = parallel;
    }

    /** The pairs that were kept. */
    List<ScoredPair> pairs() {
        return pairs;
    }

    /** Number of pairs that were scored. */
    long compared() {
        return compared.sum();
    }

    /** Scores the candidates of a batch. */
    void score(final long[] ids, final List<Profile> profiles, final CandidatePairs candidates) {
        for (int number = 0; number < ids.length; number++) {
            for (final int other : candidates.before(number)) {
                keep(score(ids[other], profiles.get(other), ids[number], profiles.get(number)), pairs);
            }
        }
    }

    /**
     * Scores records at hand with others.
     *
     * @param ids        of the records at hand
     * @param candidates whom to compare each of them with
     * @param profiles   by id; null for those that are not known
     * @param isAtHand   whether an id is that of a record at hand: a pair of two of them is scored once
     */
    void score(final long[] ids, final int[][] candidates, final LongFunction<Profile> profiles, final LongPredicate isAtHand) {
        final List<List<ScoredPair>> kept = new ArrayList<>(Collections.nCopies(ids.length, List.of()));
        parallel.forEach(ids.length, number -> {
            final long id = ids[number];
            final List<ScoredPair> own = new ArrayList<>();
            for (final int other : candidates[number]) {
                final Profile profile = profiles.apply(other);
                if (profile != null && (other < id || !isAtHand.test(other))) {
                    keep(score(other, profile, id, profiles.apply(id)), own);
                }
            }

            kept.set(number, own);
        });
        kept.forEach(pairs::addAll);
    }

    private ScoredPair score(final long one, final Profile first, final long other, final Profile second) {
        compared.increment();
        return one < other ? new ScoredPair(one, other, scorer.score(first, second)) : new ScoredPair(other, one, scorer.score(second, first));
    }

    private void keep(final ScoredPair pair, final List<ScoredPair> kept) {
        if (pair.score >= threshold) {
            kept.add(pair);
        }
    }

    /** Two records by their ids, the lesser first, and their score in bits. */
    record ScoredPair(long older, long newer, float score) {
    }
}
