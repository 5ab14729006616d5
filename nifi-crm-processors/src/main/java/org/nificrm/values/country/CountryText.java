package org.nificrm.values.country;

import org.nificrm.values.text.FoldedText;

import java.util.regex.Pattern;

/** The form in which country names are compared. */
final class CountryText {

    private static final String ARABIC_ARTICLE = "ال";
    private static final Pattern DOT_BEFORE_WORD = Pattern.compile("\\.(?=\\p{L}{2})");

    private CountryText() {
    }

    /** {@link FoldedText}, a dot before a word read as a blank, without the blanks of scripts that hardly use them and without the Arabic article. */
    static String fold(final String name) {
        final String folded = FoldedText.of(name.indexOf('.') < 0 ? name : DOT_BEFORE_WORD.matcher(name).replaceAll(". "));
        if (folded.isEmpty() || folded.charAt(folded.length() - 1) < 0x0600) {
            return folded;
        }

        return isArabic(folded.charAt(0)) ? foldArabic(folded) : withoutBlanksBetweenLetters(folded);
    }

    /** Spellings of one Arabic letter as one, words without their article. */
    private static String foldArabic(final String folded) {
        final String letters = folded.replace('أ', 'ا').replace('إ', 'ا').replace('آ', 'ا').replace('ى', 'ي').replace('ة', 'ه');
        final StringBuilder words = new StringBuilder(letters.length());
        for (final String word : letters.split(" ")) {
            words.append(words.isEmpty() ? "" : " ");
            words.append(word.startsWith(ARABIC_ARTICLE) && word.length() > 4 ? word.substring(ARABIC_ARTICLE.length()) : word);
        }

        return words.toString();
    }

    private static String withoutBlanksBetweenLetters(final String folded) {
        return Character.UnicodeScript.of(folded.codePointAt(0)) == Character.UnicodeScript.LATIN ? folded : folded.replace(" ", "");
    }

    private static boolean isArabic(final char c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.ARABIC;
    }
}
