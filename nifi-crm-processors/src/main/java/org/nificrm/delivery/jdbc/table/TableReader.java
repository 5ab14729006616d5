package org.nificrm.delivery.jdbc.table;

import org.nificrm.delivery.jdbc.dialect.Dialect;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a database says about a table. */
public final class TableReader {

    private final Connection connection;
    private final DatabaseMetaData metadata;
    private final Dialect dialect;

    public TableReader(final Connection connection, final Dialect dialect) throws SQLException {
        this.connection = connection;
        this.metadata = connection.getMetaData();
        this.dialect = dialect;
    }

    private record Location(String catalog, String schema, String table) {
    }

    /**
     * The table of this name: spelled exactly so, else in lower or in upper case; in the connection's own schema unless the
     * name says otherwise.
     */
    public Optional<Table> read(final TableName name) throws SQLException {
        for (final String spelling : new LinkedHashSet<>(List.of(name.table(), name.table().toLowerCase(Locale.ROOT), name.table().toUpperCase(Locale.ROOT)))) {
            final Optional<Location> location = locate(name, spelling);
            if (location.isPresent()) {
                return Optional.of(read(location.get()));
            }
        }

        return Optional.empty();
    }

    private Optional<Location> locate(final TableName name, final String table) throws SQLException {
        final String catalog = dialect.schemasAreCatalogs() && name.schema() != null ? name.schema() : connection.getCatalog();
        try (ResultSet row = metadata.getTables(catalog, null, escaped(table), null)) {
            while (row.next()) {
                final Location location = new Location(row.getString("TABLE_CAT"), row.getString("TABLE_SCHEM"), row.getString("TABLE_NAME"));
                if (location.table().equals(table) && isSchema(location, name.schema()) && isReadable(row.getString("TABLE_TYPE"))) {
                    return Optional.of(location);
                }
            }
        }

        return Optional.empty();
    }

    private boolean isSchema(final Location location, final String asked) throws SQLException {
        if (dialect.schemasAreCatalogs()) {
            return true;
        }

        final String schema = asked != null ? asked : connection.getSchema();
        return schema == null || schema.equalsIgnoreCase(location.schema());
    }

    private static boolean isReadable(final String tableType) {
        return tableType != null && (tableType.contains("TABLE") || tableType.contains("VIEW"));
    }

    private Table read(final Location location) throws SQLException {
        final List<Column> columns = columns(location);
        final List<String> primaryKey = primaryKey(location);
        final Set<Set<String>> uniqueKeys = uniqueKeys(location);
        if (!primaryKey.isEmpty()) {
            uniqueKeys.add(Set.copyOf(primaryKey));
        }

        return new Table(location.catalog(), location.schema(), location.table(), columns, primaryKey, uniqueKeys);
    }

    private List<Column> columns(final Location location) throws SQLException {
        final Set<String> caseless = dialect.caselessColumns(connection, location.catalog(), location.table());
        final Set<String> generated = dialect.generatedColumns(connection, location.schema(), location.table());
        final List<Column> columns = new ArrayList<>();
        try (ResultSet row = metadata.getColumns(location.catalog(), escaped(location.schema()), escaped(location.table()), "%")) {
            while (row.next()) {
                final String name = row.getString("COLUMN_NAME");
                final int jdbcType = row.getInt("DATA_TYPE");
                final String typeName = row.getString("TYPE_NAME");
                final int baseType = jdbcType == Types.DISTINCT ? row.getInt("SOURCE_DATA_TYPE") : jdbcType;
                final boolean automatic = "YES".equals(row.getString("IS_AUTOINCREMENT"));
                columns.add(new Column(name, jdbcType, typeName,
                        dialect.columnType(baseType, typeName, row.getInt("COLUMN_SIZE"), row.getInt("DECIMAL_DIGITS")),
                        row.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls,
                        automatic || row.getString("COLUMN_DEF") != null,
                        generated.contains(name) || "YES".equals(row.getString("IS_GENERATEDCOLUMN")),
                        caseless.contains(name) || dialect.isCaseless(typeName)));
            }
        }

        return columns;
    }

    /** Metadata look-ups take patterns, in which an underscore is any character. */
    private String escaped(final String name) throws SQLException {
        final String escape = metadata.getSearchStringEscape();
        return name == null ? null : name.replace(escape, escape + escape).replace("_", escape + "_").replace("%", escape + "%");
    }

    private List<String> primaryKey(final Location location) throws SQLException {
        final Map<Integer, String> columns = new TreeMap<>();
        try (ResultSet row = metadata.getPrimaryKeys(location.catalog(), location.schema(), location.table())) {
            while (row.next()) {
                columns.put(row.getInt("KEY_SEQ"), row.getString("COLUMN_NAME"));
            }
        }

        return List.copyOf(columns.values());
    }

    private Set<Set<String>> uniqueKeys(final Location location) throws SQLException {
        final Map<String, Set<String>> indexes = new HashMap<>();
        final Set<String> partial = new HashSet<>();
        try (ResultSet row = metadata.getIndexInfo(location.catalog(), location.schema(), location.table(), true, false)) {
            while (row.next()) {
                final String index = row.getString("INDEX_NAME");
                final String column = row.getString("COLUMN_NAME");
                if (index != null && column != null) {
                    indexes.computeIfAbsent(index, name -> new HashSet<>()).add(column);
                }

                if (row.getString("FILTER_CONDITION") != null) {
                    partial.add(index);
                }
            }
        }

        indexes.keySet().removeAll(partial);
        return new HashSet<>(indexes.values());
    }
}
