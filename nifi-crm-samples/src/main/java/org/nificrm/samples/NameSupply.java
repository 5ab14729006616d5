package org.nificrm.samples;

import java.util.List;

/** Names as they are spread in a population: a few that are common, and a long tail of rare ones. */
final class NameSupply {
    private static final List<String> ONSETS = List.of("B", "Br", "D", "Dr", "F", "G", "Gr", "H", "K", "Kr", "L", "M", "N", "P", "R", "S", "Sch",
            "St", "T", "Tr", "V", "W", "Z", "C", "J");
    private static final List<String> VOWELS = List.of("a", "e", "i", "o", "u", "ei", "au", "ie", "oo", "ar", "er", "or", "an", "en", "in", "on");
    private static final List<String> MIDDLES = List.of("b", "d", "g", "k", "l", "m", "n", "r", "s", "t", "v", "ck", "ll", "tt", "ng", "nd", "rm");
    private static final List<String> ENDS = List.of("er", "mann", "son", "ski", "ez", "ini", "ard", "el", "ic", "ov", "ham", "ley", "ton", "berg", "a", "");
    private static final double RARE_FAMILY_NAMES = 0.45;

    private NameSupply() {
    }

    static String familyName(final Culture culture, final Dice dice) {
        return culture != Culture.CHINESE && dice.chance(RARE_FAMILY_NAMES) ? made(dice) : common(culture.familyNames(), dice);
    }

    static String givenName(final Culture culture, final Gender gender, final Dice dice) {
        final String first = common(culture.givenNames(gender), dice);
        if (culture != Culture.CHINESE || dice.chance(0.2)) {
            return first;
        }

        final String second = common(culture.givenNames(gender), dice);
        return Words.nativeSpelling(first) + Words.nativeSpelling(second) + ":" + Words.latinSpelling(first) + Words.latinSpelling(second);
    }

    /** A word that may be a name. */
    static String made(final Dice dice) {
        return dice.pick(ONSETS) + dice.pick(VOWELS) + dice.pick(MIDDLES) + (dice.chance(0.4) ? dice.pick(VOWELS) + dice.pick(MIDDLES) : "")
                + dice.pick(ENDS);
    }

    /** Zipf: the first of the list far more often than the last. */
    private static String common(final List<String> names, final Dice dice) {
        return names.get((int) (Math.pow(names.size(), dice.below(1_000_000) / 1e6) - 0.5));
    }
}
