package org.nificrm.matching.prepare;

import org.nificrm.values.identifier.CreditCode;
import org.nificrm.values.identifier.IdentifierStatus;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.identifier.ResidentIdReading;

import java.util.Locale;

/**
 * Reads identifiers: letters and digits only, a resident number of the old form completed. A row of one digit is a placeholder.
 */
final class IdentifierReader implements ValueReader {
    private static final int SHORTEST = 3;
    private static final int SHORTEST_CHECKED = 15;

    @Override
    public Value read(final String raw) {
        final String compact = Fold.compact(raw);
        if (compact.length() < SHORTEST || compact.chars().distinct().count() == 1) {
            return null;
        }

        if (compact.length() < SHORTEST_CHECKED) {
            return new IdentifierValue(compact, false);
        }

        final ResidentIdReading resident = ResidentIdParser.parse(compact);
        if (resident.isValid()) {
            return new IdentifierValue(resident.id().number().toLowerCase(Locale.ROOT), !resident.oldForm());
        }

        return new IdentifierValue(compact, CreditCode.check(compact) == IdentifierStatus.VALID);
    }
}
