package org.nificrm.delivery.jdbc.table;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A table as the database describes it. Columns are found by their exact name or else in any case, as databases do.
 */
public final class Table {

    private final String catalog;
    private final String schema;
    private final String name;
    private final List<Column> columns;
    private final List<Column> primaryKey;
    private final Set<Set<String>> uniqueKeys;
    private final Map<String, Column> byName = new HashMap<>();

    /**
     * @param catalog    null where the database has none or it is the connection's own
     * @param schema     null where the database has none
     * @param primaryKey empty if there is none
     * @param uniqueKeys names of the columns of each unique index that covers every row
     */
    public Table(final String catalog, final String schema, final String name, final List<Column> columns, final List<String> primaryKey,
            final Set<Set<String>> uniqueKeys) {
        this.catalog = catalog;
        this.schema = schema;
        this.name = name;
        this.columns = List.copyOf(columns);
        this.uniqueKeys = Set.copyOf(uniqueKeys);
        for (final Column column : columns) {
            byName.putIfAbsent(column.name().toLowerCase(Locale.ROOT), column);
        }

        for (final Column column : columns) {
            byName.put(column.name(), column);
        }

        this.primaryKey = primaryKey.stream().map(byName::get).toList();
    }

    public String catalog() {
        return catalog;
    }

    public String schema() {
        return schema;
    }

    public String name() {
        return name;
    }

    public List<Column> columns() {
        return columns;
    }

    public List<Column> primaryKey() {
        return primaryKey;
    }

    /** The column of this name, or null. */
    public Column column(final String field) {
        final Column exact = byName.get(field);
        return exact == null ? byName.get(field.toLowerCase(Locale.ROOT)) : exact;
    }

    /** Whether a unique index has exactly these columns. */
    public boolean hasUniqueKey(final List<Column> key) {
        return uniqueKeys.contains(names(key));
    }

    /** Whether no two rows can have the same values in these columns. */
    public boolean isUnique(final List<Column> key) {
        final Set<String> names = names(key);
        return uniqueKeys.stream().anyMatch(names::containsAll);
    }

    private static Set<String> names(final List<Column> key) {
        final Set<String> names = new HashSet<>();
        key.forEach(column -> names.add(column.name()));
        return names;
    }
}
