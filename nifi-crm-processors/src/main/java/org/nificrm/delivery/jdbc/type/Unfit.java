package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;

/** The ways in which a value does not fit its column. */
final class Unfit {

    private Unfit() {
    }

    static UnfitValueException tooLong(final String field, final long length, final long limit, final String unit) {
        return new UnfitValueException("VALUE_TOO_LONG",
                "Field '%s' has %d %s, its column holds %d. Shorten it, or widen the column".formatted(field, length, unit, limit));
    }

    static UnfitValueException outOfRange(final String field, final String range) {
        return new UnfitValueException("OUT_OF_RANGE", "Field '%s' lies outside the range of its column (%s)".formatted(field, range));
    }

    static UnfitValueException loses(final String field, final String lost) {
        return new UnfitValueException("PRECISION_LOSS", "Field '%s' would lose %s in its column. Round it before, or widen the column".formatted(field, lost));
    }

    static UnfitValueException wrongType(final String field, final String expected) {
        return new UnfitValueException("WRONG_TYPE", "Field '%s' is no %s, which its column requires".formatted(field, expected));
    }
}
