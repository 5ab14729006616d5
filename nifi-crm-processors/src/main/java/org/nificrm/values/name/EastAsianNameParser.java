package org.nificrm.values.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Names in Han, Hangul or Kana: the family name first, forms of address behind, foreign names with an interpunct. */
final class EastAsianNameParser {

    private EastAsianNameParser() {
    }

    static PersonName parse(final String text, final Locale locale) {
        final int comma = indexOfComma(text);
        if (comma > 0 && comma < text.length() - 1) {
            return parseWithComma(text.substring(0, comma).strip(), text.substring(comma + 1).strip(), locale);
        }

        return parseWords(EastAsianWords.split(text), text, locale);
    }

    /** The comma parts family and given name as in other scripts; behind a complete name it is only a remark's. */
    private static PersonName parseWithComma(final String family, final String given, final Locale locale) {
        if (EastAsianScript.ofWord(family) != EastAsianScript.NONE && EastAsianScript.ofWord(given) != EastAsianScript.NONE
                && !EastAsianWords.isHonorific(given)) {
            return PersonName.of(given, family);
        }

        return parse(family + ' ' + given.replace(',', ' '), locale);
    }

    private static PersonName parseWords(final List<String> words, final String text, final Locale locale) {
        final List<String> titles = new ArrayList<>();
        final List<String> inScript = new ArrayList<>();
        final List<String> foreign = new ArrayList<>();
        for (final String word : words) {
            if (EastAsianWords.isHonorific(word) && words.size() > 1 || NameWords.isTitle(word) && foreign.isEmpty()) {
                titles.add(word);
            } else if (EastAsianScript.occursIn(word)) {
                inScript.add(word);
            } else {
                foreign.add(word);
            }
        }

        if (inScript.isEmpty()) {
            return foreign.isEmpty() ? PersonName.of(text, "") : parseForeign(String.join(" ", foreign), String.join(" ", titles), locale);
        }

        final String honorific = takeHonorifics(inScript);
        final boolean japanese = EastAsianWords.isJapaneseHonorific(honorific) || titles.stream().anyMatch(EastAsianWords::isJapaneseHonorific);
        final PersonName name = parseNative(inScript, japanese ? Locale.JAPAN : locale);
        final PersonName titled = name.withTitle(join(String.join(" ", titles), honorific));
        return foreign.isEmpty() ? titled : withForeignName(titled, String.join(" ", foreign));
    }

    /** "Miller 先生": only the form of address is East Asian. */
    private static PersonName parseForeign(final String foreign, final String title, final Locale locale) {
        final PersonName name = WesternNameParser.parse(foreign, locale);
        final PersonName titled = name.withTitle(join(name.title(), title));
        return name.last().isEmpty() && name.middle().isEmpty()
                ? new PersonName(titled.title(), "", "", name.first(), name.suffix(), "")
                : titled;
    }

    /** "Michael 王" is a given name of another language; beside a complete name it is the name used with foreigners. */
    private static PersonName withForeignName(final PersonName name, final String foreign) {
        final String single = name.last().isEmpty() ? name.first() : name.last();
        final boolean familyOnly = name.first().isEmpty() || name.last().isEmpty() && single.codePointCount(0, single.length()) == 1;
        return familyOnly
                ? new PersonName(name.title(), foreign, "", single, "", "")
                : new PersonName(name.title(), name.first(), name.middle(), name.last(), "", foreign);
    }

    private static String takeHonorifics(final List<String> words) {
        final String word = words.getLast();
        final int end = EastAsianWords.honorificStart(word);
        words.set(words.size() - 1, word.substring(0, end));
        return word.substring(end);
    }

    private static PersonName parseNative(final List<String> words, final Locale locale) {
        final String only = words.getFirst();
        if (words.size() == 1) {
            return EastAsianWords.indexOfInterpunct(only, 0) > 0 ? parseInterpunct(only) : FamilyNameSplitter.split(only, locale);
        }

        if (areSingleCharacters(words)) {
            return FamilyNameSplitter.split(String.join("", words), locale);
        }

        final boolean compoundFamily = words.size() > 2 && EastAsianWords.isCompoundSurname(words.get(0) + words.get(1));
        final int familyLength = compoundFamily ? 2 : 1;
        final String family = String.join("", words.subList(0, familyLength));
        final List<String> given = words.subList(familyLength, words.size());
        final boolean oneGivenName = areSingleCharacters(given);
        return new PersonName("", oneGivenName ? String.join("", given) : given.getFirst(),
                oneGivenName ? "" : String.join(" ", given.subList(1, given.size())), family, "", "");
    }

    private static PersonName parseInterpunct(final String text) {
        final List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = EastAsianWords.indexOfInterpunct(text, 0); i >= 0; i = EastAsianWords.indexOfInterpunct(text, start)) {
            parts.add(text.substring(start, i));
            start = i + 1;
        }

        parts.add(text.substring(start));
        parts.removeIf(String::isEmpty);
        if (parts.size() < 2) {
            return PersonName.of(text, "");
        }

        if (EastAsianWords.isClanName(parts.getFirst())) {
            return PersonName.of(String.join(" ", parts.subList(1, parts.size())), parts.getFirst());
        }

        return new PersonName("", parts.getFirst(), String.join(" ", parts.subList(1, parts.size() - 1)), parts.getLast(), "", "");
    }

    private static boolean areSingleCharacters(final List<String> words) {
        for (final String word : words) {
            if (word.codePointCount(0, word.length()) != 1) {
                return false;
            }
        }

        return true;
    }

    private static int indexOfComma(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == ',' || c == '、' || c == '،') {
                return i;
            }
        }

        return -1;
    }

    private static String join(final String first, final String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + ' ' + second;
    }
}
