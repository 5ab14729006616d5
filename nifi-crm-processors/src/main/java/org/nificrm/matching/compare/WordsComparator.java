package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Token;
import org.nificrm.matching.prepare.WordsValue;

import java.util.Arrays;
import java.util.List;

/**
 * Streets and companies: words matched one to one, spelling errors allowed, each worth its rarity (a soft TF-IDF after William W.
 * Cohen, Pradeep Ravikumar and Stephen E. Fienberg, 2003). Where spaces moved, pairs of characters decide.
 */
final class WordsComparator implements LevelComparator<WordsValue> {
    private static final List<String> LEVELS = List.of("else", "weak", "similar", "near", "exact");
    private static final double NEAR_SHARE = 0.85;
    private static final double SIMILAR_SHARE = 0.65;
    private static final double WEAK_SHARE = 0.4;
    private static final double WORD_LIKENESS = 0.9;
    private static final int SHORTEST_FOR_TYPO = 4;
    private static final int SHORTEST_ACRONYM = 3;
    private static final int MOST_WORDS = Integer.SIZE;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final WordsValue first, final WordsValue second) {
        if (first.sameAs(second)) {
            return 4;
        }

        if (isAcronym(first, second) || isAcronym(second, first)) {
            return 2;
        }

        double share = share(first.tokens(), second.tokens());
        if (share < NEAR_SHARE && Math.abs(first.characters().length - second.characters().length) <= first.characters().length / 2) {
            share = Math.max(share, Similarity.dice(first.characterPairs(), second.characterPairs()));
        }

        if (share >= NEAR_SHARE) {
            return 3;
        }

        if (share >= SIMILAR_SHARE) {
            return 2;
        }

        return share >= WEAK_SHARE ? 1 : 0;
    }

    private static boolean isAcronym(final WordsValue acronym, final WordsValue full) {
        return acronym.tokens().length == 1 && full.initials().length >= SHORTEST_ACRONYM
                && Arrays.equals(acronym.characters(), full.initials());
    }

    /** Weight of the words that have a counterpart, as a share of all weight on both sides. */
    private static double share(final Token[] first, final Token[] second) {
        double total = 0;
        for (final Token token : first) {
            total += token.weight();
        }

        for (final Token token : second) {
            total += token.weight();
        }

        int taken = 0;
        double common = 0;
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

            if (best >= 0) {
                taken |= 1 << best;
                common += bestLikeness * (token.weight() + second[best].weight());
            }
        }

        return common / total;
    }

    private static double likeness(final Token first, final Token second) {
        if (first.hash() == second.hash()) {
            return 1;
        }

        final int shorter = Math.min(first.characters().length, second.characters().length);
        if (Character.isDigit(first.characters()[0]) || Character.isDigit(second.characters()[0])) {
            return 0;
        }

        if (shorter == 1 || shorter == 2) {
            return Similarity.commonPrefix(first.characters(), second.characters()) == shorter ? 0.5 : 0;
        }

        if (shorter >= SHORTEST_FOR_TYPO && Similarity.isWithin(first.letters(), second.letters(), 1)) {
            return 0.95;
        }

        final double likeness = Similarity.jaroWinkler(first.letters(), second.letters(), WORD_LIKENESS);
        return likeness >= WORD_LIKENESS ? likeness : 0;
    }
}
