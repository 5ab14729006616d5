package org.nificrm.matching.model;

import org.nificrm.matching.compare.AgreementPattern;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.List;

/**
 * Learns a model from unlabelled records by expectation maximization over counted agreement patterns (Arthur P. Dempster, Nan M.
 * Laird and Donald B. Rubin, 1977; for record linkage William E. Winkler, 1988).
 * <p>
 * Four classes explain a pair: match, related, neighbour and unrelated. Matches and their m are learned from the candidates, u from
 * random pairs out of which the expected matches are taken. Dirichlet priors keep m near what is known of the role. The fixed
 * classes of related customers and neighbours keep matches from drifting to households and towns.
 */
public final class Trainer {
    private static final int MOST_ITERATIONS = 40;
    private static final double CONVERGED = 1e-5;
    private static final double PRIOR_MATCH_PAIRS = 20;
    private static final double PRIOR_SHARE = 0.25;
    private static final double PRIOR_RANDOM_PAIRS = 200;
    private static final double UNSEEN_PAIRS = 0.5;
    private static final double MOST_DISAGREEMENT = 3;
    private static final double[] MOST_LOCAL_PART_ODDS = {8, 64};
    private static final double MOST_CONFLICT = 1.5;
    /** Sister companies are expected in this proportion to matches, as names and addresses alone hardly tell them apart. */
    private static final double LEAST_SISTERS = 0.1;
    private static final double MOST_MATCHES = 20;
    private static final double PSEUDO_RECORDS = 10;

    private final MatchFields fields;
    private final List<Attribute> attributes;
    private final Proportions unknown;
    private final double leastRelated;

    public Trainer(final MatchFields fields) {
        this.fields = fields;
        this.attributes = Attribute.of(fields);
        unknown = Proportions.unknown(fields);
        leastRelated = fields.has(Role.COMPANY) ? LEAST_SISTERS : 0;
    }

    /**
     * Learns a model.
     *
     * @param profiles   the records
     * @param candidates patterns of candidate pairs
     * @param share      the part of all candidate pairs that was counted, greater than 0 and up to 1
     * @param random     patterns of pairs drawn at random from all records
     */
    public MatchModel train(final List<Profile> profiles, final PatternCounts candidates, final double share, final PatternCounts random) {
        final long records = profiles.size();
        final List<Frequencies> frequencies = new ArrayList<>();
        for (final Attribute attribute : attributes) {
            frequencies.add(Frequencies.of(profiles, attribute.index()));
        }

        final Patterns found = new Patterns(candidates);
        final Patterns drawn = new Patterns(random);
        MatchModel model = start(records, frequencies, drawn);
        for (int iteration = 0; iteration < MOST_ITERATIONS; iteration++) {
            final MatchModel better = improve(model, records, found, share, drawn, frequencies);
            final double matches = model.proportions().matchesPerRecord();
            final boolean converged = Math.abs(better.proportions().matchesPerRecord() - matches) < CONVERGED * matches;
            model = better;
            if (converged) {
                break;
            }
        }

        return model;
    }

    private MatchModel start(final long records, final List<Frequencies> frequencies, final Patterns drawn) {
        final List<AttributeWeights> weights = new ArrayList<>();
        for (final Attribute attribute : attributes) {
            final Prior prior = Prior.of(attribute.role());
            final double[] unrelated = normalized(drawn.levelSums(attribute.index(), prior.match().length, drawn.counts), prior.unrelated(),
                    PRIOR_RANDOM_PAIRS);
            weights.add(AttributeWeights.of(prior, prior.match(), unrelated));
        }

        return new MatchModel(fields, weights, frequencies, unknown, records);
    }

    private MatchModel improve(final MatchModel model, final long records, final Patterns found, final double share, final Patterns drawn,
            final List<Frequencies> frequencies) {
        final Scorer scorer = new Scorer(model, records);
        final double[] matches = new double[found.patterns.length];
        final double[] stayed = new double[found.patterns.length];
        double matchTotal = 0;
        double stayedTotal = 0;
        double relatedTotal = 0;
        for (int i = 0; i < found.patterns.length; i++) {
            final Scorer.Odds odds = scorer.odds(found.patterns[i]);
            matches[i] = found.counts[i] * sharpened(odds.match());
            stayed[i] = matches[i] * odds.stayed();
            matchTotal += matches[i];
            stayedTotal += stayed[i];
            relatedTotal += found.counts[i] * odds.related();
        }

        double neighbourTotal = 0;
        double drawnTotal = 0;
        final double[] others = new double[drawn.patterns.length];
        for (int i = 0; i < drawn.patterns.length; i++) {
            final Scorer.Odds odds = scorer.odds(drawn.patterns[i]);
            others[i] = drawn.counts[i] * odds.unrelated();
            neighbourTotal += drawn.counts[i] * odds.neighbour();
            drawnTotal += drawn.counts[i];
        }

        final List<AttributeWeights> weights = new ArrayList<>();
        for (final Attribute attribute : attributes) {
            final Prior prior = Prior.of(attribute.role());
            final int levels = prior.match().length;
            final double[] match = normalized(found.levelSums(attribute.index(), levels, attribute.role().isOfAddress() ? stayed : matches),
                    prior.match(), PRIOR_MATCH_PAIRS + priorShare(attribute.role()) * matchTotal);
            if (prior.guarded()) {
                limitDisagreement(match, prior);
            }

            final double[] unrelated = normalized(drawn.levelSums(attribute.index(), levels, others), prior.unrelated(), PRIOR_RANDOM_PAIRS);
            limitUnseen(attribute.role(), unrelated, drawnTotal);
            limitRepeated(attribute.role(), match, unrelated);
            weights.add(AttributeWeights.of(prior, match, unrelated));
        }

        final double matchesPerRecord = (matchTotal / share + PSEUDO_RECORDS * unknown.matchesPerRecord()) / (records + PSEUDO_RECORDS);
        final double relatedPerRecord = (relatedTotal / share + PSEUDO_RECORDS * unknown.relatedPerRecord()) / (records + PSEUDO_RECORDS);
        final double neighbours = (neighbourTotal + PRIOR_RANDOM_PAIRS * unknown.neighbours()) / (drawnTotal + PRIOR_RANDOM_PAIRS);
        return new MatchModel(fields, weights, frequencies, new Proportions(Math.min(matchesPerRecord, MOST_MATCHES),
                Math.clamp(relatedPerRecord, leastRelated * matchesPerRecord, MOST_MATCHES), neighbours, moved(matchTotal, stayedTotal)), records);
    }

