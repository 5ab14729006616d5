package org.nificrm.values.name;

import java.util.Locale;

/**
 * Finds the family name at the start of a name that is written without a blank. Where neither surname lists nor the locale
 * decide, the name stays whole as first name rather than be cut at a guess.
 */
final class FamilyNameSplitter {

    private static final int LONGEST_JAPANESE_SURNAME = 4;

    private FamilyNameSplitter() {
    }

    static PersonName split(final String name, final Locale locale) {
        final int length = switch (EastAsianScript.ofWord(name)) {
            case HANGUL -> koreanFamilyLength(name);
            case KANA -> japaneseFamilyLength(name);
            case HAN -> hanFamilyLength(name, locale);
            case NONE -> 0;
        };
        return PersonName.of(name.substring(length), name.substring(0, length));
    }

    private static int koreanFamilyLength(final String name) {
        final int length = name.length();
        if (length == 1 || length == 2 && EastAsianWords.isKoreanCompoundSurname(name)) {
            return length;
        }

        if (length > 4) {
            return 0;
        }

        // 선 is a surname of its own, so that 선우 is certain only before two more syllables
        final boolean compound = length > 2 && EastAsianWords.isKoreanCompoundSurname(name.substring(0, 2)) && (length == 4 || !name.startsWith("선우"));
        return compound ? 2 : 1;
    }

    private static int hanFamilyLength(final String name, final Locale locale) {
        if ("ja".equals(locale.getLanguage()) || "JP".equals(locale.getCountry())) {
            return japaneseFamilyLength(name);
        }

        return chineseFamilyLength(name, isChinese(locale));
    }

    private static boolean isChinese(final Locale locale) {
        return "zh".equals(locale.getLanguage()) || switch (locale.getCountry()) {
            case "CN", "TW", "HK", "MO" -> true;
            default -> false;
        };
    }

    private static int chineseFamilyLength(final String name, final boolean certainlyChinese) {
        final int length = name.codePointCount(0, name.length());
        final int firstLength = Character.charCount(name.codePointAt(0));
        final boolean surname = EastAsianWords.isSurname(name.codePointAt(0));
        if (length == 1 || EastAsianWords.isCompoundSurname(name) || !surname && !certainlyChinese && EastAsianWords.isJapaneseSurname(name)) {
            return name.length();
        }

        if (length <= 4 && EastAsianWords.isCompoundSurname(name.substring(0, 2))) {
            return 2;
        }

        if (length == 4) {
            return foursomeFamilyLength(name);
        }

        return length < 4 && (surname || certainlyChinese) ? firstLength : 0;
    }

    /** Four characters: a Japanese name, or two surnames and a given name of two characters. */
    private static int foursomeFamilyLength(final String name) {
        final boolean twoSurnames = EastAsianWords.isSurname(name.codePointAt(0)) && EastAsianWords.isSurname(name.charAt(1));
        return twoSurnames || EastAsianWords.isJapaneseSurname(name.substring(0, 2)) ? 2 : 0;
    }

    /** The longest known surname; else the Han part before Kana; else as many characters as most surnames have before a given name of one or two. */
    private static int japaneseFamilyLength(final String name) {
        if (EastAsianWords.isJapaneseSurname(name)) {
            return name.length();
        }

        for (int length = Math.min(LONGEST_JAPANESE_SURNAME, name.length() - 1); length > 0; length--) {
            if (EastAsianWords.isJapaneseSurname(name.substring(0, length))) {
                return length;
            }
        }

        int han = 0;
        while (han < name.length() && EastAsianScript.of(name.charAt(han)) == EastAsianScript.HAN) {
            han++;
        }

        if (han < name.length()) {
            return han;
        }

        return name.length() == 3 || name.length() == 4 ? 2 : 0;
    }
}
