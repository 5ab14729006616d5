package org.nificrm.values.text;

/**
 * How little a text looks like one that a person wrote. Only differences between two readings of the same text mean something.
 * The weights are judgements: what no person types weighs most, what people rarely type inside a word weighs least.
 */
final class Badness {

    private static final int IMPOSSIBLE = 6;
    private static final int MIXED_SCRIPTS = 3;
    private static final int SYMBOL = 2;
    private static final int RARE_LETTER = 2;
    private static final int MARK_IN_WORD = 1;
    /** No language writes more Latin letters with accents in a row. */
    private static final int LONGEST_ACCENTED = 4;

    private Badness() {
    }

    static int of(final String text) {
        int badness = 0;
        int before = ' ';
        int accented = 0;
        int i = 0;
        while (i < text.length()) {
            final int c = text.codePointAt(i);
            i += Character.charCount(c);
            final int after = i < text.length() ? text.codePointAt(i) : ' ';
            accented = c >= 0xC0 && c <= 0xFF && Character.isLetter(c) ? accented + 1 : 0;
            badness += accented > LONGEST_ACCENTED ? MARK_IN_WORD : 0;
            if (c > 0x7F) {
                badness += ofCharacter(before, c, after);
            } else if (before > 0x7F && Character.isLetter(c) && Character.isLetter(before)) {
                badness += mixesScripts(before, c) ? MIXED_SCRIPTS : 0;
                badness += Character.isLowerCase(before) && Character.isUpperCase(c) ? SYMBOL : 0;
            }

            before = c;
        }

        return badness;
    }

    private static int ofCharacter(final int before, final int c, final int after) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.UNASSIGNED, Character.PRIVATE_USE, Character.SURROGATE -> IMPOSSIBLE;
            case Character.UPPERCASE_LETTER, Character.LOWERCASE_LETTER, Character.TITLECASE_LETTER, Character.MODIFIER_LETTER, Character.OTHER_LETTER ->
                    ofLetter(before, c);
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL, Character.OTHER_NUMBER ->
                    ofSymbol(before, c, after);
            case Character.DASH_PUNCTUATION, Character.START_PUNCTUATION, Character.END_PUNCTUATION, Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION, Character.OTHER_PUNCTUATION -> ofMark(before, c, after);
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> mixesScripts(before, c) ? MIXED_SCRIPTS : 0;
            case Character.SPACE_SEPARATOR -> before == 'Ã' && !Character.isUpperCase(after) || before == 'Å' && Character.isLowerCase(after) ? MARK_IN_WORD : 0;
            default -> 0;
        };
    }

    private static int ofLetter(final int before, final int c) {
        int badness = isRare(c) ? RARE_LETTER : 0;
        badness += c == 'œ' && before == 'â' ? MARK_IN_WORD : 0;
        badness += c == 'ß' && isConsonant(before) ? MARK_IN_WORD : 0;
        if (Character.isLetter(before)) {
            badness += mixesScripts(before, c) ? MIXED_SCRIPTS : 0;
            badness += Character.isLowerCase(before) && Character.isUpperCase(c) ? SYMBOL : 0;
        } else if (before > 0x7F && isSymbol(before)) {
            badness += MARK_IN_WORD;
        }

        return badness;
    }

    private static int ofSymbol(final int before, final int c, final int after) {
        if (c == 0xFFFD) {
            return IMPOSSIBLE;
        }

        final boolean besideLetter = Character.isLetter(before) || Character.isLetter(after);
        final boolean pictorial = c >= 0x2190 && !isBoxDrawing(c) && !isMathematical(c);
        final boolean price = Character.getType(c) == Character.CURRENCY_SYMBOL && !besideLetter;
        if (pictorial || price) {
            return 0;
        }

        return SYMBOL + (besideLetter ? MARK_IN_WORD : 0);
    }

    /** A sharp s follows a vowel. */
    private static boolean isConsonant(final int c) {
        return c < 0x80 && Character.isLetter(c) && "aeiouyAEIOUY".indexOf(c) < 0;
    }

    /** Quotes and dashes stand beside words; inside one only an apostrophe or a dash does, and a second letter no person types. */
    private static int ofMark(final int before, final int c, final int after) {
        if (c == 0x2019 || c == 0x00B7 || c == 0x30FB || c >= 0x3000) {
            return 0;
        }

        final boolean usual = c >= 0x2010 && c <= 0x2015 || c == 0x2026 && before < 0x80;
        final boolean inWord = Character.isLetter(before) && Character.isLetter(after);
        final boolean beyondAsciiAround = before > 0x7F && !Character.isSpaceChar(before) && !Character.isLetter(before);
        final boolean unusual = c == 0x2020 || c == 0x2021 || c == 0x2030 || c == 0x00B6 || c == 0x00A7;
        return (unusual ? SYMBOL : 0) + (inWord && !usual || beyondAsciiAround ? MARK_IN_WORD : 0) + (c == 0x201A || c == 0x00BF && Character.isLetter(before) ? MARK_IN_WORD : 0);
    }

    /** Letters outside today's alphabets: phonetic, historic; and the florin sign that counts as a letter. */
    private static boolean isRare(final int c) {
        return c >= 0x0180 && c <= 0x02AF && !(c >= 0x01A0 && c <= 0x01B0) && !(c >= 0x01CD && c <= 0x01DC) && !(c >= 0x0218 && c <= 0x021B) || c >= 0x0460 && c <= 0x0489
                || c == 0x00AA || c == 0x00BA || isUncommonHan(c);
    }

    private static boolean isUncommonHan(final int c) {
        return c >= 0x3400 && c <= 0x9FFF && Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN && !CommonHan.contains(c);
    }

    private static boolean mixesScripts(final int a, final int b) {
        final Character.UnicodeScript first = Character.UnicodeScript.of(a);
        final Character.UnicodeScript second = Character.UnicodeScript.of(b);
        return first != second && isAlphabet(first) && isAlphabet(second) || isAlphabet(first) && isRare(b) || isAlphabet(second) && isRare(a);
    }

    /** Scripts that do not meet another inside a word; Han, Kana and Hangul stand beside Latin letters without a blank. */
    private static boolean isAlphabet(final Character.UnicodeScript script) {
        return switch (script) {
            case COMMON, INHERITED, UNKNOWN, HAN, HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> false;
            default -> true;
        };
    }

    private static boolean isSymbol(final int c) {
        return switch (Character.getType(c)) {
            case Character.MATH_SYMBOL, Character.CURRENCY_SYMBOL, Character.MODIFIER_SYMBOL, Character.OTHER_SYMBOL, Character.OTHER_NUMBER -> true;
            default -> false;
        };
    }

    private static boolean isBoxDrawing(final int c) {
        return c >= 0x2500 && c <= 0x25FF;
    }

    private static boolean isMathematical(final int c) {
        return c >= 0x2200 && c <= 0x22FF || c == 0x25CA;
    }
}
