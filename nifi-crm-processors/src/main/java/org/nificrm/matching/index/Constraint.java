package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

import java.util.Objects;

/**
 * A steward's decision about two records. It is the same decision whichever record is named first.
 *
 * @param first  the lesser key
 * @param second the greater key
 * @param kind   what was decided
 */
public record Constraint(SourceKey first, SourceKey second, Kind kind) {
    /** What a steward can decide. */
    public enum Kind {
        MUST_LINK,
        MUST_NOT_LINK
    }

    public Constraint {
        Objects.requireNonNull(kind, "kind");
        if (first.equals(second)) {
            throw new IllegalArgumentException("A constraint needs two different records");
        }

        if (first.compareTo(second) > 0) {
            final SourceKey lesser = second;
            second = first;
            first = lesser;
        }
    }
}
