package org.nificrm.matching.prepare;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;

/**
 * Brings text to the form in which it is compared: compatibility characters unified, lower case, no diacritics, letters and
 * digits only, parted by single spaces.
 */
public final class Fold {
    private static final Set<String> PLACEHOLDERS = Set.of("-", "--", ".", "?", "n/a", "n.a.", "#n/a", "null", "none", "nil", "unknown",
            "undefined", "not available", "not provided", "nan", "(blank)", "(null)", "无", "未知", "暂无", "不详");

    private Fold() {
    }

    /** @return whether the text says nothing: blank, or a word that stands for a missing value */
    public static boolean isMissing(final String text) {
        if (text == null || text.isEmpty()) {
            return true;
        }

        if (startsNoPlaceholder(text.charAt(0))) {
            return false;
        }

        return text.isBlank() || text.length() <= 16 && PLACEHOLDERS.contains(text.strip().toLowerCase(Locale.ROOT));
    }

    /** Most texts are told by their first character. */
    private static boolean startsNoPlaceholder(final char first) {
        return first >= '0' && first <= '9' || first >= 'A' && first <= 'Z' && first != 'N' && first != 'U'
                || first >= 'a' && first <= 'z' && first != 'n' && first != 'u';
    }

    /** @return folded text, empty if nothing of it is a letter or digit */
    public static String fold(final String text) {
        final String plain = isAscii(text) ? text : plain(text);
        final StringBuilder folded = new StringBuilder(plain.length());
        boolean gap = false;
        for (int i = 0; i < plain.length(); i++) {
            final char character = plain.charAt(i);
            if (Character.isLetterOrDigit(character)) {
                if (gap && !folded.isEmpty()) {
                    folded.append(' ');
                }

                gap = false;
                folded.append(Character.toLowerCase(character));
            } else if (character != '\'' && character != '’') {
                gap = true;
            }
        }

        return folded.toString();
    }

    /** @return letters and digits of the folded text, without the spaces */
    public static String compact(final String text) {
        return fold(text).replace(" ", "");
    }

    /** @return whether the character is a Han ideograph */
    public static boolean isHan(final char character) {
        return character >= '\u3400' && Character.UnicodeScript.of(character) == Character.UnicodeScript.HAN;
    }

    private static boolean isAscii(final String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= 0x80) {
                return false;
            }
        }

        return true;
    }

    private static String plain(final String text) {
        final String decomposed = Normalizer.normalize(text, Normalizer.Form.NFKD);
        final StringBuilder plain = new StringBuilder(decomposed.length());
        for (int i = 0; i < decomposed.length(); i++) {
            final char character = decomposed.charAt(i);
            if (Character.getType(character) == Character.NON_SPACING_MARK) {
                continue;
            }

            switch (character) {
                case 'ß' -> plain.append("ss");
                case 'æ', 'Æ' -> plain.append("ae");
                case 'œ', 'Œ' -> plain.append("oe");
                case 'ø', 'Ø' -> plain.append('o');
                case 'ł', 'Ł' -> plain.append('l');
                case 'đ', 'Đ', 'ð', 'Ð' -> plain.append('d');
                case 'þ', 'Þ' -> plain.append("th");
                case 'ı' -> plain.append('i');
                default -> plain.append(character);
            }
        }

        return plain.toString();
    }
}
