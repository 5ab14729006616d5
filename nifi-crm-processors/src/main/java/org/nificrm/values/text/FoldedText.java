package org.nificrm.values.text;

import java.text.Normalizer;
import java.util.Locale;

/**
 * The form by which dictionaries are searched: lower case, no accents, letters and digits only, words parted by one blank.
 * Only for comparing, never for storing.
 */
public final class FoldedText {
    private FoldedText() {
    }

    /**
     * Folds a text.
     *
     * @param text any text
     * @return lower-case letters and digits, words parted by one blank; empty when the text has neither
     */
    public static String of(final String text) {
        final String decomposed = isAscii(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKD);
        final StringBuilder folded = new StringBuilder(decomposed.length());
        boolean blankPending = false;
        int i = 0;
        while (i < decomposed.length()) {
            final int c = decomposed.codePointAt(i);
            i += Character.charCount(c);
            if (isAccent(c) || isApostrophe(c)) {
                continue;
            }

            if (!Character.isLetterOrDigit(c) && Character.getType(c) != Character.COMBINING_SPACING_MARK && Character.getType(c) != Character.NON_SPACING_MARK) {
                blankPending = true;
                continue;
            }

            if (blankPending && !folded.isEmpty()) {
                folded.append(' ');
            }

            blankPending = false;
            appendFolded(folded, c);
        }

        return Normalizer.normalize(folded, Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F) {
                return false;
            }
        }

        return true;
    }

    /** Latin, Greek and Cyrillic accents, Hebrew points and Arabic vowel signs; the vowel signs of Indic scripts are spelling. */
    private static boolean isAccent(final int c) {
        return c >= 0x0300 && c <= 0x036F || c >= 0x0591 && c <= 0x05C7 || c >= 0x064B && c <= 0x065F || c == 0x0670 || c == 0x0640;
    }

    private static boolean isApostrophe(final int c) {
        return c == '\'' || c == '`' || c == '.' || c >= 0x2018 && c <= 0x201B || c == 0x02BC || c == 0x02BB || c == 0x00B4 || c == 0x200C || c == 0x200D;
    }

    private static void appendFolded(final StringBuilder folded, final int c) {
        switch (c) {
            case 'ß' -> folded.append("ss");
            case 'æ', 'Æ' -> folded.append("ae");
            case 'œ', 'Œ' -> folded.append("oe");
            case 'ø', 'Ø' -> folded.append('o');
            case 'ł', 'Ł' -> folded.append('l');
            case 'đ', 'Đ', 'ð', 'Ð' -> folded.append('d');
            case 'þ', 'Þ' -> folded.append("th");
            case 'ı' -> folded.append('i');
            default -> folded.appendCodePoint(Character.toLowerCase(c));
        }
    }
}
