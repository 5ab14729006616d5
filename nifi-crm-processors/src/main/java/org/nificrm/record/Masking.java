package org.nificrm.record;

/** A value as others may see it: enough to recognise what kind it is, too little to recognise whose. */
public final class Masking {

    private static final int SHORTEST_WITH_ENDS = 4;
    private static final char MASK = '*';

    private Masking() {
    }

    /** First and last character of a longer text, first character and domain of an e-mail address, nothing of a short one; null for null. */
    public static String mask(final String value) {
        if (value == null) {
            return null;
        }

        final int at = value.lastIndexOf('@');
        if (at > 0) {
            return value.substring(0, value.offsetByCodePoints(0, 1)) + "***" + value.substring(at);
        }

        final int length = value.codePointCount(0, value.length());
        if (length < SHORTEST_WITH_ENDS) {
            return String.valueOf(MASK).repeat(length);
        }

        final String first = value.substring(0, value.offsetByCodePoints(0, 1));
        final String last = value.substring(value.offsetByCodePoints(value.length(), -1));
        return first + String.valueOf(MASK).repeat(length - 2) + last;
    }
}
