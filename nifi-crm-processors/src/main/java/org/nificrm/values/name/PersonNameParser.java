package org.nificrm.values.name;

import org.nificrm.values.text.TextNormalizer;

import java.util.Locale;

/**
 * Takes a person's full name to its parts. What is certain about names everywhere is done for every name: forms of address,
 * generations and credentials, nicknames in quotes or brackets, {@code Family, Given}, particles, capitals that mark the family
 * name, and the order of the script: Han, Hangul and Kana names start with the family name. A locale settles what else depends
 * on the country.
 * <p>
 * Every word of the input is in exactly one part of the result; punctuation that only parted them is not.
 */
public final class PersonNameParser {

    /** Longer texts are no names; they are not taken apart. */
    private static final int LONGEST_NAME = 200;

    private PersonNameParser() {
    }

    /** Parses a name of unknown origin. */
    public static PersonName parse(final String fullName) {
        return parse(fullName, Locale.ROOT);
    }

    /**
     * Parses a name.
     *
     * @param fullName the name in any script, in any letter case; null and blank give {@link PersonName#EMPTY}
     * @param locale language or region of the person, {@link Locale#ROOT} if unknown; only a hint, the script decides first
     * @return the parts; a text that is too long to be a name comes back whole as first name
     */
    public static PersonName parse(final String fullName, final Locale locale) {
        final String text = TextNormalizer.normalize(fullName);
        if (text == null || text.isEmpty()) {
            return PersonName.EMPTY;
        }

        if (text.length() > LONGEST_NAME) {
            return PersonName.of(text, "");
        }

        final Aside aside = Aside.of(text);
        if (aside.rest().isEmpty()) {
            return PersonName.of(text, "");
        }

        final PersonName name = EastAsianScript.occursIn(aside.rest())
                ? EastAsianNameParser.parse(aside.rest(), locale)
                : WesternNameParser.parse(aside.rest(), locale);
        return aside.content().isEmpty() ? name : name.withNickname(join(aside.content(), name.nickname()));
    }

    private static String join(final String first, final String second) {
        return second.isEmpty() ? first : first + " " + second;
    }
}
