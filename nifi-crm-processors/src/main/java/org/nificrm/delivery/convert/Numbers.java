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

    public static long whole(final String field, final Object value) throws UnfitValueException {
        try {
            return of(field, value).longValueExact();
        } catch (final ArithmeticException e) {
            throw Unfit.wrongType(field, "whole number");
        }
    }

    /**
     * The shortest form of a number without exponent, equal for equal numbers.
     *
     * @param places most decimal places that the field keeps
     */
    public static BigDecimal decimal(final String field, final Object value, final int places) throws UnfitValueException {
        final BigDecimal number = of(field, value);
        final BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (shortest.scale() > places) {
            throw Unfit.loses(field, "decimal places");
        }

        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
