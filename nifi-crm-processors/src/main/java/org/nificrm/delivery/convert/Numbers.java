package org.nificrm.delivery.convert;

import org.nificrm.delivery.UnfitValueException;

import java.math.BigDecimal;
import java.math.BigInteger;

/** Exact number of any value that a record may hold. */
public final class Numbers {

    private Numbers() {
    }

    public static BigDecimal of(final String field, final Object value) throws UnfitValueException {
        try {
            return switch (value) {
                case BigDecimal number -> number;
                case BigInteger number -> new BigDecimal(number);
                case Number number -> new BigDecimal(number.toString());
                case Boolean bool -> bool ? BigDecimal.ONE : BigDecimal.ZERO;
                case String text -> new BigDecimal(text.strip());
                default -> throw Unfit.wrongType(field, "number");
            };
        } catch (final NumberFormatException e) {
            throw Unfit.wrongType(field, "number");
        }
    }
}
