package org.nificrm.matching.model;

import org.nificrm.matching.compare.AgreementPattern;
import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Value;

import java.util.ArrayList;
import java.util.List;

/**
 * Weighs pairs with a model, in bits: the logarithm to base 2 of the odds that both records are one customer. Safe for use by
 * several threads.
 */
public final class Scorer {
    /** Score of a pair that must not be merged. */
    public static final float VETO = Float.NEGATIVE_INFINITY;

    private static final double MOST_SHARE = 0.2;
    /** Below this nothing is decided any more by how the two are related. */
    private static final double HOPELESS_BITS = -15;
    private static final double NOTHING_IN_COMMON_BITS = -0.5;
    private static final double MOST_RARITY_BITS = 4;
    private static final double MOST_COMMONNESS_BITS = 14;

    /** Branches of one name and web address in another place are expected in this proportion to matches. */
    private static final double BRANCHES_PER_MATCH = 0.25;

    private final MatchModel model;
    private final PairComparator comparator;
    private final double matchPrior;
    private final double relatedPrior;
    private final double neighbourPrior;
    private final double branchPrior;
    private final LevelBits usual;
    private final LevelBits ofNamesakes;
    private final Moves moves;
    private final double[] expected;
    private final boolean[] ofAddress;
    private final Vetoes vetoes;

    /**
     * @param model   what agreement is worth
     * @param records number of records among which a record may find its match
     */
    public Scorer(final MatchModel model, final long records) {
        this.model = model;
        comparator = new PairComparator(model.attributes());
        final Proportions proportions = model.proportions();
        final double others = Math.max(1, records - 1);
        final double match = Math.min(MOST_SHARE, 2 * proportions.matchesPerRecord() / others);
        final double related = Math.min(MOST_SHARE, 2 * proportions.relatedPerRecord() / others);
        final double neighbours = Math.min(MOST_SHARE, proportions.neighbours());
        final double unrelated = 1 - match - related - neighbours;
        matchPrior = log2(match / unrelated);
        relatedPrior = log2(related / unrelated);
        neighbourPrior = log2(neighbours / unrelated);
        branchPrior = log2((model.fields().has(Role.COMPANY) ? BRANCHES_PER_MATCH * match : 0) / unrelated);
        usual = LevelBits.of(model);
        ofNamesakes = LevelBits.ofNamesakes(model);
        moves = new Moves(proportions.moved());
        vetoes = new Vetoes(model.attributes());
        expected = new double[model.attributes().size()];
        ofAddress = new boolean[model.attributes().size()];
        for (final Attribute attribute : model.attributes()) {
            expected[attribute.index()] = model.frequencies(attribute.index()).values().expected();
            ofAddress[attribute.index()] = attribute.role().isOfAddress();
        }
    }

    public PairComparator comparator() {
        return comparator;
    }

    public MatchModel model() {
        return model;
    }

    /** @return bits in favour of a match before anything is compared */
    public double priorBits() {
        return matchPrior;
    }

    /** @return score of a pair in bits, {@link #VETO} if it must not be merged */
    public float score(final Profile first, final Profile second) {
        return vetoes.between(first, second).isPresent() ? VETO : (float) weigh(first, second, null);
    }

    /**
     * The score of a pair whose records other records bring together: what they disagree in counts against them, what they merely
     * have not in common does not.
     *
     * @return at least what is against the pair and a little less than 0, {@link #VETO} if it must not be merged
     */
    public float scoreWithinGroup(final Profile first, final Profile second) {
        if (vetoes.between(first, second).isPresent()) {
            return VETO;
        }

        final Disagreement against = new Disagreement();
        final double score = weigh(first, second, against);
        return (float) (score >= 0 ? score : Math.max(score, NOTHING_IN_COMMON_BITS + against.bits(score)));
    }

    /** @return how the score of a pair comes about */
    public Evidence explain(final Profile first, final Profile second) {
        final List<Evidence.Step> steps = new ArrayList<>();
        final double total = weigh(first, second,
                (attribute, level, rarity, before, after) -> steps.add(step(first, second, attribute, level, rarity, before, after)));
        final double before = steps.isEmpty() ? matchPrior : steps.getLast().runningBits();
        return new Evidence(matchPrior, steps, total - before, total, vetoes.between(first, second));
    }

