package org.nificrm.values.text;

import java.text.Normalizer;

/**
 * The normal form of a text value: NFC, full-width ASCII as half width, runs of blanks as one blank, no blanks at the ends,
 * no characters without width (zero-width spaces, bidirectional controls, control characters).
 * <p>
 * NFKC is deliberately not used: it changes names (ligatures, Roman numerals, half-width kana, superscripts). The joiners
 * U+200C and U+200D stay between letters of scripts that spell with them. Normalising twice changes nothing more.
 */
public final class TextNormalizer {
    private static final char REPLACEMENT_CHARACTER = '\uFFFD';
    private static final int FULL_WIDTH_FIRST = 0xFF01;
    private static final int FULL_WIDTH_LAST = 0xFF5E;
    private static final int FULL_WIDTH_OFFSET = 0xFEE0;
    private static final int JOINER_SCRIPTS_FIRST = 0x0600;
    private static final int JOINER_SCRIPTS_LAST = 0x1FFF;

    private TextNormalizer() {
    }

    /**
     * Normalises a text.
     *
     * @param text any text, or null
     * @return the normal form; the same instance when nothing had to change; null for null
     */
    public static String normalize(final String text) {
        if (text == null || isPlain(text)) {
            return text;
        }

        final String spaced = foldWidthAndBlanks(text);
        final String composed = Normalizer.isNormalized(spaced, Normalizer.Form.NFC) ? spaced : Normalizer.normalize(spaced, Normalizer.Form.NFC);
        return composed.equals(text) ? text : composed;
    }

    /**
     * Tells whether characters were lost before the text arrived: it holds U+FFFD, which no rule can turn back.
     *
     * @param text any text
     * @return true when the replacement character occurs
     */
    public static boolean hasLostCharacters(final String text) {
        return text.indexOf(REPLACEMENT_CHARACTER) >= 0;
    }

    /** Printable ASCII and Han characters with single blanks inside: most values need no more than this look. */
    private static boolean isPlain(final String text) {
        boolean blankBefore = true;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == ' ') {
                if (blankBefore) {
                    return false;
                }

                blankBefore = true;
            } else if (c > ' ' && c < 0x7F || c >= 0x4E00 && c <= 0x9FFF) {
                blankBefore = false;
            } else {
                return false;
            }
        }

        return !blankBefore || text.isEmpty();
    }

    private static String foldWidthAndBlanks(final String text) {
        final StringBuilder folded = new StringBuilder(text.length());
        boolean blankPending = false;
        int i = 0;
        while (i < text.length()) {
            final int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isBlank(c)) {
                blankPending = true;
                continue;
            }

            if (isWithoutWidth(c) && !isSpellingJoiner(c, folded, text, i)) {
                continue;
            }

            if (blankPending && !folded.isEmpty()) {
                folded.append(' ');
            }

            blankPending = false;
            folded.appendCodePoint(c >= FULL_WIDTH_FIRST && c <= FULL_WIDTH_LAST ? c - FULL_WIDTH_OFFSET : c);
        }

        return folded.toString();
    }

    private static boolean isBlank(final int c) {
        // U+2800 (Braille) and U+3164 (Hangul filler) show as blanks without being white space by category
        return c == ' ' || c >= 0x09 && c <= 0x0D || c == 0x85 || c == 0x2800 || c == 0x3164
                || c > 0x7F && (Character.isSpaceChar(c) || Character.isWhitespace(c));
    }

    private static boolean isWithoutWidth(final int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> true;
            case Character.FORMAT -> c < 0xE0000 || c == 0xE0001;
            default -> false;
        };
    }

    private static boolean isSpellingJoiner(final int c, final StringBuilder before, final String text, final int next) {
        if (c != 0x200C && c != 0x200D || before.isEmpty() || next >= text.length()) {
            return false;
        }

        return isOfJoinerScript(before.charAt(before.length() - 1)) && isOfJoinerScript(text.charAt(next));
    }

    private static boolean isOfJoinerScript(final char c) {
        return c >= JOINER_SCRIPTS_FIRST && c <= JOINER_SCRIPTS_LAST && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.getType(c) == Character.COMBINING_SPACING_MARK);
    }
}
