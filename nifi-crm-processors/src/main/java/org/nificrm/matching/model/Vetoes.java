package org.nificrm.matching.model;

import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.prepare.IdentifierValue;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Profile.Generation;
import org.nificrm.matching.prepare.Profile.Kind;
import org.nificrm.matching.prepare.Value;

import java.util.List;
import java.util.Optional;

/**
 * What rules a match out, whatever else agrees.
 */
final class Vetoes {
    private static final Optional<String> GENERATIONS = Optional.of("different generations of one family");
    private static final Optional<String> KINDS = Optional.of("a person and a company");
    private static final Optional<String> IDENTIFIERS = Optional.of("two different valid identifiers");

    private final int[] identifiers;

    Vetoes(final List<Attribute> attributes) {
        identifiers = attributes.stream().filter(attribute -> attribute.role() == Role.NATIONAL_ID || attribute.role() == Role.TAX_ID)
                .mapToInt(Attribute::index).toArray();
    }

    /** @return why these two cannot be one customer, if there is such a reason */
    Optional<String> between(final Profile first, final Profile second) {
        if (first.generation() != second.generation() && first.generation() != Generation.UNKNOWN
                && second.generation() != Generation.UNKNOWN) {
            return GENERATIONS;
        }

        if (first.kind() != second.kind() && first.kind() != Kind.UNKNOWN && second.kind() != Kind.UNKNOWN) {
            return KINDS;
        }

        for (final int identifier : identifiers) {
            if (isValid(first.value(identifier)) && isValid(second.value(identifier))
                    && !first.value(identifier).sameAs(second.value(identifier))) {
                return IDENTIFIERS;
            }
        }

        return Optional.empty();
    }

    private static boolean isValid(final Value value) {
        return value instanceof IdentifierValue identifier && identifier.isValid();
    }
}
