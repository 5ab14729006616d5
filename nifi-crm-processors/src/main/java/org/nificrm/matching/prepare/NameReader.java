package org.nificrm.matching.prepare;

/**
 * Reads given names and surnames.
 */
final class NameReader implements ValueReader {
    private static final long[] NO_GROUPS = {};

    @Override
    public Value read(final String raw) {
        final String folded = Fold.fold(GenerationSuffix.strip(raw));
        return folded.isEmpty() ? null : new NameValue(folded, NO_GROUPS);
    }
}