    /** The score without regard to vetoes; the listener, if there is one, is told each step. */
    private double weigh(final Profile first, final Profile second, final StepListener listener) {
        final long pattern = comparator.compare(first, second);
        final LevelBits bits = bits(pattern);
        double match = matchPrior;
        double address = 0;
        double related = relatedPrior;
        double neighbour = neighbourPrior;
        double branch = branchPrior;
        for (int attribute = 0; attribute < expected.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level < 0) {
                continue;
            }

            final double worth = bits.match()[attribute][level];
            final double rarity = rarityBits(attribute, level, worth, first, second);
            final double addressBefore = address;
            final double matchBefore = match;
            if (ofAddress[attribute]) {
                address += worth + rarity;
            } else {
                match += worth + rarity;
            }

            related += bits.related().bits(attribute, level, rarity);
            neighbour += bits.neighbour().bits(attribute, level, rarity);
            branch += bits.branch().bits(attribute, level, rarity);
            if (listener != null) {
                listener.weighed(attribute, level, rarity, matchBefore + moves.weigh(addressBefore), match + moves.weigh(address));
            }
        }

        match += moves.weigh(address);
        if (match < HOPELESS_BITS && listener == null) {
            return match;
        }

        return match - log2(1 + Math.pow(2, related) + Math.pow(2, neighbour) + Math.pow(2, branch));
    }

    /** Is told what each attribute adds to a score, from the bits before it to the bits after it. */
    @FunctionalInterface
    private interface StepListener {
        void weighed(int attribute, int level, double rarity, double before, double after);
    }

    /** Adds up what is against a match. */
    private final class Disagreement implements StepListener {
        private double sum;
        private double running = matchPrior;

        @Override
        public void weighed(final int attribute, final int level, final double rarity, final double before, final double after) {
            sum += Math.min(0, after - before);
            running = after;
        }

        /** What the attributes and other explanations of the pair take off, 0 or less. */
        private double bits(final double score) {
            return sum + score - running;
        }
    }

    private LevelBits bits(final long pattern) {
        return comparator.areNamesakes(pattern) ? ofNamesakes : usual;
    }

    private Evidence.Step step(final Profile first, final Profile second, final int attribute, final int level, final double rarity,
            final double before, final double after) {
        final Attribute described = model.attributes().get(attribute);
        final AttributeWeights weights = model.weights(attribute);
        return new Evidence.Step(described.name(), text(first.value(attribute)), text(second.value(attribute)),
                PairComparator.levels(described.role()).get(level), weights.match()[level], weights.unrelated()[level], rarity, after - before, after);
    }

    private static String text(final Value value) {
        return value == null ? "" : value.toString();
    }

    /**
     * What an exact agreement is worth more, or less, because the value is rarer, or more common, than the average value. A value
     * so common that agreeing on it says nothing, such as a placeholder, is worth nothing.
     */
    private double rarityBits(final int attribute, final int level, final double worth, final Profile first, final Profile second) {
        if (expected[attribute] == 0 || !Prior.isExact(model.attributes().get(attribute).role(), level)) {
            return 0;
        }

        final double frequency = sharedFrequency(first.value(attribute), second.value(attribute));
        if (frequency == 0) {
            return 0;
        }

        final double bits = AttributeWeights.log2(expected[attribute] / frequency);
        final double least = Math.min(0, -worth);
        return Math.max(Math.max(least, -MOST_COMMONNESS_BITS), Math.min(MOST_RARITY_BITS, bits));
    }

    private static double sharedFrequency(final Value first, final Value second) {
        if (first.sameAs(second) && first.alternatives().length == 1) {
            return first.frequency();
        }

        double rarest = 0;
        for (final Value value : first.alternatives()) {
            for (final Value other : second.alternatives()) {
                if (value.sameAs(other) && (rarest == 0 || value.frequency() < rarest)) {
                    rarest = value.frequency();
                }
            }
        }

        return rarest;
    }

    /** @return how probable each explanation of a pair with this pattern is */
    Odds odds(final long pattern) {
        final LevelBits bits = bits(pattern);
        double match = matchPrior;
        double address = 0;
        double related = relatedPrior;
        double neighbour = neighbourPrior;
        double branch = branchPrior;
        for (int attribute = 0; attribute < expected.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level >= 0) {
                final double worth = bits.match()[attribute][level];
                address += ofAddress[attribute] ? worth : 0;
                match += ofAddress[attribute] ? 0 : worth;
                related += bits.related().bits(attribute, level, 0);
                neighbour += bits.neighbour().bits(attribute, level, 0);
                branch += bits.branch().bits(attribute, level, 0);
            }
        }

        final double matchOdds = Math.pow(2, match + moves.weigh(address));
        final double relatedOdds = Math.pow(2, related);
        final double neighbourOdds = Math.pow(2, neighbour);
        final double total = 1 + matchOdds + relatedOdds + neighbourOdds + Math.pow(2, branch);
        return new Odds(matchOdds / total, moves.stayed(address), relatedOdds / total, neighbourOdds / total, 1 / total);
    }

    private static double log2(final double value) {
        return AttributeWeights.log2(value);
    }

    /**
     * Probabilities of the explanations of a pair; what is left to 1 is that of branches of one company.
     *
     * @param stayed that the customer did not move, given a match
     */
    record Odds(double match, double stayed, double related, double neighbour, double unrelated) {
    }
}
