package org.nificrm.values.date;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The numbers and words of a date without its time.
 *
 * @param numbers the numbers as written; a year shortened by an apostrophe keeps it
 * @param words the words in lower case without dots at their ends
 * @param numbersBeforeMonth how many numbers stand before the name of the month; -1 without a name
 * @param dotted whether dots part the numbers
 */
record DateTokens(List<String> numbers, List<String> words, int numbersBeforeMonth, boolean dotted) {
    private static final String SEPARATORS = " ,./-:'’‘()[]、。–—_";
    private static final int LONGEST_ORDINAL_SUFFIX = 4;

    /**
     * @return the tokens, or null when the text has characters or words that no date has
     */
    static DateTokens of(final String text, final DateWords dateWords) {
        final List<String> numbers = new ArrayList<>();
        final List<String> words = new ArrayList<>();
        int numbersBeforeMonth = -1;
        int dots = 0;
        int i = 0;
        while (i < text.length()) {
            final char character = text.charAt(i);
            final int end = endOfToken(text, i);
            if (isDigit(character)) {
                final boolean shortened = i > 0 && (text.charAt(i - 1) == '\'' || text.charAt(i - 1) == '’');
                numbers.add((shortened ? "'" : "") + text.substring(i, end));
            } else if (isLetter(character)) {
                final String written = text.substring(i, end).toLowerCase(Locale.ROOT);
                final String word = written.endsWith(".") ? written.substring(0, written.length() - 1) : written;
                if (numbersBeforeMonth < 0 && dateWords.isMonth(word) && !(dateWords.isFiller(word) && endsNumber(text, i, end))) {
                    numbersBeforeMonth = numbers.size();
                    words.add(word);
                } else if (dateWords.isFiller(word)) {
                    words.add(word);
                } else if (!followsDigit(text, i) || word.length() > LONGEST_ORDINAL_SUFFIX) {
                    return null;
                }
            } else if (SEPARATORS.indexOf(character) < 0) {
                return null;
            } else if (character == '.') {
                dots++;
            }

            i = end;
        }

        return new DateTokens(numbers, words, numbersBeforeMonth, dots > 1);
    }

    /** Behind a digit a word is its ordinal ending rather than a month; between two digits it is the month. */
    private static boolean endsNumber(final String text, final int start, final int end) {
        return followsDigit(text, start) && (end == text.length() || !isDigit(text.charAt(end)));
    }

    private static int endOfToken(final String text, final int start) {
        int end = start + 1;
        if (isDigit(text.charAt(start))) {
            while (end < text.length() && isDigit(text.charAt(end))) {
                end++;
            }
        } else if (isLetter(text.charAt(start))) {
            while (end < text.length() && (isLetter(text.charAt(end)) || text.charAt(end) == '.')) {
                end++;
                if (text.charAt(end - 1) == '.') {
                    return end;
                }
            }
        }

        return end;
    }

    private static boolean followsDigit(final String text, final int position) {
        return position > 0 && isDigit(text.charAt(position - 1));
    }

    private static boolean isDigit(final char character) {
        return character >= '0' && character <= '9';
    }

    private static boolean isLetter(final char character) {
        return switch (Character.getType(character)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetter(character) || character == 'º' || character == 'ª';
        };
    }
}
