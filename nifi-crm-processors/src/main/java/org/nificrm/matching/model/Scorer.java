package org.nificrm.matching.model;

import org.nificrm.matching.compare.AgreementPattern;
import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Profile.Kind;
import org.nificrm.matching.prepare.Value;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

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
    private static final double MOST_RARITY_BITS = 4;
    private static final double MOST_COMMONNESS_BITS = 14;

    private static final Set<Role> MOVING_ALONG = EnumSet.of(Role.HOUSE_NUMBER, Role.STREET, Role.CITY, Role.POSTAL_CODE, Role.REGION);
    /** Branches of one name and web address in another place are expected in this proportion to matches. */
    private static final double BRANCHES_PER_MATCH = 0.25;
    private static final double SHARE_OF_REPEATED = 0.25;

    private final MatchModel model;
    private final PairComparator comparator;
    private final double matchPrior;
    private final double[][] matchBits;
    private final Alternative related;
    private final Alternative neighbour;
    private final Alternative branch;
    private final double[] expected;
    private final boolean[] movesAlong;
    private final Vetoes vetoes;

    /**
     * @param model   what agreement is worth
     * @param records number of records among which a record may find its match
     */
    public Scorer(final MatchModel model, final long records) {
        this.model = model;
        comparator = new PairComparator(model.attributes());
        final double others = Math.max(1, records - 1);
        final double match = Math.min(MOST_SHARE, 2 * model.matchesPerRecord() / others);
        final double relatedShare = Math.min(MOST_SHARE, 2 * model.relatedPerRecord() / others);
        final double neighbourShare = Math.min(MOST_SHARE, model.neighbours());
        final double unrelated = 1 - match - relatedShare - neighbourShare;
        matchPrior = AttributeWeights.log2(match / unrelated);
        related = new Alternative(model, AttributeWeights.log2(relatedShare / unrelated),
                attribute -> model.weights(attribute.index()).related());
        neighbour = new Alternative(model, AttributeWeights.log2(neighbourShare / unrelated),
                attribute -> model.weights(attribute.index()).neighbour());
        final double branchShare = model.fields().has(Role.COMPANY) ? BRANCHES_PER_MATCH * match : 0;
        branch = new Alternative(model, AttributeWeights.log2(branchShare / unrelated), attribute -> {
            final double[] known = Prior.ofBranch(attribute.role());
            return known == null ? model.weights(attribute.index()).unrelated() : known;
        });
        matchBits = new double[model.attributes().size()][];
        expected = new double[model.attributes().size()];
        movesAlong = new boolean[model.attributes().size()];
        vetoes = new Vetoes(model.attributes());
        for (final Attribute attribute : model.attributes()) {
            final int index = attribute.index();
            matchBits[index] = new double[model.weights(index).match().length];
            for (int level = 0; level < matchBits[index].length; level++) {
                matchBits[index][level] = model.weights(index).matchBits(level);
            }

            expected[index] = model.frequencies(index).values().expected();
            movesAlong[index] = MOVING_ALONG.contains(attribute.role());
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

    /** @return how the score of a pair comes about */
    public Evidence explain(final Profile first, final Profile second) {
        final List<Evidence.Step> steps = new ArrayList<>();
        final double total = weigh(first, second, steps);
        final double before = steps.isEmpty() ? matchPrior : steps.getLast().runningBits();
        return new Evidence(matchPrior, steps, total - before, total, vetoes.between(first, second));
    }

    /** The score without regard to vetoes; the steps are added to the list, if there is one. */
    private double weigh(final Profile first, final Profile second, final List<Evidence.Step> steps) {
        final long pattern = comparator.compare(first, second);
        double match = matchPrior;
        double relatedSum = related.prior;
        double neighbourSum = neighbour.prior;
        double branchSum = branch.prior;
        final boolean persons = first.kind() == Kind.PERSON && second.kind() == Kind.PERSON;
        double moved = 0;
        for (int attribute = 0; attribute < matchBits.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level < 0) {
                continue;
            }

            final double rarity = rarityBits(attribute, level, first, second);
            double bits = matchBits[attribute][level] + rarity;
            if (bits < 0 && persons && movesAlong[attribute]) {
                // A person who moved has another street, number and city at once: that is one disagreement, not several.
                final double before = moved;
                moved = Math.min(moved, bits);
                bits = (moved - before) * (1 - SHARE_OF_REPEATED) + bits * SHARE_OF_REPEATED;
            }

            match += bits;
            relatedSum += related.bits(attribute, level, rarity);
            neighbourSum += neighbour.bits(attribute, level, rarity);
            branchSum += branch.bits(attribute, level, rarity);

            if (steps != null) {
                final Attribute described = model.attributes().get(attribute);
                final AttributeWeights weights = model.weights(attribute);
                steps.add(new Evidence.Step(described.name(), text(first.value(attribute)), text(second.value(attribute)),
                        PairComparator.levels(described.role()).get(level), weights.match()[level], weights.unrelated()[level], rarity,
                        bits, match));
            }
        }

        if (match < HOPELESS_BITS && steps == null) {
            return match;
        }

        return match - log2(1 + Math.pow(2, relatedSum) + Math.pow(2, neighbourSum) + Math.pow(2, branchSum));
    }

    private static String text(final Value value) {
        return value == null ? "" : value.toString();
    }

    /**
     * What an exact agreement is worth more, or less, because the value is rarer, or more common, than the average value. A value
     * so common that agreeing on it says nothing, such as a placeholder, is worth nothing.
     */
    double rarityBits(final int attribute, final int level, final Profile first, final Profile second) {
        if (!isExact(attribute, level) || expected[attribute] == 0) {
            return 0;
        }

        final double frequency = sharedFrequency(first.value(attribute), second.value(attribute));
        if (frequency == 0) {
            return 0;
        }

        final double bits = AttributeWeights.log2(expected[attribute] / frequency);
        final double least = Math.min(0, -matchBits[attribute][level]);
        return Math.max(Math.max(least, -MOST_COMMONNESS_BITS), Math.min(MOST_RARITY_BITS, bits));
    }

    private boolean isExact(final int attribute, final int level) {
        return switch (model.attributes().get(attribute).role()) {
            case GIVEN_NAME, SURNAME -> level == matchBits[attribute].length - 2;
            case FULL_NAME, BIRTH_DATE, NATIONAL_ID, TAX_ID, EMAIL, PHONE, HOUSE_NUMBER, STREET, CITY, POSTAL_CODE, REGION, COUNTRY,
                    COMPANY, WEB_DOMAIN, CATEGORY -> level == matchBits[attribute].length - 1;
            case SOURCE -> false;
        };
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
        double match = matchPrior;
        double relatedSum = related.prior;
        double neighbourSum = neighbour.prior;
        double branchSum = branch.prior;
        for (int attribute = 0; attribute < matchBits.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level >= 0) {
                match += matchBits[attribute][level];
                relatedSum += related.bits(attribute, level, 0);
                neighbourSum += neighbour.bits(attribute, level, 0);
                branchSum += branch.bits(attribute, level, 0);
            }
        }

        final double matchOdds = Math.pow(2, match);
        final double relatedOdds = Math.pow(2, relatedSum);
        final double neighbourOdds = Math.pow(2, neighbourSum);
        final double total = 1 + matchOdds + relatedOdds + neighbourOdds + Math.pow(2, branchSum);
        return new Odds(matchOdds / total, relatedOdds / total, neighbourOdds / total, 1 / total);
    }

    private static double log2(final double value) {
        return AttributeWeights.log2(value);
    }

    /** Probabilities of the explanations of a pair; what is left to 1 is that of branches of one company. */
    record Odds(double match, double related, double neighbour, double unrelated) {
    }

    /** An explanation of agreement other than a match. */
    private static final class Alternative {
        private final double prior;
        private final double[][] bits;
        private final boolean[] differs;

        private Alternative(final MatchModel model, final double prior, final Function<Attribute, double[]> probabilities) {
            this.prior = prior;
            bits = new double[model.attributes().size()][];
            differs = new boolean[bits.length];
            for (int attribute = 0; attribute < bits.length; attribute++) {
                final AttributeWeights weights = model.weights(attribute);
                bits[attribute] = new double[weights.unrelated().length];
                for (int level = 0; level < bits[attribute].length; level++) {
                    bits[attribute][level] = log2(probabilities.apply(model.attributes().get(attribute))[level] / weights.unrelated()[level]);
                    differs[attribute] |= bits[attribute][level] != 0;
                }
            }
        }

        /** Rarity counts only where the explanation expects agreement. */
        private double bits(final int attribute, final int level, final double rarity) {
            return bits[attribute][level] + (differs[attribute] ? rarity : 0);
        }
    }
}
