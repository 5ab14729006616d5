package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.type.ColumnType;
import org.nificrm.delivery.jdbc.type.DecimalType;
import org.nificrm.delivery.jdbc.type.IntegerType;
import org.nificrm.delivery.jdbc.type.JsonType;
import org.nificrm.delivery.jdbc.type.TextType;
import org.nificrm.delivery.jdbc.type.TimestampType;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** MySQL and MariaDB. */
public final class MySqlDialect extends RowDialect {

    private static final Pattern CULPRIT = Pattern.compile("(?:for key|CONSTRAINT|[Cc]olumn|[Ff]ield) [`']([^`']+)[`']");

    /** Characters of a date and time without a fraction of a second. */
    private static final int WHOLE_SECONDS = "2000-01-01 00:00:00".length();

    @Override
    public String name() {
        return "MySQL or MariaDB";
    }

    @Override
    public boolean schemasAreCatalogs() {
        return true;
    }

    @Override
    String quoted(final String identifier) {
        return '`' + identifier.replace("`", "``") + '`';
    }

    @Override
    String qualified(final Table table) {
        return table.catalog() == null ? quoted(table.name()) : quoted(table.catalog()) + '.' + quoted(table.name());
    }

    @Override
    public ColumnType columnType(final int jdbcType, final String typeName, final int size, final int digits) {
        final String type = typeName.toUpperCase(Locale.ROOT);
        if (type.equals("JSON")) {
            return new JsonType();
        }

        if (type.endsWith("TEXT")) {
            return new TextType(size > 0 ? size : Long.MAX_VALUE, true, false);
        }

        if (type.contains("UNSIGNED")) {
            return unsigned(jdbcType, type, size, digits);
        }

        return jdbcType == Types.TIMESTAMP ? new TimestampType(Math.max(0, size - WHOLE_SECONDS - 1))
                : super.columnType(jdbcType, typeName, size, digits);
    }

    private ColumnType unsigned(final int jdbcType, final String type, final int size, final int digits) {
        return switch (type.substring(0, type.indexOf(' '))) {
            case "TINYINT" -> new IntegerType(0, 0xFFL);
            case "SMALLINT" -> new IntegerType(0, 0xFFFFL);
            case "MEDIUMINT" -> new IntegerType(0, 0xFFFFFFL);
            case "INT", "INTEGER" -> new IntegerType(0, 0xFFFFFFFFL);
            case "BIGINT" -> new DecimalType("18446744073709551615".length(), 0);
            default -> super.columnType(jdbcType, type, size, digits);
        };
    }

    @Override
    public Set<String> caselessColumns(final Connection connection, final String catalog, final String table) throws SQLException {
        final Set<String> columns = new HashSet<>();
        final String sql = "SELECT column_name FROM information_schema.columns WHERE table_schema = ? AND table_name = ? AND collation_name LIKE '%\\_ci'";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, catalog);
            statement.setString(2, table);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    columns.add(row.getString(1));
                }
            }
        }

        return columns;
    }

    /** Without the strict mode a value that does not fit would be cut with a warning. */
    @Override
    public void prepareSession(final Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET SESSION sql_mode = CONCAT_WS(',', NULLIF(@@sql_mode, ''), 'STRICT_ALL_TABLES')");
        }
    }

    @Override
    public Failure failure(final SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 1205, 1213, 3572 -> Failure.TRANSACTION;
            case 1062, 1586 -> Failure.UNIQUE_VIOLATION;
            case 1451, 1452, 1216, 1217 -> Failure.REFERENCE_VIOLATION;
            case 1048, 1364 -> Failure.NULL_NOT_ALLOWED;
            case 3819, 4025 -> Failure.CHECK_VIOLATION;
            case 1406 -> Failure.VALUE_TOO_LONG;
            case 1264 -> Failure.OUT_OF_RANGE;
            case 1021, 1040, 1114, 1290, 1792, 1836 -> Failure.UNAVAILABLE;
            default -> super.failure(exception);
        };
    }

    @Override
    Pattern culpritPattern() {
        return CULPRIT;
    }
}
