package org.nificrm.samples;

import java.util.List;

/** What befalls a text between the customer and the record: slips of the finger, of the eye and of the ear. */
final class Slips {
    private static final List<String[]> MISREAD = List.of(new String[] {"m", "rn"}, new String[] {"rn", "m"}, new String[] {"l", "1"},
            new String[] {"cl", "d"}, new String[] {"o", "0"}, new String[] {"vv", "w"}, new String[] {"e", "c"}, new String[] {"i", "l"});
    private static final List<String[]> MISHEARD = List.of(new String[] {"ph", "f"}, new String[] {"ck", "k"}, new String[] {"y", "i"},
            new String[] {"ie", "y"}, new String[] {"th", "t"}, new String[] {"z", "s"}, new String[] {"ll", "l"}, new String[] {"nn", "n"},
            new String[] {"c", "k"}, new String[] {"ee", "ea"}, new String[] {"ai", "ei"}, new String[] {"d", "dt"});

    private Slips() {
    }

    /** The text with a slip in it, once in a while two. */
    static String in(final String text, final Dice dice) {
        final String once = slip(text, dice);
        return dice.chance(0.15) ? slip(once, dice) : once;
    }

    private static String slip(final String text, final Dice dice) {
        return switch (dice.below(6)) {
            case 0 -> replaced(text, MISREAD, dice);
            case 1 -> replaced(text, MISHEARD, dice);
            default -> Corruption.typo(text, dice);
        };
    }

    private static String replaced(final String text, final List<String[]> replacements, final Dice dice) {
        final int start = dice.below(replacements.size());
        for (int i = 0; i < replacements.size(); i++) {
            final String[] replacement = replacements.get((start + i) % replacements.size());
            final int at = text.indexOf(replacement[0], 1);
            if (at > 0) {
                return text.substring(0, at) + replacement[1] + text.substring(at + replacement[0].length());
            }
        }

        return Corruption.typo(text, dice);
    }

    /** Digits with one of them wrong, or two in each other's place. */
    static String inDigits(final String digits, final Dice dice) {
        final int at = dice.below(digits.length() - 1);
        if (!Character.isDigit(digits.charAt(at)) || !Character.isDigit(digits.charAt(at + 1))) {
            return digits;
        }

        final String changed = dice.chance(0.5) ? "" + digits.charAt(at + 1) + digits.charAt(at) : dice.fill("#") + digits.charAt(at + 1);
        return digits.substring(0, at) + changed + digits.substring(at + 2);
    }
}
