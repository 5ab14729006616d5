package org.nificrm.values.name;

import org.nificrm.values.text.WordLists;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is known about the words of East Asian names. */
final class EastAsianWords {

    private static final WordLists LISTS = WordLists.read(EastAsianWords.class, "east-asian.txt");

    private static final Set<Integer> SURNAMES = LISTS.get("chinese surnames").stream().flatMapToInt(String::codePoints).boxed().collect(Collectors.toUnmodifiableSet());
    private static final Set<String> COMPOUND_SURNAMES = LISTS.get("chinese compound surnames");
    private static final Set<String> KOREAN_COMPOUND_SURNAMES = LISTS.get("korean compound surnames");
    private static final Set<String> JAPANESE_SURNAMES = LISTS.get("japanese surnames");
    private static final Set<String> CLAN_NAMES = LISTS.get("clan names");
    private static final Set<String> JAPANESE_HONORIFICS = LISTS.get("japanese honorifics");
    private static final Set<String> HONORIFICS = Stream.concat(LISTS.get("honorifics").stream(), JAPANESE_HONORIFICS.stream()).collect(Collectors.toUnmodifiableSet());
    private static final Set<String> HONORIFICS_AFTER_SURNAME = LISTS.get("honorifics after a surname");
    private static final int LONGEST_HONORIFIC = HONORIFICS.stream().mapToInt(String::length).max().orElseThrow();
    private static final String INTERPUNCTS = "·・･•‧∙⋅●．";

    private EastAsianWords() {
    }

    static boolean isSurname(final int character) {
        return SURNAMES.contains(character);
    }

    static boolean isCompoundSurname(final String word) {
        return COMPOUND_SURNAMES.contains(word);
    }

    static boolean isKoreanCompoundSurname(final String word) {
        return KOREAN_COMPOUND_SURNAMES.contains(word);
    }

    static boolean isJapaneseSurname(final String word) {
        return JAPANESE_SURNAMES.contains(word);
    }

    static boolean isClanName(final String word) {
        return CLAN_NAMES.contains(word);
    }

    static boolean isHonorific(final String word) {
        return HONORIFICS.contains(word);
    }

    static boolean isJapaneseHonorific(final String word) {
        return JAPANESE_HONORIFICS.contains(word);
    }

    /** Index at which the forms of address at the end of a name start; its length if there are none. */
    static int honorificStart(final String name) {
        int start = name.length();
        for (int next = oneHonorificStart(name, start); next < start; next = oneHonorificStart(name, start)) {
            start = next;
        }

        return start;
    }

    private static int oneHonorificStart(final String name, final int end) {
        for (int length = Math.min(LONGEST_HONORIFIC, end - 1); length > 0; length--) {
            final String word = name.substring(end - length, end);
            if (HONORIFICS.contains(word) && (length > 1 || mayCarryShortHonorific(name, end - 1))) {
                return end - length;
            }
        }

        final boolean surnameOnly = end == 2 && isSurname(name.charAt(0)) || end == 3 && isCompoundSurname(name.substring(0, 2));
        return surnameOnly && HONORIFICS_AFTER_SURNAME.contains(name.substring(end - 1, end)) ? end - 1 : end;
    }

    /** 님, 様 and the like end names of three characters or more; shorter ones may be names that end with this character. */
    private static boolean mayCarryShortHonorific(final String name, final int end) {
        return end > 2 || end == 2 && EastAsianScript.of(name.charAt(0)) == EastAsianScript.HAN && isJapaneseSurname(name.substring(0, 2));
    }

    static int indexOfInterpunct(final String text, final int from) {
        for (int i = from; i < text.length(); i++) {
            if (INTERPUNCTS.indexOf(text.charAt(i)) >= 0) {
                return i;
            }
        }

        return -1;
    }

    /** Splits at blanks and where an alphabet meets an East Asian script; blanks around an interpunct do not count. */
    static List<String> split(final String text) {
        final List<String> words = new ArrayList<>();
        final StringBuilder word = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            final boolean blank = c == ' ' || c == ',' || c == '、';
            if (blank && !isAtInterpunct(text, i) || !word.isEmpty() && changesScript(word.charAt(word.length() - 1), c)) {
                addWord(words, word);
            }

            if (!blank) {
                word.append(c);
            }
        }

        addWord(words, word);
        return words;
    }

    private static void addWord(final List<String> words, final StringBuilder word) {
        if (!word.isEmpty()) {
            words.add(word.toString());
            word.setLength(0);
        }
    }

    private static boolean isAtInterpunct(final String text, final int blank) {
        return blank > 0 && INTERPUNCTS.indexOf(text.charAt(blank - 1)) >= 0
                || blank + 1 < text.length() && INTERPUNCTS.indexOf(text.charAt(blank + 1)) >= 0;
    }

    private static boolean changesScript(final char before, final char c) {
        return isAlphabetic(before) && EastAsianScript.of(c) != EastAsianScript.NONE
                || isAlphabetic(c) && EastAsianScript.of(before) != EastAsianScript.NONE;
    }

    private static boolean isAlphabetic(final char c) {
        return Character.isLetter(c) && EastAsianScript.of(c) == EastAsianScript.NONE;
    }
}
