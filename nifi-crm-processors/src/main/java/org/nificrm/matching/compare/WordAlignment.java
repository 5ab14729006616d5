package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Token;

/**
 * Words of two texts matched one to one, spelling errors allowed, each worth its rarity (a soft TF-IDF after William W. Cohen,
 * Pradeep Ravikumar and Stephen E. Fienberg, 2003).
 *
 * @param common         weight of the words that have a counterpart, on both sides together
 * @param firstUnmatched weight of the words of the first text without one
 * @param otherUnmatched weight of the words of the second text without one
 */
record WordAlignment(double common, double firstUnmatched, double otherUnmatched) {
    private static final double WORD_LIKENESS = 0.9;
    private static final double TYPO_LIKENESS = 0.95;
    private static final double TYPOS_LIKENESS = 0.9;
    private static final double ABBREVIATION_LIKENESS = 0.9;
    private static final double INITIAL_LIKENESS = 0.5;
    private static final int SHORTEST_FOR_TYPO = 4;
    private static final int SHORTEST_FOR_TYPOS = 7;
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final int LONGEST_ABBREVIATION = 5;
    private static final int MOST_WORDS = Integer.SIZE;

    static WordAlignment of(final Token[] first, final Token[] second) {
        int taken = 0;
        double common = 0;
        double firstUnmatched = 0;
        double secondUnmatched = 0;
        for (final Token token : second) {
            secondUnmatched += token.weight();
        }

        for (final Token token : first) {
            int best = -1;
            double bestLikeness = 0;
            for (int i = 0; i < Math.min(second.length, MOST_WORDS); i++) {
                if ((taken & 1 << i) == 0) {
                    final double likeness = likeness(token, second[i]);
                    if (likeness > bestLikeness) {
                        bestLikeness = likeness;
                        best = i;
                    }
                }
            }

            firstUnmatched += token.weight() * (1 - bestLikeness);
            if (best >= 0) {
                taken |= 1 << best;
                common += bestLikeness * (token.weight() + second[best].weight());
                secondUnmatched -= bestLikeness * second[best].weight();
            }
        }

        return new WordAlignment(common, firstUnmatched, secondUnmatched);
    }

    /** @return weight of the words that have a counterpart, as a share of all weight on both sides */
    double share() {
        return common / (common + firstUnmatched + otherUnmatched);
    }

    /** @return the same, if the words that only one of the texts has are left out */
    double shareOfShorter() {
        final double shorter = Math.min(firstUnmatched, otherUnmatched);
        return common / (common + 2 * shorter);
    }

    private static double likeness(final Token first, final Token second) {
        if (first.hash() == second.hash()) {
            return 1;
        }

        final int shorter = Math.min(first.letters().length(), second.letters().length());
        if (Character.isDigit(first.characters()[0]) || Character.isDigit(second.characters()[0])) {
            return 0;
        }

        if (shorter <= LONGEST_ABBREVIATION && Similarity.commonPrefix(first.characters(), second.characters()) == shorter) {
            return shorter < SHORTEST_ABBREVIATION ? INITIAL_LIKENESS : ABBREVIATION_LIKENESS;
        }

        if (shorter < SHORTEST_FOR_TYPO) {
            return 0;
        }

        if (Similarity.isWithin(first.letters(), second.letters(), 1)) {
            return TYPO_LIKENESS;
        }

        if (shorter >= SHORTEST_FOR_TYPOS && Similarity.isWithin(first.letters(), second.letters(), 2)) {
            return TYPOS_LIKENESS;
        }

        final double likeness = Similarity.jaroWinkler(first.letters(), second.letters(), WORD_LIKENESS);
        return likeness >= WORD_LIKENESS ? likeness : 0;
    }
}
