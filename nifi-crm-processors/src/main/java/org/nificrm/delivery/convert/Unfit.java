package org.nificrm.delivery.convert;

import org.nificrm.delivery.UnfitValueException;

/** The ways in which a value does not fit the CRM. */
public final class Unfit {

    private Unfit() {
    }

    public static UnfitValueException tooLong(final String field, final long length, final long limit, final String unit) {
        return new UnfitValueException("VALUE_TOO_LONG",
                "Field '%s' has %d %s, its column holds %d. Shorten it, or widen the column".formatted(field, length, unit, limit));
    }

    public static UnfitValueException outOfRange(final String field, final String range) {
        return new UnfitValueException("OUT_OF_RANGE", "Field '%s' lies outside the range of its column (%s)".formatted(field, range));
    }

    public static UnfitValueException loses(final String field, final String lost) {
        return new UnfitValueException("PRECISION_LOSS", "Field '%s' would lose %s in its column. Round it before, or widen the column".formatted(field, lost));
    }

    public static UnfitValueException wrongType(final String field, final String expected) {
        return new UnfitValueException("WRONG_TYPE", "Field '%s' is no %s, which the CRM requires".formatted(field, expected));
    }

    public static UnfitValueException noSuchOption(final String field) {
        return new UnfitValueException("NO_SUCH_OPTION",
                "Field '%s' has a value that is none of the CRM's options. Map it to one of them, or add the option".formatted(field));
    }
}
