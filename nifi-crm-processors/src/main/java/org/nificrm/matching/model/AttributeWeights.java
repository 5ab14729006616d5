package org.nificrm.matching.model;

/**
 * Probabilities of the levels of one attribute. Where being related, or living in the same place, makes no difference, they are
 * those of the unrelated.
 *
 * @param match     m: between two records of one customer
 * @param unrelated u: between records of two customers
 * @param related   between records of two related customers
 * @param neighbour between records of two customers in the same place
 */
record AttributeWeights(double[] match, double[] unrelated, double[] related, double[] neighbour) {
    AttributeWeights {
        if (match.length != unrelated.length || match.length != related.length || match.length != neighbour.length) {
            throw new IllegalArgumentException("match, unrelated, related and neighbour need one probability for each level");
        }
    }

    /** @return the weights with m and u as given and the rest as it is known of the role */
    static AttributeWeights of(final Prior prior, final double[] match, final double[] unrelated) {
        return new AttributeWeights(match, unrelated, prior.related(unrelated), prior.neighbour() == null ? unrelated : prior.neighbour());
    }

    /** @return bits in favour of a match, against unrelated */
    double matchBits(final int level) {
        return log2(match[level] / unrelated[level]);
    }

    static double log2(final double value) {
        return Math.log(value) / Math.log(2);
    }
}
