package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.WordsValue;

import java.util.List;

/**
 * Street lines, word by word. Where spaces moved, pairs of characters decide.
 */
final class StreetComparator implements LevelComparator<WordsValue> {
    private static final List<String> LEVELS = List.of("else", "weak", "similar", "near", "exact");
    private static final double NEAR_SHARE = 0.85;
    private static final double SIMILAR_SHARE = 0.65;
    private static final double WEAK_SHARE = 0.4;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final WordsValue first, final WordsValue second) {
        if (first.sameAs(second)) {
            return 4;
        }

        double share = WordAlignment.of(first.tokens(), second.tokens()).share();
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
}
