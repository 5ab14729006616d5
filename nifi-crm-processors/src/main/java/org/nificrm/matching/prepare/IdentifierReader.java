package org.nificrm.matching.prepare;

/**
 * Reads identifiers: letters and digits only. A row of one digit is a placeholder.
 */
final class IdentifierReader implements ValueReader {
    @Override
    public Value read(final String raw) {
        final String compact = Fold.compact(raw);
        return compact.length() < 3 || compact.chars().distinct().count() == 1 ? null : new TextValue(compact);
    }
}
