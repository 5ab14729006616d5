package org.nificrm.values.company;

import org.nificrm.values.text.TextNormalizer;
import org.nificrm.values.text.WordLists;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Parts a company's name from its legal form, which stands behind the name, before it, or both, and in Han and Hangul
 * without a blank. One form is taken on each side: "Baker & Company Ltd" is the company "Baker & Company".
 */
public final class CompanyNameParser {

    private static final WordLists LISTS = WordLists.read(CompanyNameParser.class, "legal-forms.txt");
    private static final CompanyNameParser STANDARD = new CompanyNameParser(Set.of());

    private static final int LONGEST_NAME = 300;
    private static final int LONGEST_FORM = 6;

    private final Set<String> suffixes;
    private final Set<String> prefixes = LISTS.get("prefixes");
    private final Set<String> anywhere = LISTS.get("anywhere");
    private final Set<String> capitalsOnly = LISTS.get("capitals only");
    private final List<String> hanSuffixes = longestFirst(LISTS.get("han suffixes"));
    private final List<String> hanPrefixes = longestFirst(LISTS.get("han prefixes"));

    private CompanyNameParser(final Set<String> moreForms) {
        suffixes = new HashSet<>(LISTS.get("suffixes"));
        moreForms.forEach(form -> suffixes.add(key(List.of(form))));
    }

    /** The parser with the forms that come with the bundle. */
    public static CompanyNameParser standard() {
        return STANDARD;
    }

    /**
     * A parser that knows more forms behind a name.
     *
     * @param forms as they are written, letter case and dots do not matter
     */
    public static CompanyNameParser withForms(final Set<String> forms) {
        return forms.isEmpty() ? STANDARD : new CompanyNameParser(forms);
    }

    /**
     * Parses a name.
     *
     * @param name a company's name in any script; may be null
     * @return its parts; a name that is nothing but a legal form stays whole
     */
    public CompanyName parse(final String name) {
        final String text = TextNormalizer.normalize(name);
        if (text == null || text.isEmpty()) {
            return new CompanyName("", "");
        }

        if (text.length() > LONGEST_NAME) {
            return new CompanyName(text, "");
        }

        final CompanyName unspaced = parseUnspaced(text);
        return unspaced.legalForm().isEmpty() ? parseWords(text) : unspaced;
    }

    private CompanyName parseUnspaced(final String text) {
        if (hanSuffixes.contains(text)) {
            return new CompanyName(text, "");
        }

        for (final String form : hanPrefixes) {
            if (text.startsWith(form) && text.length() > form.length()) {
                return new CompanyName(text.substring(form.length()).strip(), form);
            }
        }

        for (final String form : hanSuffixes) {
            if (text.endsWith(form) && text.length() > form.length()) {
                return new CompanyName(text.substring(0, text.length() - form.length()).strip(), form);
            }
        }

        return new CompanyName(text, "");
    }

    private CompanyName parseWords(final String text) {
        final List<String> words = new ArrayList<>(List.of(text.split(" ")));
        final List<String> forms = new ArrayList<>();
        final int suffix = suffixLength(words);
        final int prefix = prefixLength(words.subList(0, words.size() - suffix));
        take(words, 0, prefix, forms);
        take(words, words.size() - suffix, suffix, forms);
        if (forms.isEmpty()) {
            takeFromTheMiddle(words, forms);
        }

        return new CompanyName(withoutLastSeparator(String.join(" ", words)), withoutLastSeparator(String.join(" ", forms)));
    }

    private static void take(final List<String> words, final int start, final int length, final List<String> forms) {
        final List<String> taken = words.subList(start, start + length);
        forms.addAll(taken);
        taken.clear();
    }

    /** Number of words at the end that are a legal form; at least one word stays. */
    private int suffixLength(final List<String> words) {
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            if (isSuffix(words.subList(words.size() - length, words.size()))) {
                return length;
            }
        }

        return 0;
    }

    private boolean isSuffix(final List<String> words) {
        final String key = key(words);
        return suffixes.contains(key) && (words.size() > 1 || !capitalsOnly.contains(key) || isWrittenInCapitals(words.getFirst()));
    }

    private int prefixLength(final List<String> words) {
        for (int length = Math.min(LONGEST_FORM, words.size() - 1); length > 0; length--) {
            final List<String> start = words.subList(0, length);
            if (prefixes.contains(key(start)) && (length > 1 || isWrittenAsPrefix(start.getFirst()))) {
                return length;
            }
        }

        return 0;
    }

    /** Capitals, or a capital and a small letter as in Oy and Ab. */
    private static boolean isWrittenAsPrefix(final String word) {
        return isWrittenInCapitals(word) || word.length() == 2 && Character.isUpperCase(word.charAt(0));
    }

    /** A capital behind the first letter, dots, a stroke, or a script without capitals. */
    private static boolean isWrittenInCapitals(final String word) {
        return word.indexOf('.') >= 0 || word.indexOf('/') > 0 || word.chars().skip(1).anyMatch(Character::isUpperCase)
                || Character.getType(word.charAt(0)) == Character.OTHER_LETTER;
    }

    private void takeFromTheMiddle(final List<String> words, final List<String> forms) {
        for (int start = 1; start < words.size() - 1; start++) {
            for (int length = Math.min(LONGEST_FORM, words.size() - 1 - start); length > 0; length--) {
                if (anywhere.contains(key(words.subList(start, start + length)))) {
                    take(words, start, length, forms);
                    return;
                }
            }
        }
    }

    /** Small letters without dots, commas, brackets and blanks. */
    private static String key(final List<String> words) {
        final StringBuilder key = new StringBuilder();
        for (final String word : words) {
            for (int i = 0; i < word.length(); i++) {
                final char c = word.charAt(i);
                if (".,()-'’\" ".indexOf(c) < 0) {
                    key.append(Character.toLowerCase(c));
                }
            }
        }

        return key.toString();
    }

    private static String withoutLastSeparator(final String text) {
        int end = text.length();
        while (end > 0 && " ,;-–".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }

        return end == 0 ? text : text.substring(0, end);
    }

    private static List<String> longestFirst(final Set<String> forms) {
        return forms.stream().sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
}
