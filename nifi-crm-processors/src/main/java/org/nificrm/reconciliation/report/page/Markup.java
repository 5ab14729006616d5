package org.nificrm.reconciliation.report.page;

import java.util.Locale;

/** HTML and SVG under construction. Every text and every attribute is escaped here and nowhere else. */
final class Markup {

    private static final char REPLACEMENT = '\uFFFD';

    private final StringBuilder html = new StringBuilder(32_768);

    /** @param attributes names and values by turns */
    Markup open(final String tag, final String... attributes) {
        html.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            html.append(' ').append(attributes[i]).append("=\"");
            escape(attributes[i + 1]);
            html.append('"');
        }

        html.append('>');
        return this;
    }

    Markup close(final String tag) {
        html.append("</").append(tag).append(">\n");
        return this;
    }

    Markup text(final String text) {
        escape(text);
        return this;
    }

    /** An element that holds nothing but a text. */
    Markup element(final String tag, final String text, final String... attributes) {
        return open(tag, attributes).text(text).close(tag);
    }

    /** A name that comes from outside: set apart, so that its direction of writing changes nothing around it. */
    Markup name(final String name) {
        return element("bdi", name);
    }

    /** A part of the page that is no text, such as its style sheet: must not come from outside. */
    Markup raw(final String trusted) {
        html.append(trusted);
        return this;
    }

    private void escape(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            switch (character) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(Character.isISOControl(character) ? REPLACEMENT : character);
            }
        }
    }

    /** A share from 0 to 1 as a length of SVG. */
    static String length(final double share) {
        return String.format(Locale.ROOT, "%.2f%%", Math.clamp(share, 0, 1) * 100);
    }

    @Override
    public String toString() {
        return html.toString();
    }
}
