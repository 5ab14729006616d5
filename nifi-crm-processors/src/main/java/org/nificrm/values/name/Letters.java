package org.nificrm.values.name;

import java.util.Locale;

/** What the letters of a word look like. */
final class Letters {

    private Letters() {
    }

    /** Tells whether capitals and small letters both occur, so that case carries meaning; a small letter without a capital, ß, carries none. */
    static boolean mixCases(final String text) {
        boolean upper = false;
        boolean lower = false;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            upper |= Character.isUpperCase(c);
            lower |= Character.isLowerCase(c) && Character.toUpperCase(c) != c;
        }

        return upper && lower;
    }

    /** Two letters or more, all capitals. */
    static boolean areCapitals(final String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            final char c = word.charAt(i);
            if (Character.isLetter(c)) {
                if (!Character.isUpperCase(c)) {
                    return false;
                }

                letters++;
            }
        }

        return letters > 1 || letters == 1 && word.length() == 1;
    }

    /** A capital after the first letter: MA, MEng, M.A., but not Ma. */
    static boolean haveInnerCapital(final String word) {
        return word.chars().skip(1).anyMatch(Character::isUpperCase);
    }

    /** One letter, with or without a dot. */
    static boolean isInitial(final String word) {
        return word.length() == 1 && Character.isLetter(word.charAt(0))
                || word.length() == 2 && word.charAt(1) == '.' && Character.isLetter(word.charAt(0));
    }

    /** Three letters or more, each with a dot: G.R.I. */
    static boolean isDottedAcronym(final String word) {
        int letters = 0;
        for (int i = 0; i < word.length(); i++) {
            final boolean letterExpected = i % 2 == 0;
            if (letterExpected != (word.charAt(i) != '.')) {
                return false;
            }

            letters += letterExpected ? 1 : 0;
        }

        return letters > 2;
    }

    /** Generations that are never anything else. */
    static boolean isGenerationAlone(final String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "jr", "jr.", "jnr", "jnr.", "sr", "sr.", "snr", "snr.", "ii", "iii", "iv", "vii", "viii", "2nd", "3rd", "4th", "5th", "6th" -> true;
            default -> false;
        };
    }

    static boolean hasVowel(final String word) {
        for (int i = 0; i < word.length(); i++) {
            final char c = Character.toLowerCase(word.charAt(i));
            if (c > 0x7F || "aeiouy".indexOf(c) >= 0) {
                return true;
            }
        }

        return false;
    }
}
