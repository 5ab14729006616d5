package org.nificrm.values.phone;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A prefix of a number, with a look at the first digit that saves most attempts to match it.
 */
final class Prefix {
    private final Pattern pattern;
    private final int firstDigits;

    private Prefix(final Pattern pattern, final int firstDigits) {
        this.pattern = pattern;
        this.firstDigits = firstDigits;
    }

    /**
     * @param expression a regular expression over digits; an empty one is the prefix of no number
     */
    static Prefix of(final String expression) {
        final Pattern pattern = Pattern.compile(expression);
        int firstDigits = 0;
        for (int digit = 0; digit < 10 && !expression.isEmpty(); digit++) {
            final Matcher matcher = pattern.matcher(Integer.toString(digit));
            if (matcher.lookingAt() || matcher.hitEnd()) {
                firstDigits |= 1 << digit;
            }
        }

        return new Prefix(pattern, firstDigits);
    }

    /**
     * @return a matcher that has matched the start of the number, or null when the number does not start with this prefix
     */
    Matcher match(final CharSequence number) {
        if (number.isEmpty() || (firstDigits & 1 << number.charAt(0) - '0') == 0) {
            return null;
        }

        final Matcher matcher = pattern.matcher(number);
        return matcher.lookingAt() ? matcher : null;
    }
}
