package org.nificrm.values.country;

import org.nificrm.values.text.WordLists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A country's name as a set of words, so that order, abbreviations and generic words do not matter. */
final class CountryWords {

    private static final WordLists LISTS = WordLists.read(CountryWords.class, "country-words.txt");
    private static final Map<String, List<String>> ABBREVIATIONS = abbreviations();
    private static final Set<String> SMALL_WORDS = LISTS.get("small words");
    private static final Set<String> GENERIC_WORDS = LISTS.get("generic words");
    private static final List<String> GENERIC_ENDINGS = LISTS.get("generic endings").stream()
            .sorted(Comparator.comparingInt(String::length).reversed()).toList();

    private CountryWords() {
    }

    /** All words but articles and the like, abbreviations written out, in alphabetical order. */
    static String bag(final String folded) {
        final Set<String> words = words(folded);
        words.removeAll(SMALL_WORDS);
        return String.join(" ", words);
    }

    /** The words of {@link #bag(String)} that are not generic; empty if nothing else is there. */
    static String core(final String folded) {
        final Set<String> words = words(folded);
        words.removeAll(SMALL_WORDS);
        words.removeAll(GENERIC_WORDS);
        return withoutGenericEnding(String.join(" ", words));
    }

    static boolean isGeneric(final String folded) {
        return core(folded).isEmpty();
    }

    private static Set<String> words(final String folded) {
        final List<String> words = new ArrayList<>();
        String prefix = "";
        for (final String word : folded.split(" ")) {
            if ("s".equals(word) && !words.isEmpty() && words.getLast().length() > 3) {
                words.add(words.removeLast() + word);
            } else if ("d".equals(word) || "l".equals(word)) {
                prefix = word;
            } else {
                words.add(prefix + word);
                prefix = "";
            }
        }

        final Set<String> expanded = new TreeSet<>();
        for (final String word : words) {
            expanded.addAll(ABBREVIATIONS.getOrDefault(word, List.of(word)));
        }

        return expanded;
    }

    private static String withoutGenericEnding(final String words) {
        for (final String ending : GENERIC_ENDINGS) {
            if (words.endsWith(ending) && words.length() > ending.length() + 1) {
                return words.substring(0, words.length() - ending.length()).strip();
            }
        }

        return words;
    }

    private static Map<String, List<String>> abbreviations() {
        final Map<String, List<String>> abbreviations = new HashMap<>();
        for (final String entry : LISTS.get("abbreviations")) {
            final int equals = entry.indexOf('=');
            abbreviations.put(entry.substring(0, equals).strip(), List.of(entry.substring(equals + 1).strip().split(" ")));
        }

        return abbreviations;
    }
}
