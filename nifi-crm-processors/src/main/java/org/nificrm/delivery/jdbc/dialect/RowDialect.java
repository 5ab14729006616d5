package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Databases that take a batch as many rows of parameters in one statement. */
abstract class RowDialect extends SqlDialect {

    /** Below the least that a driver takes in one statement (65,535). */
    private static final int MOST_PARAMETERS = 30_000;

    @Override
    public List<Object[]> select(final Connection connection, final Table table, final List<Column> columns, final List<Column> key,
            final List<Object[]> keys, final boolean forUpdate) throws SQLException {
        final List<Object[]> found = new ArrayList<>();
        for (final List<Object[]> part : parts(keys, key.size())) {
            final String sql = "SELECT %s FROM %s WHERE %s ORDER BY %s%s".formatted(
                    list(columns), qualified(table), isOneOf(key, part.size()), list(key), forUpdate ? " FOR UPDATE" : "");
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, key, part);
                try (ResultSet result = statement.executeQuery()) {
                    found.addAll(read(result, columns));
                }
            }
        }

        return found;
    }

    private static List<List<Object[]>> parts(final List<Object[]> rows, final int columns) {
        final int size = Math.max(1, MOST_PARAMETERS / columns);
        final List<List<Object[]>> parts = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += size) {
            parts.add(rows.subList(from, Math.min(rows.size(), from + size)));
        }

        return parts;
    }

    private String isOneOf(final List<Column> key, final int keys) {
        return key.size() == 1
                ? "%s IN (%s)".formatted(list(key), String.join(", ", Collections.nCopies(keys, "?")))
                : "(%s) IN (%s)".formatted(list(key), rowsOf(key, keys));
    }

    private String rowsOf(final List<Column> columns, final int rows) {
        final String row = columns.stream().map(this::placeholder).collect(Collectors.joining(", ", "(", ")"));
        return String.join(", ", Collections.nCopies(rows, row));
    }

    String placeholder(final Column column) {
        return "?";
    }

    private static void bind(final PreparedStatement statement, final List<Column> columns, final List<Object[]> rows) throws SQLException {
        int parameter = 1;
        for (final Object[] row : rows) {
            parameter = bind(statement, parameter, columns, row, 0);
        }
    }

    private static int bind(final PreparedStatement statement, final int from, final List<Column> columns, final Object[] row, final int offset)
            throws SQLException {
        for (int i = 0; i < columns.size(); i++) {
            final Column column = columns.get(i);
            final Object value = row[offset + i];
            if (value == null) {
                statement.setNull(from + i, column.jdbcType());
            } else {
                statement.setObject(from + i, column.type().parameter(value));
            }
        }

        return from + columns.size();
    }

    @Override
    public List<Object[]> insert(final Connection connection, final Table table, final List<Column> columns, final List<Object[]> rows,
            final List<Column> key, final List<Column> returned) throws SQLException {
        for (final List<Object[]> part : parts(rows, columns.size())) {
            final String sql = "INSERT INTO %s (%s) VALUES %s".formatted(qualified(table), list(columns), rowsOf(columns, part.size()));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, columns, part);
                statement.executeUpdate();
            }
        }

        return columns.containsAll(returned) ? pick(columns, rows, returned) : select(connection, table, returned, key, pick(columns, rows, key), false);
    }

    private static List<Object[]> pick(final List<Column> columns, final List<Object[]> rows, final List<Column> picked) {
        final int[] positions = picked.stream().mapToInt(columns::indexOf).toArray();
        final List<Object[]> result = new ArrayList<>(rows.size());
        for (final Object[] row : rows) {
            final Object[] values = new Object[positions.length];
            for (int i = 0; i < positions.length; i++) {
                values[i] = row[positions[i]];
            }

            result.add(values);
        }

        return result;
    }

    @Override
    public void update(final Connection connection, final Table table, final List<Column> columns, final List<Column> key, final List<Object[]> rows)
            throws SQLException {
        final String sql = "UPDATE %s SET %s WHERE %s".formatted(qualified(table),
                columns.stream().map(column -> quoted(column) + " = " + placeholder(column)).collect(Collectors.joining(", ")),
                key.stream().map(column -> quoted(column) + " = ?").collect(Collectors.joining(" AND ")));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (final Object[] row : rows) {
                final int next = bind(statement, 1, columns, row, 0);
                bind(statement, next, key, row, columns.size());
                statement.addBatch();
            }

            statement.executeBatch();
        }
    }

    @Override
    public void delete(final Connection connection, final Table table, final List<Column> key, final List<Object[]> keys) throws SQLException {
        for (final List<Object[]> part : parts(keys, key.size())) {
            final String sql = "DELETE FROM %s WHERE %s".formatted(qualified(table), isOneOf(key, part.size()));
            try (PreparedStatement statement = connection.prepareStatement(sql)) {
                bind(statement, key, part);
                statement.executeUpdate();
            }
        }
    }
}
