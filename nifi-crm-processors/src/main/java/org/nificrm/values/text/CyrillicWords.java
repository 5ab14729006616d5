package org.nificrm.values.text;

import java.lang.Character.UnicodeScript;

/** Whether a text reads as Russian or a related language: whole words in Cyrillic, capitals only where words have them. */
final class CyrillicWords {

    private static final int FEWEST_LETTERS = 5;
    /** In capitals throughout, where their case tells nothing. */
    private static final int FEWEST_CAPITALS = 8;
    private static final String MARKS = "«»“”„’–—…№\u00A0";
    /** The letters that make up more than two thirds of such texts. */
    private static final String COMMON = "оеаинтсрвлкі";

    private CyrillicWords() {
    }

    /** Tells whether every character beyond ASCII belongs to such a word or is a mark of such a text; null is none. */
    static boolean areAll(final String text) {
        if (text == null) {
            return false;
        }

        int longest = 0;
        int capitals = 0;
        int small = 0;
        int common = 0;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i < text.length() && Character.isLetter(text.charAt(i))) {
                capitals += Character.isUpperCase(text.charAt(i)) ? 1 : 0;
                small += Character.isLowerCase(text.charAt(i)) ? 1 : 0;
                common += text.charAt(i) < 0x80 || COMMON.indexOf(Character.toLowerCase(text.charAt(i))) >= 0 ? 1 : 0;
                continue;
            }

            final String word = text.substring(start, i);
            if (!isLatin(word) && !isCyrillic(word) || i < text.length() && text.charAt(i) > 0x7F && MARKS.indexOf(text.charAt(i)) < 0) {
                return false;
            }

            longest = Math.max(longest, isLatin(word) ? 0 : word.length());
            start = i + 1;
        }

        return longest >= FEWEST_LETTERS && common * 2 >= small + capitals && (small > capitals || capitals >= FEWEST_CAPITALS);
    }

    private static boolean isLatin(final String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }

    private static boolean isCyrillic(final String word) {
        for (int i = 0; i < word.length(); i++) {
            final char c = word.charAt(i);
            final boolean capitalInside = i > 0 && Character.isUpperCase(c) && Character.isLowerCase(word.charAt(i - 1));
            if (UnicodeScript.of(c) != UnicodeScript.CYRILLIC || capitalInside) {
                return false;
            }
        }

        return true;
    }
}
