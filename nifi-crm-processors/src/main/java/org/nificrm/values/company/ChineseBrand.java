package org.nificrm.values.company;

import org.nificrm.values.text.TextNormalizer;
import org.nificrm.values.text.WordLists;

import java.util.Comparator;
import java.util.List;
import java.util.Set;

/**
 * The distinctive part of a Chinese company's name. By law such a name is made of an administrative division, the trade name,
 * the kind of business and the legal form (Regulations on the Registration of Enterprise Names); what is left without the other
 * three is the trade name. Good for keys by which companies are compared, not for display.
 */
public final class ChineseBrand {

    private static final WordLists LISTS = WordLists.read(ChineseBrand.class, "chinese-company-words.txt");
    private static final List<String> FORMS = longestFirst(WordLists.read(ChineseBrand.class, "legal-forms.txt").get("han suffixes"));
    private static final List<String> BUSINESS_ENDINGS = longestFirst(LISTS.get("business endings"));
    private static final List<String> DIVISION_ENDINGS = longestFirst(LISTS.get("division endings"));
    private static final Set<String> PROVINCES = LISTS.get("provinces");
    private static final Set<String> CITIES = LISTS.get("cities");
    private static final Set<String> INDUSTRIES = LISTS.get("industries");

    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_REGION = 6;
    private static final int LONGEST_INDUSTRY = 5;
    /** A division's own name has two or three characters, seldom more, before the ending that marks it. */
    private static final int LONGEST_DIVISION_NAME = 3;
    private static final int SHORTEST_BRAND = 2;

    private ChineseBrand() {
    }

    /**
     * Finds the trade name.
     *
     * @param companyName a company's name in Han characters
     * @return the trade name; empty if the name has none or is of another script
     */
    public static String of(final String companyName) {
        final String text = TextNormalizer.normalize(companyName);
        if (text == null || text.length() > LONGEST_NAME || !isHan(text)) {
            return "";
        }

        final String core = withoutBusiness(withoutRegion(withoutEnding(withoutBrackets(text))));
        return core.length() < SHORTEST_BRAND ? "" : core;
    }

    private static boolean isHan(final String text) {
        return !text.isEmpty() && text.codePoints().anyMatch(Character::isIdeographic);
    }

    private static String withoutBrackets(final String text) {
        final StringBuilder outside = new StringBuilder(text.length());
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (c == '(' || c == '（') {
                depth++;
            } else if (c == ')' || c == '）') {
                depth = Math.max(0, depth - 1);
            } else if (depth == 0 && c != ' ') {
                outside.append(c);
            }
        }

        return outside.toString();
    }

    /** Legal form, kind of shop, and a branch's place before them. */
    private static String withoutEnding(final String text) {
        final String branch = withoutLast(withoutLast(text, FORMS), BUSINESS_ENDINGS);
        for (int length = 2; length <= LONGEST_REGION && branch.length() - length >= SHORTEST_BRAND; length++) {
            final String end = branch.substring(branch.length() - length);
            if (CITIES.contains(end) || PROVINCES.contains(end)) {
                return branch.substring(0, branch.length() - length);
            }
        }

        return branch;
    }

    private static String withoutLast(final String text, final List<String> endings) {
        for (final String ending : endings) {
            if (text.endsWith(ending)) {
                return text.substring(0, text.length() - ending.length());
            }
        }

        return text;
    }

    private static String withoutRegion(final String text) {
        String rest = text;
        for (int length = regionLength(rest); length > 0; length = regionLength(rest)) {
            rest = rest.substring(length);
        }

        return rest;
    }

    private static int regionLength(final String text) {
        for (int length = Math.min(LONGEST_REGION, text.length()); length > 1; length--) {
            final String start = text.substring(0, length);
            if (PROVINCES.contains(start) || CITIES.contains(start)) {
                return length + endingLength(text, length);
            }
        }

        for (int length = Math.min(LONGEST_DIVISION_NAME, text.length() - 1); length > 0; length--) {
            final int ending = endingLength(text, length);
            if (ending > 0 && startOfIndustry(text) > length && text.length() - length - ending >= SHORTEST_BRAND) {
                return length + ending;
            }
        }

        return 0;
    }

    private static int endingLength(final String text, final int start) {
        for (final String ending : DIVISION_ENDINGS) {
            if (text.startsWith(ending, start)) {
                return ending.length();
            }
        }

        return 0;
    }

    /** The trade name ends where the first word for a kind of business starts. */
    private static String withoutBusiness(final String text) {
        final int start = startOfIndustry(text);
        if (start == 0) {
            return "";
        }

        return text.substring(0, start);
    }

    /** Index of the first business word that leaves room for a trade name; 0 if the text starts with one. */
    private static int startOfIndustry(final String text) {
        if (industryLength(text, 0) > 0) {
            return 0;
        }

        for (int i = SHORTEST_BRAND; i < text.length(); i++) {
            if (industryLength(text, i) > 0) {
                return i;
            }
        }

        return text.length();
    }

    private static int industryLength(final String text, final int start) {
        for (int length = Math.min(LONGEST_INDUSTRY, text.length() - start); length > 1; length--) {
            if (INDUSTRIES.contains(text.substring(start, start + length))) {
                return length;
            }
        }

        return 0;
    }

    private static List<String> longestFirst(final Set<String> words) {
        return words.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
}
