package org.nificrm.matching.prepare;

import java.text.Normalizer;

/**
 * Brings text to the form in which it is compared: compatibility characters unified, lower case, no diacritics, letters and
 * digits only, parted by single spaces.
 */
public final class Fold {
    private Fold() {
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
