package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.PhoneValue;

import java.util.List;

/**
 * Phone numbers, with or without country and area code.
 */
final class PhoneComparator implements LevelComparator<PhoneValue> {
    private static final List<String> LEVELS = List.of("else", "same last digits", "one error", "exact");
    private static final int SUBSCRIBER_DIGITS = 7;
    /** A number without its country code is still the whole number from this length on. */
    private static final int NATIONAL_DIGITS = 9;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final PhoneValue first, final PhoneValue second) {
        if (first.sameAs(second)) {
            return 3;
        }

        final int common = commonSuffix(first.digits().characters(), second.digits().characters());
        final int shorter = Math.min(first.digits().length(), second.digits().length());
        if (common == shorter && shorter >= NATIONAL_DIGITS) {
            return 3;
        }

        if (shorter >= SUBSCRIBER_DIGITS && Similarity.isWithin(first.digits(), second.digits(), 1)) {
            return 2;
        }

        return common >= SUBSCRIBER_DIGITS ? 1 : 0;
    }

    private static int commonSuffix(final char[] first, final char[] second) {
        final int shorter = Math.min(first.length, second.length);
        int common = 0;
        while (common < shorter && first[first.length - 1 - common] == second[second.length - 1 - common]) {
            common++;
        }

        return common;
    }
}
