package org.nificrm.samples;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Identity numbers with right check characters. */
final class Identifiers {

    /** GB 11643-1999, weights of the first 17 digits and check characters by remainder modulo 11. */
    private static final int[] RESIDENT_WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String RESIDENT_CHECKS = "10X98765432";

    /** GB 32100-2015, alphabet without I, O, S, V, Z; weights are powers of 3 modulo 31. */
    private static final String CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int CREDIT_MODULUS = 31;
    private static final int CREDIT_BASE = 3;

    private Identifiers() {
    }

    static String residentId(final Place place, final LocalDate birthDate, final Gender gender, final Dice dice) {
        final int sequence = dice.between(0, 499) * 2 + (gender == Gender.MALE ? 1 : 0);
        final String body = place.division() + birthDate.format(DateTimeFormatter.BASIC_ISO_DATE) + "%03d".formatted(sequence);
        int sum = 0;
        for (int i = 0; i < RESIDENT_WEIGHTS.length; i++) {
            sum += RESIDENT_WEIGHTS[i] * Character.digit(body.charAt(i), 10);
        }

        return body + RESIDENT_CHECKS.charAt(sum % RESIDENT_CHECKS.length());
    }

    static String creditCode(final Place place, final Dice dice) {
        final String body = "91" + place.division() + dice.fill("#########");
        int sum = 0;
        int weight = 1;
        for (final char symbol : body.toCharArray()) {
            sum += weight * CREDIT_ALPHABET.indexOf(symbol);
            weight = weight * CREDIT_BASE % CREDIT_MODULUS;
        }

        return body + CREDIT_ALPHABET.charAt((CREDIT_MODULUS - sum % CREDIT_MODULUS) % CREDIT_MODULUS);
    }

    /** ISO/IEC 7064 MOD 11,10. */
    static String germanVatNumber(final Dice dice) {
        final String body = dice.fill("#########").substring(1);
        int product = 10;
        for (final char digit : body.toCharArray()) {
            final int sum = (product + Character.digit(digit, 10)) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return "DE" + body + (11 - product) % 10;
    }
}
