package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * Postal codes, in which a common start means a common area.
 */
final class PostalCodeComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "same region", "same area", "one error", "exact");
    private static final int REGION = 2;
    private static final int AREA = 3;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 4;
        }

        if (Similarity.isWithin(first.letters(), second.letters(), 1)) {
            return 3;
        }

        final int common = Similarity.commonPrefix(first.characters(), second.characters());
        if (common >= AREA) {
            return 2;
        }

        return common >= REGION ? 1 : 0;
    }
}
