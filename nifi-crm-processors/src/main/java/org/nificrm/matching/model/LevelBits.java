package org.nificrm.matching.model;

import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;

import java.util.Arrays;
import java.util.function.Function;

/**
 * What each level of each attribute says for the explanations of a pair, in bits against the pair being unrelated.
 *
 * @param match     for each attribute and level
 * @param related   for two related customers
 * @param neighbour for two customers in the same place
 * @param branch    for two branches of one company
 */
record LevelBits(double[][] match, Alternative related, Alternative neighbour, Alternative branch) {

    /** @return what levels say of a pair of two names */
    static LevelBits of(final MatchModel model) {
        return of(model, role -> null);
    }

    /** @return what they say of a pair of one name: addresses made of it are alike, whoever the two are */
    static LevelBits ofNamesakes(final MatchModel model) {
        return of(model, Prior::ofNamesakes);
    }

    /** @param others for roles in which all pairs that are no match are alike, how often to each level, relatives apart; null for the rest */
    private static LevelBits of(final MatchModel model, final Function<Role, double[]> others) {
        final int attributes = model.attributes().size();
        final double[][] match = new double[attributes][];
        final double[][] related = new double[attributes][];
        final double[][] neighbour = new double[attributes][];
        final double[][] branch = new double[attributes][];
        for (final Attribute attribute : model.attributes()) {
            final int index = attribute.index();
            final AttributeWeights weights = model.weights(index);
            final double[] alike = others.apply(attribute.role());
            final double[] unrelated = alike == null ? weights.unrelated() : alike;
            final double[] known = Prior.ofBranch(attribute.role());
            match[index] = bits(weights.match(), unrelated);
            related[index] = bits(alike == null ? weights.related() : greater(weights.related(), alike), unrelated);
            neighbour[index] = bits(alike == null ? weights.neighbour() : alike, unrelated);
            branch[index] = bits(known == null ? unrelated : known, unrelated);
        }

        return new LevelBits(match, new Alternative(related), new Alternative(neighbour), new Alternative(branch));
    }

    /** Relatives of one name share what relatives share, and have alike what namesakes have alike. */
    private static double[] greater(final double[] related, final double[] alike) {
        final double[] greater = new double[alike.length];
        Arrays.setAll(greater, level -> Math.max(related[level], alike[level]));
        return greater;
    }

    private static double[] bits(final double[] probabilities, final double[] unrelated) {
        final double[] bits = new double[probabilities.length];
        for (int level = 0; level < bits.length; level++) {
            bits[level] = AttributeWeights.log2(probabilities[level] / unrelated[level]);
        }

        return bits;
    }
}
