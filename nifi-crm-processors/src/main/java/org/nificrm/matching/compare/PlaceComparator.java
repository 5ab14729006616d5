package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Letters;
import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * Cities and other short names without structure.
 */
final class PlaceComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "weak", "similar", "near", "exact");
    private static final double NEAR_LIKENESS = 0.94;
    private static final double SIMILAR_LIKENESS = 0.86;
    private static final double WEAK_LIKENESS = 0.76;
    private static final int SHORTEST_FOR_TYPO = 4;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 4;
        }

        final Letters left = first.letters();
        final Letters right = second.letters();
        final double likeness = Similarity.jaroWinkler(left, right, WEAK_LIKENESS);
        final boolean typo = Math.min(left.length(), right.length()) >= SHORTEST_FOR_TYPO && Similarity.isWithin(left, right, 1);
        if (typo || likeness >= NEAR_LIKENESS) {
            return 3;
        }

        if (likeness >= SIMILAR_LIKENESS) {
            return 2;
        }

        return likeness >= WEAK_LIKENESS ? 1 : 0;
    }
}
