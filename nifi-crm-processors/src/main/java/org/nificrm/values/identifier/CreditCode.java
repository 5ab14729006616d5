package org.nificrm.values.identifier;

import org.nificrm.values.text.TextNormalizer;

import java.util.Locale;

/**
 * Checks unified social credit codes by GB 32100-2015.
 *
 * <p>18 characters: registration authority, kind of organization, six digits of the place, organization code (GB 11714), check
 * character.</p>
 */
public final class CreditCode {
    private static final int LENGTH = 18;
    private static final int ORGANIZATION_START = 8;
    private static final int ORGANIZATION_LENGTH = 8;
    private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = 31;
    private static final int[] ORGANIZATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final int ORGANIZATION_MODULUS = 11;

    private CreditCode() {
    }

    /**
     * @param raw a code as written
     * @return the code in capitals without blanks and hyphens, whether it is valid or not
     */
    public static String normalize(final String raw) {
        return TextNormalizer.normalize(raw).replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }

    /**
     * @param raw a code, with or without blanks and hyphens
     * @return VALID, PILOT, or what is wrong with it
     */
    public static IdentifierStatus check(final String raw) {
        final String code = normalize(raw);
        if (code.length() != LENGTH || !hasCodeCharacters(code) || !hasDigits(code, 2, ORGANIZATION_START)) {
            return IdentifierStatus.FORM;
        }

        if (checkCharacter(code) == code.charAt(LENGTH - 1)) {
            return IdentifierStatus.VALID;
        }

        final boolean rightOrganization = organizationCheckCharacter(code) == code.charAt(ORGANIZATION_START + ORGANIZATION_LENGTH);
        return rightOrganization ? IdentifierStatus.PILOT : IdentifierStatus.CHECK_CHARACTER;
    }

    private static boolean hasCodeCharacters(final String code) {
        for (int i = 0; i < LENGTH; i++) {
            if (CHARACTERS.indexOf(code.charAt(i)) < 0) {
                return false;
            }
        }

        return true;
    }

    private static boolean hasDigits(final String code, final int start, final int end) {
        for (int i = start; i < end; i++) {
            if (code.charAt(i) < '0' || code.charAt(i) > '9') {
                return false;
            }
        }

        return true;
    }

    /** GB 32100 section 6: the weight of a place is a power of three. */
    private static char checkCharacter(final String code) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }

        return CHARACTERS.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }

    /** GB 11714: letters count from 10 for A without gaps. */
    private static char organizationCheckCharacter(final String code) {
        int sum = 0;
        for (int i = 0; i < ORGANIZATION_LENGTH; i++) {
            sum += Character.digit(code.charAt(ORGANIZATION_START + i), Character.MAX_RADIX) * ORGANIZATION_WEIGHTS[i];
        }

        final int check = ORGANIZATION_MODULUS - sum % ORGANIZATION_MODULUS;
        return check == 10 ? 'X' : (char) ('0' + check % ORGANIZATION_MODULUS);
    }
}
