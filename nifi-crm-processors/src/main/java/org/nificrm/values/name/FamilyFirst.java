package org.nificrm.values.name;

import org.nificrm.values.text.WordLists;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Names in alphabets that start with the family name without a comma. */
final class FamilyFirst {

    private static final WordLists LISTS = WordLists.read(FamilyFirst.class, "east-asian.txt");
    private static final Set<String> CHINESE = LISTS.get("romanised chinese surnames");
    private static final Set<String> KOREAN = LISTS.get("romanised korean surnames");
    private static final Set<String> VIETNAMESE = LISTS.get("vietnamese surnames");

    private FamilyFirst() {
    }

    /**
     * Number of words at the start that are the family name; 0 if the name starts with the given name.
     *
     * @param words two words or more, without titles and suffixes
     */
    static int familyEnd(final List<String> words, final boolean mixedCase, final Locale locale) {
        final int capitals = mixedCase ? leadingCapitals(words) : 0;
        if (capitals > 0) {
            return capitals;
        }

        return isFamilyFirstByCountry(words, locale) || endsWithPatronymic(words) ? 1 : 0;
    }

    /** DUPONT Jean: capitals at the start where the rest has small letters. Capitals too short to be a name are initials. */
    private static int leadingCapitals(final List<String> words) {
        int end = 0;
        while (end < words.size() && Letters.areCapitals(words.get(end)) && !Letters.isInitial(words.get(end))) {
            end++;
        }

        if (end == 0 || end == words.size() || !Letters.hasVowel(words.getFirst())) {
            return 0;
        }

        for (final String word : words.subList(end, words.size())) {
            if (Letters.areCapitals(word) && !Letters.isInitial(word)) {
                return 0;
            }
        }

        final String first = words.getFirst();
        final boolean initials = first.length() < 3 && !CHINESE.contains(NameWords.key(first)) || first.indexOf('.') >= 0;
        return initials || Letters.isInitial(words.get(end)) && end + 1 == words.size() ? 0 : end;
    }

    private static boolean isFamilyFirstByCountry(final List<String> words, final Locale locale) {
        final String place = locale.getLanguage() + '-' + locale.getCountry();
        final String first = NameWords.key(words.getFirst());
        final String last = NameWords.key(words.getLast());
        return switch (place) {
            case "hu-", "hu-HU", "-HU" -> true;
            case "vi-", "vi-VN", "-VN" -> VIETNAMESE.contains(first) && (words.size() > 2 || !VIETNAMESE.contains(last));
            case "zh-", "zh-CN", "zh-TW", "zh-HK", "zh-MO", "zh-SG", "-CN", "-TW", "-HK", "-MO" -> CHINESE.contains(first) && !CHINESE.contains(last);
            case "ko-", "ko-KR", "-KR" -> KOREAN.contains(first) && !KOREAN.contains(last);
            default -> false;
        };
    }

    /** Иванов Иван Иванович: the patronymic stands behind the given name. */
    private static boolean endsWithPatronymic(final List<String> words) {
        if (words.size() != 3) {
            return false;
        }

        final String last = words.getLast().toLowerCase(Locale.ROOT);
        return last.endsWith("ович") || last.endsWith("евич") || last.endsWith("ьич") || last.endsWith("мич") || last.endsWith("кич")
                || last.endsWith("овна") || last.endsWith("евна") || last.endsWith("ична") || last.endsWith("инична");
    }
}
