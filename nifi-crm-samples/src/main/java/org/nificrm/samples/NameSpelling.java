package org.nificrm.samples;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * A person's name as a legacy system has it.
 *
 * @param full      the whole in one field
 * @param firstName the given name in it
 * @param lastName  the family name in it
 */
record NameSpelling(String full, String firstName, String lastName) {

    private static final Map<String, String> NICKNAMES =
            Words.read("english-nickname").stream().collect(Collectors.toMap(Words::nativeSpelling, Words::latinSpelling));

    /**
     * @param latin    the system writes Latin letters only
     * @param mistyped someone slipped while typing
     */
    static NameSpelling of(final Person person, final boolean latin, final boolean mistyped, final Dice dice) {
        final boolean chinese = person.culture() == Culture.CHINESE && !latin;
        String first = chinese ? Words.nativeSpelling(person.givenName()) : capitalized(Words.latinSpelling(person.givenName()));
        String last = chinese ? Words.nativeSpelling(person.familyName()) : Words.latinSpelling(person.familyName());
        if (dice.chance(0.06)) {
            first = NICKNAMES.getOrDefault(first, first);
        }

        if (mistyped) {
            if (dice.chance(0.5)) {
                first = Corruption.typo(first, dice);
            } else {
                last = Corruption.typo(last, dice);
            }
        }

        return chinese ? familyFirst(first, last, dice) : givenFirst(first, last, dice);
    }

    private static NameSpelling familyFirst(final String first, final String last, final Dice dice) {
        return new NameSpelling(dice.chance(0.12) ? last + " " + first : last + first, first, last);
    }

    private static NameSpelling givenFirst(final String first, final String last, final Dice dice) {
        if (dice.chance(0.05)) {
            return new NameSpelling(last + ", " + first, first, last);
        }

        if (dice.chance(0.05)) {
            final Corruption letterCase = dice.oneOf(Corruption.UPPER_CASE, Corruption.LOWER_CASE);
            return plain(letterCase.apply(first, dice), letterCase.apply(last, dice));
        }

        // Someone put each name into the other's field: nothing in the record says so.
        return dice.chance(0.01) ? plain(last, first) : plain(first, last);
    }

    private static NameSpelling plain(final String first, final String last) {
        return new NameSpelling(first + " " + last, first, last);
    }

    private static String capitalized(final String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
