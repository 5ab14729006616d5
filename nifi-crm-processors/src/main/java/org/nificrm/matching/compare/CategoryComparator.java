package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * Values from a short list: the same or not, a spelling error allowed for.
 */
final class CategoryComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "near", "exact");
    private static final double NEAR_LIKENESS = 0.9;
    private static final int SHORTEST_FOR_TYPO = 4;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 2;
        }

        final boolean longEnough = Math.min(first.characters().length, second.characters().length) >= SHORTEST_FOR_TYPO;
        return longEnough && Similarity.jaroWinkler(first.letters(), second.letters(), NEAR_LIKENESS) >= NEAR_LIKENESS ? 1 : 0;
    }
}
