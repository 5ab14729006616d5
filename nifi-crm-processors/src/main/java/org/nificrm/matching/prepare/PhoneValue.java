package org.nificrm.matching.prepare;

/**
 * Digits of a phone number without prefixes that depend on where one calls from.
 */
public final class PhoneValue extends Value {
    private static final int SUBSCRIBER_DIGITS = 7;

    private final Letters digits;

    PhoneValue(final String digits) {
        super(Hash.of(digits));
        this.digits = new Letters(digits);
    }

    public Letters digits() {
        return digits;
    }

    /** @return hash of the last seven digits */
    public long subscriber() {
        return Hash.of(digits.characters(), Math.max(0, digits.length() - SUBSCRIBER_DIGITS), digits.length());
    }

    @Override
    public String toString() {
        return digits.toString();
    }
}
