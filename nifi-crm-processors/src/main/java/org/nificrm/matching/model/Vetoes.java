package org.nificrm.matching.model;

import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Profile.Generation;
import org.nificrm.matching.prepare.Profile.Kind;

import java.util.Optional;

/**
 * What rules a match out, whatever else agrees.
 */
public final class Vetoes {
    private static final Optional<String> GENERATIONS = Optional.of("different generations of one family");
    private static final Optional<String> KINDS = Optional.of("a person and a company");

    private Vetoes() {
    }

    /** @return why these two cannot be one customer, if there is such a reason */
    public static Optional<String> between(final Profile first, final Profile second) {
        if (first.generation() != second.generation() && first.generation() != Generation.UNKNOWN
                && second.generation() != Generation.UNKNOWN) {
            return GENERATIONS;
        }

        if (first.kind() != second.kind() && first.kind() != Kind.UNKNOWN && second.kind() != Kind.UNKNOWN) {
            return KINDS;
        }

        return Optional.empty();
    }
}
