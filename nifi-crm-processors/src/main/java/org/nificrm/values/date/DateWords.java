package org.nificrm.values.date;

import org.nificrm.values.text.WordLists;

import java.text.Normalizer;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Names of months and days in the languages of the world (those of CLDR, which the JDK holds), and words that say nothing in a date.
 */
final class DateWords {
    private static final List<TextStyle> STYLES = List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE);
    private static final int SHORTEST_ABBREVIATION = 3;
    private static final String ENGLISH = "en";

    private final Map<String, Map<String, Month>> monthsByLanguage = new HashMap<>();
    private final Map<String, Map<String, Month>> abbreviationsByLanguage = new HashMap<>();
    private final Map<String, Set<String>> daysByLanguage = new HashMap<>();
    private final Set<String> fillers;

    private DateWords() {
        final WordLists lists = WordLists.read(DateWords.class, "date-words.txt");
        fillers = lists.get("fillers");
        for (final String language : lists.get("languages")) {
            addLanguage(language);
        }

        for (final String name : lists.get("months")) {
            final String[] parts = name.split("=");
            add(monthsByLanguage, parts[1], parts[0], Month.of(Integer.parseInt(parts[2])));
        }

        for (final String name : lists.get("days")) {
            final String[] parts = name.split("=");
            daysByLanguage.computeIfAbsent(parts[1], word -> new HashSet<>()).add(parts[0]);
        }
    }

    static DateWords shared() {
        return Shared.INSTANCE;
    }

    /**
     * @param word a word in lower case without a dot at its end
     * @return whether the word says nothing about the day, alone or before numbers
     */
    boolean isFiller(final String word) {
        return fillers.contains(word) || daysByLanguage.containsKey(word);
    }

    boolean isKnown(final String word) {
        return isFiller(word) || monthsByLanguage.containsKey(word) || abbreviationsByLanguage.containsKey(word);
    }

    /**
     * @param words the words of a date, in lower case without dots at their ends
     * @param locale the language to believe, ROOT for none
     * @return the months that the words can mean: none, one, or several when languages differ
     */
    Set<Month> months(final List<String> words, final Locale locale) {
        for (final String word : words) {
            final Map<String, Month> meanings = monthsByLanguage.getOrDefault(word, abbreviationsByLanguage.get(word));
            if (meanings != null) {
                return meanings(meanings, words, locale);
            }
        }

        return Set.of();
    }

    boolean isMonth(final String word) {
        return monthsByLanguage.containsKey(word) || abbreviationsByLanguage.containsKey(word);
    }

    private Set<Month> meanings(final Map<String, Month> meanings, final List<String> words, final Locale locale) {
        if (meanings.containsKey(locale.getLanguage())) {
            return Set.of(meanings.get(locale.getLanguage()));
        }

        if (meanings.containsKey(ENGLISH)) {
            return Set.of(meanings.get(ENGLISH));
        }

        final Map<String, Month> agreeing = new HashMap<>(meanings);
        for (final String word : words) {
            final Set<String> languages = daysByLanguage.get(word);
            if (languages != null) {
                agreeing.keySet().retainAll(languages);
            }
        }

        return new HashSet<>((agreeing.isEmpty() ? meanings : agreeing).values());
    }

    private void addLanguage(final String language) {
        final Locale locale = Locale.forLanguageTag(language);
        for (final TextStyle style : STYLES) {
            for (final Month month : Month.values()) {
                final String name = normal(month.getDisplayName(style, locale));
                if (isName(name)) {
                    add(monthsByLanguage, name, language, month);
                    add(monthsByLanguage, withoutAccents(name), language, month);
                    beginnings(name).forEach(beginning -> add(abbreviationsByLanguage, beginning, language, month));
                }
            }

            for (final DayOfWeek day : DayOfWeek.values()) {
                final String name = normal(day.getDisplayName(style, locale));
                final List<String> names = new ArrayList<>(beginnings(name));
                names.add(name);
                names.stream().filter(DateWords::isName).forEach(word -> daysByLanguage.computeIfAbsent(word, unused -> new HashSet<>()).add(language));
            }
        }
    }

    private static void add(final Map<String, Map<String, Month>> names, final String name, final String language, final Month month) {
        names.computeIfAbsent(name, unused -> new HashMap<>()).putIfAbsent(language, month);
    }

    private static List<String> beginnings(final String name) {
        final List<String> beginnings = new ArrayList<>();
        for (int length = SHORTEST_ABBREVIATION; length < name.length(); length++) {
            beginnings.add(name.substring(0, length));
        }

        return beginnings;
    }

    private static String normal(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    /** As systems write it that know ASCII only. */
    private static String withoutAccents(final String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("[\u0300-\u036F]", "");
    }

    /** Some languages number their months. */
    private static boolean isName(final String name) {
        return name.length() > 1 && name.codePoints().noneMatch(codePoint -> Character.isDigit(codePoint) || codePoint == ' ');
    }

    private static final class Shared {
        private static final DateWords INSTANCE = new DateWords();

        private Shared() {
        }
    }
}
