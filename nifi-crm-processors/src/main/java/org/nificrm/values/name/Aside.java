package org.nificrm.values.name;

/**
 * What stands in quotes or brackets beside a name, and the name without it. A bracketed suffix, "(Jr.)", is none of it.
 *
 * @param rest the text outside, suffixes after commas at its end
 * @param content the texts inside, parted by blanks; empty if there are none
 */
record Aside(String rest, String content) {

    private static final String OPENING = "\"“„«([{<（【「『《〈";
    private static final String CLOSING = "\"””»)]}>）】」』》〉";
    private static final String SINGLE_OPENING = "'‘`´’";
    private static final String SINGLE_CLOSING = "'’`´";

    static Aside of(final String text) {
        if (!mayHaveAside(text)) {
            return new Aside(text, "");
        }

        final StringBuilder rest = new StringBuilder(text.length());
        final StringBuilder content = new StringBuilder();
        final StringBuilder suffixes = new StringBuilder();
        int i = 0;
        while (i < text.length()) {
            final int end = endOfAside(text, i);
            if (end < 0) {
                rest.append(text.charAt(i));
                i++;
                continue;
            }

            final String inside = stripMarks(text.substring(i, end));
            if (NameWords.isBracketedSuffix(inside)) {
                suffixes.append(", ").append(inside);
            } else {
                append(content, inside);
            }

            rest.append(' ');

            i = end;
        }

        return new Aside(rest.toString().strip() + suffixes, content.toString());
    }

    private static boolean mayHaveAside(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char c = text.charAt(i);
            if (OPENING.indexOf(c) >= 0 || SINGLE_OPENING.indexOf(c) >= 0) {
                return true;
            }
        }

        return false;
    }

    /** Index after the aside that starts here, -1 if none does. */
    private static int endOfAside(final String text, final int start) {
        final char c = text.charAt(start);
        if (isDoubledQuote(text, start)) {
            final int end = indexOfDoubledQuote(text, start + 2);
            return end < 0 ? -1 : end + 2;
        }

        final int bracket = OPENING.indexOf(c);
        if (bracket >= 0) {
            int end = text.indexOf(CLOSING.charAt(bracket), start + 1);
            if (end < 0 && c == '“') {
                end = text.indexOf('"', start + 1);
            }

            return end < 0 ? -1 : end + 1;
        }

        if (SINGLE_OPENING.indexOf(c) >= 0 && (start == 0 || text.charAt(start - 1) == ' ')) {
            return endOfSingleQuoted(text, start);
        }

        return -1;
    }

    /** An apostrophe ends a quotation only before a blank or comma: 'Ben' but not D'Arcy. */
    private static int endOfSingleQuoted(final String text, final int start) {
        for (int i = start + 2; i < text.length(); i++) {
            if (SINGLE_CLOSING.indexOf(text.charAt(i)) >= 0 && (i + 1 == text.length() || text.charAt(i + 1) == ' ' || text.charAt(i + 1) == ',')) {
                return i + 1;
            }
        }

        return -1;
    }

    private static boolean isDoubledQuote(final String text, final int index) {
        return index + 1 < text.length() && SINGLE_OPENING.indexOf(text.charAt(index)) >= 0 && text.charAt(index + 1) == text.charAt(index);
    }

    private static int indexOfDoubledQuote(final String text, final int from) {
        for (int i = from; i + 1 < text.length(); i++) {
            if (isDoubledQuote(text, i)) {
                return i;
            }
        }

        return -1;
    }

    private static String stripMarks(final String aside) {
        int start = 0;
        int end = aside.length();
        while (start < end && isMark(aside.charAt(start))) {
            start++;
        }

        while (end > start && isMark(aside.charAt(end - 1))) {
            end--;
        }

        return aside.substring(start, end);
    }

    private static boolean isMark(final char c) {
        return c == ' ' || OPENING.indexOf(c) >= 0 || CLOSING.indexOf(c) >= 0 || SINGLE_OPENING.indexOf(c) >= 0;
    }

    private static void append(final StringBuilder content, final String inside) {
        if (!inside.isEmpty()) {
            content.append(content.isEmpty() ? "" : " ").append(inside);
        }
    }
}
