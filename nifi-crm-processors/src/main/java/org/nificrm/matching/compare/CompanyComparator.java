package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.WordsValue;

import java.util.Arrays;
import java.util.List;

/**
 * Company names without legal forms. A name that only leaves words out (Acme, Acme Logistics) is another matter than two names
 * that each have a word of their own (Acme Logistics, Acme Software): those are often sister companies.
 */
final class CompanyComparator implements LevelComparator<WordsValue> {
    private static final List<String> LEVELS = List.of("else", "weak", "conflicting words", "words left out", "near", "exact");
    private static final double NEAR_SHARE = 0.85;
    private static final double CONTAINED_SHARE = 0.9;
    private static final double LEAST_CONTAINED = 0.3;
    private static final double CONFLICT_SHARE = 0.3;
    private static final double WEAK_SHARE = 0.15;
    private static final double NEAR_DICE = 0.8;
    private static final int SHORTEST_ACRONYM = 3;
    /** Letters of the legal form at the end of an acronym. */
    private static final int MOST_FORM_LETTERS = 2;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final WordsValue first, final WordsValue second) {
        if (first.sameAs(second)) {
            return 5;
        }

        final WordAlignment alignment = WordAlignment.of(first.tokens(), second.tokens());
        final double share = alignment.share();
        if (share >= NEAR_SHARE || Similarity.dice(first.characterPairs(), second.characterPairs()) >= NEAR_DICE) {
            return 4;
        }

        final boolean contained = alignment.shareOfShorter() >= CONTAINED_SHARE && share >= LEAST_CONTAINED;
        if (contained || isAcronym(first, second) || isAcronym(second, first)) {
            return 3;
        }

        if (share >= CONFLICT_SHARE) {
            return 2;
        }

        return share >= WEAK_SHARE ? 1 : 0;
    }

    private static boolean isAcronym(final WordsValue acronym, final WordsValue full) {
        final int initials = full.initials().length;
        final int further = acronym.characters().length - initials;
        return acronym.tokens().length == 1 && initials + further >= SHORTEST_ACRONYM && initials > 1 && further >= 0 && further <= MOST_FORM_LETTERS
                && Similarity.commonPrefix(acronym.characters(), full.initials()) == initials;
    }
}
