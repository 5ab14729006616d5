package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.jdbc.table.Column;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The columns that identify a row for the write algorithm.
 *
 * @param fields  names of the match key fields
 * @param columns of each
 */
record KeyColumns(List<String> fields, List<Column> columns) {

    int size() {
        return columns.size();
    }

    /** The key as the database compares it. */
    Key normalize(final Key key) {
        final List<Object> values = new ArrayList<>(key.values());
        for (int i = 0; i < values.size(); i++) {
            if (columns.get(i).caseless() && values.get(i) instanceof String text) {
                values.set(i, text.toLowerCase(Locale.ROOT));
            }
        }

        return new Key(values);
    }

    /** The key of a row that begins with these columns. */
    Key of(final Object[] row) {
        return normalize(new Key(Arrays.asList(row).subList(0, size())));
    }

    /** The key as the row itself spells it. */
    Object[] of(final Existing existing) {
        return fields.stream().map(existing::value).toArray();
    }
}
