package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;

import java.util.List;
import java.util.StringJoiner;

/** The columns that make a row's identifier: the primary key, or the match key where there is none. */
record Identity(List<Column> columns) {

    static Identity of(final Table table, final KeyColumns key) {
        return new Identity(table.primaryKey().isEmpty() ? key.columns() : table.primaryKey());
    }

    /** The values of these columns as text, joined by commas. */
    String of(final Object[] row, final int from) {
        final StringJoiner id = new StringJoiner(",");
        for (int i = 0; i < columns.size(); i++) {
            id.add(String.valueOf(row[from + i]));
        }

        return id.toString();
    }
}
