package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.DateValue;

import java.util.List;

/**
 * Dates of birth: typing errors, day and month confused, one part wrong, a date nearby.
 */
final class DateComparator implements LevelComparator<DateValue> {
    private static final List<String> LEVELS = List.of("else", "same year", "two errors", "two parts or nearby", "one error", "exact");
    private static final int ELSE = 0;
    private static final int YEAR = 1;
    private static final int ERRORS = 2;
    private static final int PARTS = 3;
    private static final int ERROR = 4;
    private static final int EXACT = 5;
    private static final int NEARBY_DAYS = 31;
    private static final int DIGITS = 8;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final DateValue first, final DateValue second) {
        if (first.sameAs(second)) {
            return EXACT;
        }

        final boolean sameYear = first.year() == second.year();
        if (!first.isComplete() || !second.isComplete()) {
            final boolean sameMonth = first.month() == second.month() || first.month() == 0 || second.month() == 0;
            return sameYear && sameMonth ? PARTS : sameYear ? YEAR : ELSE;
        }

        if (sameYear && first.month() == second.day() && first.day() == second.month() || isOneError(first.digits(), second.digits())) {
            return ERROR;
        }

        final int sameParts = (sameYear ? 1 : 0) + (first.month() == second.month() ? 1 : 0) + (first.day() == second.day() ? 1 : 0);
        if (sameParts == 2 || Math.abs(days(first) - days(second)) <= NEARBY_DAYS) {
            return PARTS;
        }

        if (wrongDigits(first.digits(), second.digits()) == 2) {
            return ERRORS;
        }

        return sameYear ? YEAR : ELSE;
    }

    private static int wrongDigits(final int first, final int second) {
        int wrong = 0;
        int left = first;
        int right = second;
        for (int digit = 0; digit < DIGITS; digit++) {
            wrong += left % 10 == right % 10 ? 0 : 1;
            left /= 10;
            right /= 10;
        }

        return wrong;
    }

    /** One digit wrong, or two neighbouring digits swapped. */
    private static boolean isOneError(final int first, final int second) {
        int left = first;
        int right = second;
        int wrong = 0;
        int position = -1;
        boolean swapped = false;
        for (int digit = 0; digit < DIGITS; digit++) {
            if (left % 10 != right % 10) {
                wrong++;
                if (wrong == 1) {
                    position = digit;
                    swapped = left % 10 == right / 10 % 10 && left / 10 % 10 == right % 10;
                } else if (wrong > 2 || !swapped || digit != position + 1) {
                    return false;
                }
            }

            left /= 10;
            right /= 10;
        }

        return true;
    }

    private static int days(final DateValue date) {
        return date.year() * 365 + date.month() * 30 + date.day();
    }
}
