package org.nificrm.values.flag;

import org.nificrm.values.text.TextNormalizer;
import org.nificrm.values.text.WordLists;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads yes and no from exact word lists in many languages. Unknown is an answer of its own: nothing else is ever guessed. */
public final class Flags {

    private static final WordLists LISTS = WordLists.read(Flags.class, "words.txt");
    private static final Set<String> YES = LISTS.get("yes");
    private static final Set<String> NO = LISTS.get("no");
    private static final int LONGEST_WORD = 20;

    private Flags() {
    }

    /**
     * Reads a flag.
     *
     * @param text any text; may be null
     * @return true or false; empty if the text is no word for either
     */
    public static Optional<Boolean> parse(final String text) {
        final String normal = TextNormalizer.normalize(text);
        if (normal == null || normal.isEmpty() || normal.length() > LONGEST_WORD) {
            return Optional.empty();
        }

        final String word = fold(normal);
        if (YES.contains(word)) {
            return Optional.of(true);
        }

        return NO.contains(word) ? Optional.of(false) : Optional.empty();
    }

    private static String fold(final String word) {
        final String lower = word.toLowerCase(Locale.ROOT);
        if (YES.contains(lower) || NO.contains(lower)) {
            return lower;
        }

        final StringBuilder letters = new StringBuilder(lower.length());
        final String decomposed = Normalizer.normalize(lower, Normalizer.Form.NFD);
        for (int i = 0; i < decomposed.length(); i++) {
            final char c = decomposed.charAt(i);
            if (c != '.' && c != '!' && (c < 0x0300 || c > 0x036F)) {
                letters.append(c == 'ı' ? 'i' : c);
            }
        }

        return letters.toString();
    }
}
