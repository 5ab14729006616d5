package org.nificrm.values.date;

import java.util.Locale;
import java.util.Objects;

/**
 * How dates are to be read.
 *
 * @param order how the numbers of a date follow each other
 * @param locale decides on names that mean different months in different languages
 * @param serials whether a bare number is a day of a spreadsheet: days since 1899-12-30, which Excel counts from 1900-03-01 on
 * @param pivotYear first of the hundred years that two-digit years stand for
 */
public record DateOptions(DateOrder order, Locale locale, boolean serials, int pivotYear) {
    private static final int DEFAULT_PIVOT_YEAR = 1950;

    public DateOptions {
        Objects.requireNonNull(order);
        Objects.requireNonNull(locale);
    }

    /**
     * @param order how the numbers of a date follow each other
     * @return options with no language, no serial numbers and two-digit years from 1950 to 2049
     */
    public static DateOptions of(final DateOrder order) {
        return new DateOptions(order, Locale.ROOT, false, DEFAULT_PIVOT_YEAR);
    }

    /**
     * @return these options with serial numbers of spreadsheets
     */
    public DateOptions withSerials() {
        return new DateOptions(order, locale, true, pivotYear);
    }

    /**
     * @param newLocale decides on names that mean different months in different languages
     * @return these options with the locale
     */
    public DateOptions withLocale(final Locale newLocale) {
        return new DateOptions(order, newLocale, serials, pivotYear);
    }

    /**
     * @param newPivotYear first of the hundred years that two-digit years stand for
     * @return these options with the pivot year
     */
    public DateOptions withPivotYear(final int newPivotYear) {
        return new DateOptions(order, locale, serials, newPivotYear);
    }
}
