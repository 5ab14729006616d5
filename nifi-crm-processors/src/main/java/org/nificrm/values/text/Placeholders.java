package org.nificrm.values.text;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Knows the values that stand for no value: N/A, 未知, 1900-01-01, test@test.com. Only whole values count, never parts of one, and
 * what counts depends on the kind of field, for someone may be called None but nobody's telephone number is 0000000000.
 */
public final class Placeholders {

    /** The kinds of fields that have lists of their own beside the common one. */
    public enum Kind {
        /** Any field: the common list only. */
        ANY("any"),
        /** A person's or company's name. */
        NAME("name"),
        /** An e-mail address. */
        EMAIL("email"),
        /** A telephone number. */
        PHONE("phone"),
        /** A date. */
        DATE("date"),
        /** A postal code. */
        POSTAL_CODE("postal code"),
        /** A number of an identity document, a tax number. */
        IDENTIFIER("identifier"),
        /** A line of an address. */
        ADDRESS("address");

        private final String list;

        Kind(final String list) {
            this.list = list;
        }
    }

    private static final Placeholders STANDARD = new Placeholders(Map.of());

    private final Map<Kind, Set<String>> words = new EnumMap<>(Kind.class);

    private Placeholders(final Map<Kind, Set<String>> more) {
        final WordLists lists = WordLists.read(Placeholders.class, "placeholders.txt");
        for (final Kind kind : Kind.values()) {
            final Set<String> own = new HashSet<>(lists.get(Kind.ANY.list));
            own.addAll(lists.get(kind.list));
            more.getOrDefault(Kind.ANY, Set.of()).forEach(word -> own.add(key(word)));
            more.getOrDefault(kind, Set.of()).forEach(word -> own.add(key(word)));
            words.put(kind, own);
        }
    }

    /** The lists that come with the bundle. */
    public static Placeholders standard() {
        return STANDARD;
    }

    /**
     * The lists that come with the bundle, and more words.
     *
     * @param more words by kind of field; those of {@link Kind#ANY} count for all kinds
     */
    public static Placeholders with(final Map<Kind, Set<String>> more) {
        return more.isEmpty() ? STANDARD : new Placeholders(more);
    }

    /**
     * Tells whether a value stands for no value. A blank one does not: it is none.
     *
     * @param value any value; may be null
     * @param kind what the field is for
     */
    public boolean isPlaceholder(final String value, final Kind kind) {
        if (value == null || value.isEmpty()) {
            return false;
        }

        return words.get(kind).contains(kind == Kind.PHONE && hasDigit(value) ? digits(value) : key(value));
    }

    private static String key(final String value) {
        return TextNormalizer.normalize(value).toLowerCase(Locale.ROOT);
    }

    private static boolean hasDigit(final String value) {
        return value.chars().anyMatch(Character::isDigit);
    }

    /** The digits of a number that is written with separators; anything else as it is. */
    private static String digits(final String value) {
        final String normal = key(value);
        final StringBuilder digits = new StringBuilder(normal.length());
        for (int i = 0; i < normal.length(); i++) {
            final char c = normal.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" -./()".indexOf(c) < 0) {
                return normal;
            }
        }

        return digits.toString();
    }
}
