package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * House numbers: 12, 12a and 12b stand near each other.
 */
final class HouseNumberComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "one error", "exact");

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 2;
        }

        final boolean longEnough = Math.max(first.characters().length, second.characters().length) > 1;
        return longEnough && Similarity.isWithin(first.letters(), second.letters(), 1) ? 1 : 0;
    }
}
