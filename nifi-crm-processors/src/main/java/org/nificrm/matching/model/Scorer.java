package org.nificrm.matching.model;

import org.nificrm.matching.compare.AgreementPattern;
import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
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

    private static final double MOST_RARITY_BITS = 4;
    private static final double MOST_COMMONNESS_BITS = 14;

    private final MatchModel model;
    private final PairComparator comparator;
    private final double matchPrior;
    private final double relatedPrior;
    private final double[][] matchBits;
    private final double[][] relatedBits;
    private final boolean[] relatedDiffers;
    private final double[] expected;

    /**
     * @param model   what agreement is worth
     * @param records number of records among which a record may find its match
     */
    public Scorer(final MatchModel model, final long records) {
        this.model = model;
        comparator = new PairComparator(model.attributes());
        final double others = Math.max(1, records - 1);
        final double matchOdds = Math.min(0.25, 2 * model.matchesPerRecord() / others);
        final double relatedOdds = Math.min(0.25, 2 * model.relatedPerRecord() / others);
        matchPrior = AttributeWeights.log2(matchOdds / (1 - matchOdds - relatedOdds));
        relatedPrior = AttributeWeights.log2(relatedOdds / (1 - matchOdds - relatedOdds));
        final List<Attribute> attributes = model.attributes();
        matchBits = new double[attributes.size()][];
        relatedBits = new double[attributes.size()][];
        relatedDiffers = new boolean[attributes.size()];
        expected = new double[attributes.size()];
        for (final Attribute attribute : attributes) {
            final int index = attribute.index();
            final AttributeWeights weights = model.weights(index);
            final int levels = weights.match().length;
            matchBits[index] = new double[levels];
            relatedBits[index] = new double[levels];
            for (int level = 0; level < levels; level++) {
                matchBits[index][level] = weights.matchBits(level);
                relatedBits[index][level] = weights.relatedBits(level);
                relatedDiffers[index] |= relatedBits[index][level] != 0;
            }

            expected[index] = model.frequencies(index).values().expected();
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
        return Vetoes.between(first, second).isPresent() ? VETO : (float) weigh(first, second, null);
    }

    /** @return how the score of a pair comes about */
    public Evidence explain(final Profile first, final Profile second) {
        final List<Evidence.Step> steps = new ArrayList<>();
        final double total = weigh(first, second, steps);
        final double before = steps.isEmpty() ? matchPrior : steps.getLast().runningBits();
        return new Evidence(matchPrior, steps, total - before, total, Vetoes.between(first, second));
    }

    /** The score without regard to vetoes; the steps are added to the list, if there is one. */
    private double weigh(final Profile first, final Profile second, final List<Evidence.Step> steps) {
        final long pattern = comparator.compare(first, second);
        double match = matchPrior;
        double related = relatedPrior;
        for (int attribute = 0; attribute < matchBits.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level < 0) {
                continue;
            }

            match += matchBits[attribute][level];
            related += relatedBits[attribute][level];
            final double rarity = rarityBits(attribute, level, first, second);
            match += rarity;
            if (relatedDiffers[attribute]) {
                related += rarity;
            }

            if (steps != null) {
                final Attribute described = model.attributes().get(attribute);
                final AttributeWeights weights = model.weights(attribute);
                steps.add(new Evidence.Step(described.name(), text(first.value(attribute)), text(second.value(attribute)),
                        PairComparator.levels(described.role()).get(level), weights.match()[level], weights.unrelated()[level], rarity,
                        matchBits[attribute][level] + rarity, match));
            }
        }

        return match - log2OnePlus(related);
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

    /** @return probability that a pair with this pattern is a match */
    double matchProbability(final long pattern) {
        final double match = Math.pow(2, bits(pattern, matchPrior, matchBits));
        return match / (1 + match + Math.pow(2, bits(pattern, relatedPrior, relatedBits)));
    }

    /** @return probability that a pair with this pattern belongs to two related customers */
    double relatedProbability(final long pattern) {
        final double related = Math.pow(2, bits(pattern, relatedPrior, relatedBits));
        return related / (1 + related + Math.pow(2, bits(pattern, matchPrior, matchBits)));
    }

    private static double bits(final long pattern, final double prior, final double[][] bits) {
        double sum = prior;
        for (int attribute = 0; attribute < bits.length; attribute++) {
            final int level = AgreementPattern.level(pattern, attribute);
            if (level >= 0) {
                sum += bits[attribute][level];
            }
        }

        return sum;
    }

    private static double log2OnePlus(final double bits) {
        return bits > 50 ? bits : AttributeWeights.log2(1 + Math.pow(2, bits));
    }
}
