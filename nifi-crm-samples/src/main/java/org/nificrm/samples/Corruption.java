package org.nificrm.samples;

import java.util.Locale;

/** What people and systems do to a text on its way. Texts that are too short to survive it are left alone. */
enum Corruption {

    LETTERS_SWAPPED {
        @Override
        String apply(final String text, final Dice dice) {
            final int at = dice.between(1, text.length() - 3);
            return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
        }
    },

    LETTER_MISSING {
        @Override
        String apply(final String text, final Dice dice) {
            final int at = dice.between(1, text.length() - 2);
            return text.substring(0, at) + text.substring(at + 1);
        }
    },

    LETTER_DOUBLED {
        @Override
        String apply(final String text, final Dice dice) {
            final int at = dice.between(1, text.length() - 2);
            return text.substring(0, at) + text.charAt(at) + text.substring(at);
        }
    },

    LETTER_REPLACED {
        @Override
        String apply(final String text, final Dice dice) {
            final int at = dice.between(1, text.length() - 2);
            return text.substring(0, at) + (char) ('a' + dice.below(26)) + text.substring(at + 1);
        }
    },

    UPPER_CASE {
        @Override
        String apply(final String text, final Dice dice) {
            return text.toUpperCase(Locale.ROOT);
        }
    },

    LOWER_CASE {
        @Override
        String apply(final String text, final Dice dice) {
            return text.toLowerCase(Locale.ROOT);
        }
    },

    FULL_WIDTH_DIGITS {
        @Override
        String apply(final String text, final Dice dice) {
            return text.codePoints()
                    .map(symbol -> symbol >= '0' && symbol <= '9' ? symbol - '0' + '０' : symbol)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }
    };

    private static final int SHORTEST = 4;

    abstract String apply(String text, Dice dice);

    /** One slip of the finger in a Latin word; a Chinese name has none to give. */
    static String typo(final String word, final Dice dice) {
        if (word.length() < SHORTEST || !Character.isLetter(word.charAt(1)) || Character.isIdeographic(word.charAt(0))) {
            return word;
        }

        return dice.oneOf(LETTERS_SWAPPED, LETTER_MISSING, LETTER_DOUBLED, LETTER_REPLACED).apply(word, dice);
    }
}
