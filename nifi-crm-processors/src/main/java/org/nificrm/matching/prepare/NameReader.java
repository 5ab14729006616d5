package org.nificrm.matching.prepare;

import org.nificrm.values.name.GivenNameForms;

import java.util.List;

/**
 * Reads given names and surnames.
 */
final class NameReader implements ValueReader {
    private static final long[] NO_GROUPS = {};

    @Override
    public Value read(final String raw) {
        final String folded = Fold.fold(GenerationSuffix.strip(raw));
        return folded.isEmpty() ? null : new NameValue(folded, nicknameGroups(folded));
    }

    private static long[] nicknameGroups(final String folded) {
        final int end = folded.indexOf(' ');
        final List<String> names = GivenNameForms.of(end < 0 ? folded : folded.substring(0, end));
        return names.isEmpty() ? NO_GROUPS : names.stream().mapToLong(Hash::of).toArray();
    }
}
