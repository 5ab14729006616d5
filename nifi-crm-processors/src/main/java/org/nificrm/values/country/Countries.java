package org.nificrm.values.country;

import org.nificrm.values.text.TextNormalizer;

import java.util.Locale;

/**
 * Finds the country that a text names: by code, by exact name in many languages, by alias, without what stands in brackets, and
 * last by its core words. A name that fits several countries is ambiguous; nothing is ever guessed.
 */
public final class Countries {

    /** The longest official names have about 80 characters; longer texts are no names. */
    private static final int LONGEST_NAME = 120;

    private static final CountryIndex INDEX = CountryIndex.load();

    private Countries() {
    }

    /**
     * Finds a country.
     *
     * @param text a code (alpha-2, alpha-3, numeric) or a name in any language; may be null
     * @return what the text says
     */
    public static CountryMatch find(final String text) {
        final String name = TextNormalizer.normalize(text);
        if (name == null || name.isEmpty() || name.length() > LONGEST_NAME) {
            return CountryMatch.UNKNOWN;
        }

        final CountryMatch byCode = INDEX.byCode(name.toUpperCase(Locale.ROOT));
        return byCode.isFound() ? byCode : findName(name);
    }

    /**
     * Tells whether a text is a current code of ISO 3166-1 alpha-2 in capitals, or XK.
     */
    public static boolean isCode(final String text) {
        return text != null && text.length() == 2 && INDEX.isAlpha2(text);
    }

    private static CountryMatch findName(final String name) {
        final CountryMatch exact = INDEX.byName(CountryText.fold(name));
        if (exact.outcome() != CountryMatch.Outcome.UNKNOWN) {
            return exact;
        }

        final Bracketed bracketed = Bracketed.of(name);
        if (bracketed != null) {
            return findBracketed(bracketed);
        }

        return findByWords(name);
    }

    private static CountryMatch findByWords(final String name) {
        final CountryMatch territory = findTerritoryAndOwner(name);
        if (territory.isFound()) {
            return territory;
        }

        final String folded = CountryText.fold(name);
        final CountryMatch byWords = INDEX.byWords(CountryWords.bag(folded));
        return byWords.outcome() == CountryMatch.Outcome.UNKNOWN ? INDEX.byCore(CountryWords.core(folded)) : byWords;
    }

    /** "Korea (Republic of)" reads as one name; otherwise the brackets must hold nothing that contradicts the name outside. */
    private static CountryMatch findBracketed(final Bracketed bracketed) {
        final CountryMatch whole = findByWords(bracketed.inside() + ' ' + bracketed.outside());
        if (whole.isFound()) {
            return whole;
        }

        final CountryMatch outside = find(bracketed.outside());
        if (!outside.isFound()) {
            return outside;
        }

        final String inside = bracketed.inside().substring(bracketed.inside().indexOf(':') + 1).strip();
        final CountryMatch remark = find(inside);
        final boolean agrees = remark.isFound() ? remark.equals(outside) || INDEX.isOwner(remark.code(), outside.code())
                : CountryWords.isGeneric(CountryText.fold(inside));
        return agrees ? outside : CountryMatch.UNKNOWN;
    }

    /** "Hong Kong, China" and "China, Macao". */
    private static CountryMatch findTerritoryAndOwner(final String name) {
        final int comma = indexOfSeparator(name);
        if (comma <= 0 || comma == name.length() - 1) {
            return CountryMatch.UNKNOWN;
        }

        final CountryMatch first = INDEX.byName(CountryText.fold(name.substring(0, comma)));
        final CountryMatch second = INDEX.byName(CountryText.fold(name.substring(comma + 1)));
        if (!first.isFound() || !second.isFound()) {
            return CountryMatch.UNKNOWN;
        }

        if (first.equals(second) || INDEX.isOwner(second.code(), first.code())) {
            return first;
        }

        return INDEX.isOwner(first.code(), second.code()) ? second : CountryMatch.UNKNOWN;
    }

    private static int indexOfSeparator(final String name) {
        for (int i = 0; i < name.length(); i++) {
            if (",，、;/-–|".indexOf(name.charAt(i)) >= 0) {
                return i;
            }
        }

        return -1;
    }

    /** A name and what stands in brackets behind or within it. */
    private record Bracketed(String outside, String inside) {

        private static Bracketed of(final String name) {
            final int open = indexOfAny(name, "([【（");
            final int close = indexOfAny(name, ")]】）");
            if (open <= 0 || close < open) {
                return null;
            }

            final String outside = (name.substring(0, open) + ' ' + name.substring(close + 1)).strip();
            return outside.isEmpty() || indexOfAny(outside, "([【（") >= 0 ? null : new Bracketed(outside, name.substring(open + 1, close).strip());
        }

        private static int indexOfAny(final String text, final String characters) {
            for (int i = 0; i < text.length(); i++) {
                if (characters.indexOf(text.charAt(i)) >= 0) {
                    return i;
                }
            }

            return -1;
        }
    }
}
