package org.nificrm.values.identifier;

import org.nificrm.values.text.TextNormalizer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;

/**
 * Checks Chinese resident identity numbers by GB 11643-1999, and numbers of 15 digits by GB 11643-1989.
 *
 * <p>Of the area code only the province counts: codes of counties were changed and given up too often for a list to be complete. The
 * numbers of the residence permits for Hong Kong, Macao and Taiwan (81, 82, 83) follow the same standard.</p>
 */
public final class ResidentIdParser {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int AREA_LENGTH = 6;
    /** ISO 7064 MOD 11-2: the weight of a place is a power of two. */
    private static final int MODULUS = 11;
    private static final String CHECK_CHARACTERS = "10X98765432";
    private static final Set<String> PROVINCES = Set.of("11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
            "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82", "83", "91");

    private ResidentIdParser() {
    }

    /**
     * @param raw a number, with or without blanks and hyphens
     * @return what it states, or what is wrong with it
     */
    public static ResidentIdReading parse(final String raw) {
        final String number = compact(raw);
        final boolean oldForm = number.length() == OLD_LENGTH;
        if (!oldForm && number.length() != LENGTH || !isDigits(number, oldForm ? OLD_LENGTH : LENGTH - 1)) {
            return ResidentIdReading.invalid(IdentifierStatus.FORM);
        }

        if (!PROVINCES.contains(number.substring(0, 2))) {
            return ResidentIdReading.invalid(IdentifierStatus.REGION);
        }

        final String digits = oldForm ? number.substring(0, AREA_LENGTH) + "19" + number.substring(AREA_LENGTH) : number.substring(0, LENGTH - 1);
        final LocalDate birthDate = birthDate(digits);
        if (birthDate == null) {
            return ResidentIdReading.invalid(IdentifierStatus.DATE);
        }

        final String complete = digits + checkCharacter(digits);
        if (!oldForm && !complete.equals(number)) {
            final boolean wrongForm = CHECK_CHARACTERS.indexOf(number.charAt(LENGTH - 1)) < 0;
            return ResidentIdReading.invalid(wrongForm ? IdentifierStatus.FORM : IdentifierStatus.CHECK_CHARACTER);
        }

        final Sex sex = (digits.charAt(LENGTH - 2) - '0') % 2 == 0 ? Sex.FEMALE : Sex.MALE;
        return new ResidentIdReading(IdentifierStatus.VALID, new ResidentId(complete, complete.substring(0, AREA_LENGTH), birthDate, sex), oldForm);
    }

    private static String compact(final String raw) {
        return TextNormalizer.normalize(raw).replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
    }

    private static boolean isDigits(final String text, final int length) {
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }

        return true;
    }

    private static LocalDate birthDate(final String digits) {
        final int year = Integer.parseInt(digits, 6, 10, 10);
        final int month = Integer.parseInt(digits, 10, 12, 10);
        final int day = Integer.parseInt(digits, 12, 14, 10);
        try {
            return LocalDate.of(year, month, day);
        } catch (final DateTimeException e) {
            return null;
        }
    }

    private static char checkCharacter(final String digits) {
        int remainder = 0;
        for (int i = 0; i < digits.length(); i++) {
            remainder = (remainder + digits.charAt(i) - '0') * 2 % MODULUS;
        }

        return CHECK_CHARACTERS.charAt(remainder);
    }
}
