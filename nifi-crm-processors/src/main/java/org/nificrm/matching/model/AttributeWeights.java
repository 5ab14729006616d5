package org.nificrm.matching.model;

import java.util.Objects;

/**
 * Probabilities of the levels of one attribute.
 *
 * @param match     m: between two records of one customer
 * @param unrelated u: between records of two customers
 * @param related   between records of two related customers; equal to {@code unrelated} where being related makes no difference
 */
record AttributeWeights(double[] match, double[] unrelated, double[] related) {
    AttributeWeights {
        Objects.requireNonNull(match, "match");
        if (match.length != unrelated.length || match.length != related.length) {
            throw new IllegalArgumentException("match, unrelated and related need one probability for each level");
        }
    }

    /** @return bits in favour of a match, against unrelated */
    double matchBits(final int level) {
        return log2(match[level] / unrelated[level]);
    }

    /** @return bits in favour of related, against unrelated */
    double relatedBits(final int level) {
        return log2(related[level] / unrelated[level]);
    }

    static double log2(final double value) {
        return Math.log(value) / Math.log(2);
    }
}