    /** A company in another place may be a branch, which looks the same: how many companies moved is not learned. */
    private double moved(final double matches, final double stayed) {
        if (fields.has(Role.COMPANY)) {
            return unknown.moved();
        }

        final double strength = PRIOR_MATCH_PAIRS + PRIOR_SHARE * matches;
        final double moved = (matches - stayed + strength * unknown.moved()) / (matches + strength);
        return Math.min(moved, MOST_DISAGREEMENT * unknown.moved());
    }

    /** Whether the sources are free of duplicates, so that a match is between two of them, is known from the data alone. */
    private static double priorShare(final Role role) {
        return role == Role.SOURCE ? 0 : PRIOR_SHARE;
    }

    /** Pairs that are more likely something else teach little, however many they are: the households of a town outnumber its matches. */
    private static double sharpened(final double probability) {
        final double square = probability * probability;
        return square / (square + (1 - probability) * (1 - probability));
    }

    private static double[] normalized(final double[] sums, final double[] prior, final double strength) {
        final double[] probabilities = new double[prior.length];
        double total = 0;
        for (int level = 0; level < prior.length; level++) {
            probabilities[level] = sums[level] + strength * prior[level];
            total += probabilities[level];
        }

        for (int level = 0; level < prior.length; level++) {
            probabilities[level] /= total;
        }

        return probabilities;
    }

    /** Levels at which related customers are found more often than matches, or that are no agreement at all, stay rare. */
    private static void limitDisagreement(final double[] match, final Prior prior) {
        double excess = 0;
        double free = 0;
        final boolean[] limited = new boolean[match.length];
        for (int level = 0; level < match.length; level++) {
            final boolean against = level == 0 || prior.related() != null && prior.related()[level] > prior.match()[level];
            final double limit = prior.match()[level] * (level == 0 ? MOST_DISAGREEMENT : MOST_CONFLICT);
            limited[level] = against && match[level] > limit;
            if (limited[level]) {
                excess += match[level] - limit;
                match[level] = limit;
            } else {
                free += match[level];
            }
        }

        for (int level = 0; level < match.length; level++) {
            match[level] *= limited[level] ? 1 : (free + excess) / free;
        }
    }

    /**
     * A level of likeness that no random pair showed may be one that half a pair would have shown. How rare exact agreement is, the
     * frequencies of the values tell.
     */
    private static void limitUnseen(final Role role, final double[] unrelated, final double pairs) {
        for (int level = 1; level < unrelated.length; level++) {
            if (!Prior.isExact(role, level)) {
                unrelated[level] = Math.max(unrelated[level], UNSEEN_PAIRS / pairs);
            }
        }
    }

    /** An address made of the name repeats what the name says already: a local part that is merely alike is worth little more. */
    private static void limitRepeated(final Role role, final double[] match, final double[] unrelated) {
        if (role == Role.EMAIL) {
            for (int level = 1; level <= MOST_LOCAL_PART_ODDS.length; level++) {
                unrelated[level] = Math.max(unrelated[level], match[level] / MOST_LOCAL_PART_ODDS[level - 1]);
            }
        }
    }

    /** Patterns in a fixed order with their counts. */
    private static final class Patterns {
        private final long[] patterns;
        private final double[] counts;

        private Patterns(final PatternCounts source) {
            patterns = source.patterns();
            counts = new double[patterns.length];
            for (int i = 0; i < patterns.length; i++) {
                counts[i] = source.count(patterns[i]);
            }
        }

        private double[] levelSums(final int attribute, final int levels, final double[] amounts) {
            final double[] sums = new double[levels];
            for (int i = 0; i < patterns.length; i++) {
                final int level = AgreementPattern.level(patterns[i], attribute);
                if (level >= 0) {
                    sums[level] += amounts[i];
                }
            }

            return sums;
        }
    }
}
