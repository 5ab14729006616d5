package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.type.BinaryType;
import org.nificrm.delivery.jdbc.type.ColumnType;
import org.nificrm.delivery.jdbc.type.InstantType;
import org.nificrm.delivery.jdbc.type.JsonType;
import org.nificrm.delivery.jdbc.type.TextType;
import org.nificrm.delivery.jdbc.type.UuidType;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * PostgreSQL. Each statement takes a whole batch as one array a column, of text that the server casts to the column's
 * type: its text does not depend on the size of the batch, so that it is parsed once.
 */
public final class PostgreSqlDialect extends SqlDialect {

    private static final Pattern CULPRIT = Pattern.compile("(?:constraint|column) \"([^\"]+)\"");

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public ColumnType columnType(final int jdbcType, final String typeName, final int size, final int digits) {
        return switch (typeName) {
            case "uuid" -> new UuidType();
            case "json", "jsonb" -> new JsonType();
            case "timestamptz" -> new InstantType(digits);
            case "bytea" -> new BinaryType(Long.MAX_VALUE);
            case "bit", "varbit", "timetz", "money" -> new TextType(Long.MAX_VALUE, false, false);
            default -> super.columnType(jdbcType, typeName, size, digits);
        };
    }

    @Override
    public Set<String> generatedColumns(final Connection connection, final String schema, final String table) throws SQLException {
        final String identities = "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND identity_generation = 'ALWAYS'";
        try (PreparedStatement statement = connection.prepareStatement(identities)) {
            statement.setString(1, schema);
            statement.setString(2, table);
            try (ResultSet rows = statement.executeQuery()) {
                final Set<String> columns = new HashSet<>();
                while (rows.next()) {
                    columns.add(rows.getString(1));
                }

                return columns;
            }
        }
    }

    /** A plan that is kept would go on as if the table were as small as when it was made. */
    @Override
    public void prepareSession(final Connection connection) throws SQLException {
        execute(connection, "SET plan_cache_mode = force_custom_plan");
    }

    @Override
    public void restoreSession(final Connection connection) throws SQLException {
        execute(connection, "RESET plan_cache_mode");
    }

    private static void execute(final Connection connection, final String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public boolean isCaseless(final String typeName) {
        return typeName.equals("citext");
    }

    /**
     * Where there is a unique index, each key is looked up in it: {@code FOR UPDATE} and {@code OFFSET 0} keep the planner
     * from joining instead, which, without statistics during a first load, would read the whole table for each batch.
     */
    @Override
    public List<Object[]> select(final Connection connection, final Table table, final List<Column> columns, final List<Column> key,
            final List<Object[]> keys, final boolean forUpdate) throws SQLException {
        final String found = columns.stream().map(column -> "t." + quoted(column)).collect(Collectors.joining(", "));
        final String sql = table.hasUniqueKey(key)
                ? "SELECT %s FROM %s CROSS JOIN LATERAL (SELECT * FROM %s AS t WHERE %s %s) AS t".formatted(
                        found, batch(key.size()), qualified(table), match(key, 0), forUpdate ? "FOR UPDATE" : "OFFSET 0")
                : "SELECT %s FROM %s AS t JOIN %s ON %s%s".formatted(
                        found, qualified(table), batch(key.size()), match(key, 0), forUpdate ? " FOR UPDATE OF t" : "");
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, keys, key.size());
            try (ResultSet result = statement.executeQuery()) {
                return read(result, columns);
            }
        }
    }

    /** The batch as a table {@code b} with the columns {@code c0}, {@code c1} … */
    private static String batch(final int columns) {
        return "unnest(%s) AS b(%s)".formatted(
                String.join(", ", Collections.nCopies(columns, "?::text[]")),
                IntStream.range(0, columns).mapToObj(i -> "c" + i).collect(Collectors.joining(", ")));
    }

    private String match(final List<Column> key, final int offset) {
        return IntStream.range(0, key.size())
                .mapToObj(i -> "t.%s = %s".formatted(quoted(key.get(i)), value(key.get(i), offset + i)))
                .collect(Collectors.joining(" AND "));
    }

    private static String value(final Column column, final int position) {
        return "b.c%d::%s".formatted(position, castType(column));
    }

    private static String castType(final Column column) {
        return switch (column.typeName()) {
            case "smallserial" -> "int2";
            case "serial" -> "int4";
            case "bigserial" -> "int8";
            case "bit" -> "varbit";
            default -> column.typeName();
        };
    }

    private static void bind(final PreparedStatement statement, final List<Object[]> rows, final int columns) throws SQLException {
        for (int column = 0; column < columns; column++) {
            final String[] values = new String[rows.size()];
            for (int row = 0; row < values.length; row++) {
                values[row] = text(rows.get(row)[column]);
            }

            statement.setArray(column + 1, statement.getConnection().createArrayOf("text", values));
        }
    }

    private static String text(final Object value) {
        return switch (value) {
            case null -> null;
            case String text -> text;
            case BigDecimal number -> number.toPlainString();
            case ByteBuffer bytes -> "\\x" + HexFormat.of().formatHex(BinaryType.bytes(bytes));
            case List<?> elements -> elements.stream().map(PostgreSqlDialect::element).collect(Collectors.joining(",", "{", "}"));
            default -> value.toString();
        };
    }

    private static String element(final Object element) {
        return element == null ? "NULL" : '"' + element.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @Override
    public List<Object[]> insert(final Connection connection, final Table table, final List<Column> columns, final List<Object[]> rows,
            final List<Column> key, final List<Column> returned) throws SQLException {
        final String sql = "INSERT INTO %s (%s) SELECT %s FROM %s%s RETURNING %s".formatted(
                qualified(table), list(columns),
                IntStream.range(0, columns.size()).mapToObj(i -> value(columns.get(i), i)).collect(Collectors.joining(", ")),
                batch(columns.size()),
                table.hasUniqueKey(key) ? " ON CONFLICT (%s) DO NOTHING".formatted(list(key)) : "",
                list(returned));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, rows, columns.size());
            try (ResultSet result = statement.executeQuery()) {
                return read(result, returned);
            }
        }
    }

    @Override
    public void update(final Connection connection, final Table table, final List<Column> columns, final List<Column> key, final List<Object[]> rows)
            throws SQLException {
        final String sql = "UPDATE %s AS t SET %s FROM %s WHERE %s".formatted(
                qualified(table),
                IntStream.range(0, columns.size())
                        .mapToObj(i -> quoted(columns.get(i)) + " = " + value(columns.get(i), i))
                        .collect(Collectors.joining(", ")),
                batch(columns.size() + key.size()), match(key, columns.size()));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, rows, columns.size() + key.size());
            statement.executeUpdate();
        }
    }

    @Override
    public void delete(final Connection connection, final Table table, final List<Column> key, final List<Object[]> keys) throws SQLException {
        final String sql = "DELETE FROM %s AS t USING %s WHERE %s".formatted(qualified(table), batch(key.size()), match(key, 0));
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            bind(statement, keys, key.size());
            statement.executeUpdate();
        }
    }

    @Override
    Pattern culpritPattern() {
        return CULPRIT;
    }
}
