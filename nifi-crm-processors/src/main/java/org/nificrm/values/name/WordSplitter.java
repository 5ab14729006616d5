package org.nificrm.values.name;

import java.util.ArrayList;
import java.util.List;

/** Splits a name at commas and blanks; words that a connector ties together stay one: "John and Jane", "Lord of the Isles". */
final class WordSplitter {

    private WordSplitter() {
    }

    /** The words of each part between commas; parts without words are left out. */
    static List<List<String>> segments(final String text) {
        final List<List<String>> segments = new ArrayList<>();
        List<String> words = new ArrayList<>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            final char c = i == text.length() ? ',' : text.charAt(i);
            if (c != ' ' && !isComma(c)) {
                continue;
            }

            if (i > start) {
                words.add(text.substring(start, i));
            }

            start = i + 1;
            if (isComma(c) && !words.isEmpty()) {
                segments.add(tie(words));
                words = new ArrayList<>();
            }
        }

        return segments;
    }

    /** A title, or titles tied together, or a title "of" something. */
    static boolean isTitle(final String word) {
        if (word.indexOf(' ') < 0) {
            return NameWords.isTitle(word);
        }

        final String[] parts = word.split(" ");
        if (NameWords.isTitle(parts[0]) && "of".equals(NameWords.key(parts[1]))) {
            return true;
        }

        for (final String part : parts) {
            if (!NameWords.isTitle(part) && !NameWords.isConnector(part)) {
                return false;
            }
        }

        return true;
    }

    private static boolean isComma(final char c) {
        return c == ',' || c == ';' || c == '、' || c == '،';
    }

    private static List<String> tie(final List<String> words) {
        boolean hasConnector = false;
        for (int i = 0; i < words.size() && !hasConnector; i++) {
            hasConnector = isConnector(words, i);
        }

        if (!hasConnector) {
            return words;
        }

        final List<String> tied = new ArrayList<>();
        boolean tieNext = false;
        for (int i = 0; i < words.size(); i++) {
            final String word = words.get(i);
            final boolean connector = isConnector(words, i);
            if ((connector || tieNext) && !tied.isEmpty()) {
                tied.add(tied.removeLast() + ' ' + word);
            } else {
                tied.add(word);
            }

            tieNext = connector || tieNext && "the".equals(NameWords.key(word));
        }

        return tied;
    }

    private static boolean isConnector(final List<String> words, final int index) {
        final String word = words.get(index);
        return NameWords.isConnector(word) || isFamilyConnector(words, index);
    }

    /** y, e, i between two family names: Ortega y Gasset; earlier in the name they are initials. */
    private static boolean isFamilyConnector(final List<String> words, final int index) {
        final String word = words.get(index);
        if (word.length() != 1 || index == 0 || index + 1 == words.size()) {
            return false;
        }

        final boolean betweenNames = !Letters.isInitial(words.get(index - 1)) && !Letters.isInitial(words.get(index + 1));
        return switch (word.charAt(0)) {
            case 'y' -> betweenNames;
            case 'Y', 'e', 'i' -> betweenNames && index > 1;
            default -> false;
        };
    }
}
