package org.nificrm.delivery.jdbc.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Name of a table as a person writes it.
 *
 * @param schema schema, or database where the database has no schemas; null for the connection's
 * @param table  the name itself
 */
public record TableName(String schema, String table) {

    /** A part in the quotes of any of the databases, or bare up to the next dot. */
    private static final Pattern PART = Pattern.compile("\"((?:[^\"]|\"\")+)\"|`((?:[^`]|``)+)`|([^.\"`]+)");

    /**
     * @param text {@code table} or {@code schema.table}, each part quoted where it has a dot
     * @throws IllegalArgumentException if it is none of these
     */
    public static TableName parse(final String text) {
        final List<String> parts = new ArrayList<>();
        final String name = text.strip();
        final Matcher matcher = PART.matcher(name);
        int position = 0;
        while (matcher.find(position) && matcher.start() == position) {
            parts.add(part(matcher));
            position = matcher.end();
            if (position == name.length() || name.charAt(position) != '.') {
                break;
            }

            position++;
        }

        if (position < name.length() || parts.isEmpty() || parts.size() > 2) {
            throw new IllegalArgumentException("'%s' is no table name. Write table or schema.table, quoted where a part holds a dot".formatted(text));
        }

        return new TableName(parts.size() > 1 ? parts.getFirst() : null, parts.getLast());
    }

    private static String part(final Matcher matcher) {
        if (matcher.group(1) != null) {
            return matcher.group(1).replace("\"\"", "\"");
        }

        return matcher.group(2) != null ? matcher.group(2).replace("``", "`") : matcher.group(3).strip();
    }
}
