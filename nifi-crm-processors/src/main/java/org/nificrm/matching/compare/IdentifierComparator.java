package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.TextValue;

import java.util.List;

/**
 * National and tax identifiers.
 */
final class IdentifierComparator implements LevelComparator<TextValue> {
    private static final List<String> LEVELS = List.of("else", "two errors", "one error", "exact");
    private static final int SHORTEST_FOR_TWO_ERRORS = 7;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final TextValue first, final TextValue second) {
        if (first.sameAs(second)) {
            return 3;
        }

        final int limit = Math.min(first.characters().length, second.characters().length) >= SHORTEST_FOR_TWO_ERRORS ? 2 : 1;
        if (first.letters().needsMoreEdits(second.letters(), limit)) {
            return 0;
        }

        final int distance = Similarity.distance(first.characters(), second.characters(), limit);
        return distance > limit ? 0 : 3 - distance;
    }
}
