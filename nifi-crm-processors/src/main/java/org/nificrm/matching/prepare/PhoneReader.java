package org.nificrm.matching.prepare;

/**
 * Reads phone numbers without knowing the country: digits, an extension cut off, zeros in front removed. Numbers in E.164 compare
 * exactly, others by their last digits.
 */
final class PhoneReader implements ValueReader {
    private static final int SHORTEST = 5;

    @Override
    public Value read(final String raw) {
        final StringBuilder digits = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            final char character = raw.charAt(i);
            final int digit = Character.digit(character, 10);
            if (digit >= 0) {
                if (digit > 0 || !digits.isEmpty()) {
                    digits.append((char) ('0' + digit));
                }
            } else if (Character.isLetter(character) && digits.length() >= SHORTEST) {
                break;
            }
        }

        return digits.length() < SHORTEST || isOneDigit(digits) ? null : new PhoneValue(digits.toString());
    }

    private static boolean isOneDigit(final CharSequence digits) {
        return digits.chars().distinct().count() == 1;
    }
}
