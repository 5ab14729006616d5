package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;
import org.nificrm.delivery.jdbc.type.ArrayType;
import org.nificrm.delivery.jdbc.type.BinaryType;
import org.nificrm.delivery.jdbc.type.BooleanType;
import org.nificrm.delivery.jdbc.type.ColumnType;
import org.nificrm.delivery.jdbc.type.DateType;
import org.nificrm.delivery.jdbc.type.DecimalType;
import org.nificrm.delivery.jdbc.type.FloatingType;
import org.nificrm.delivery.jdbc.type.InstantType;
import org.nificrm.delivery.jdbc.type.IntegerType;
import org.nificrm.delivery.jdbc.type.TextType;
import org.nificrm.delivery.jdbc.type.TimeType;
import org.nificrm.delivery.jdbc.type.TimestampType;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What standard SQL and the SQLStates of ISO/IEC 9075 have in common across databases. */
abstract class SqlDialect implements Dialect {

    /** Classes of SQLState in which no row is to blame: connection, authorization, unknown names, resources, the system itself. */
    private static final Set<String> UNAVAILABLE_CLASSES = Set.of("08", "28", "3D", "3F", "42", "53", "57", "58", "XX");

    private static final String READ_ONLY = "25006";

    @Override
    public boolean schemasAreCatalogs() {
        return false;
    }

    @Override
    public boolean isCaseless(final String typeName) {
        return false;
    }

    @Override
    public Set<String> caselessColumns(final Connection connection, final String catalog, final String table) throws SQLException {
        return Set.of();
    }

    @Override
    public Set<String> generatedColumns(final Connection connection, final String schema, final String table) throws SQLException {
        return Set.of();
    }

    @Override
    public void prepareSession(final Connection connection) throws SQLException {
        // Strict already.
    }

    @Override
    public void restoreSession(final Connection connection) throws SQLException {
        // Nothing was set.
    }

    @Override
    public ColumnType columnType(final int jdbcType, final String typeName, final int size, final int digits) {
        return switch (jdbcType) {
            case Types.CHAR, Types.NCHAR -> new TextType(size, false, true);
            case Types.VARCHAR, Types.NVARCHAR -> new TextType(size, false, false);
            case Types.TINYINT -> new IntegerType(Byte.MIN_VALUE, Byte.MAX_VALUE);
            case Types.SMALLINT -> new IntegerType(Short.MIN_VALUE, Short.MAX_VALUE);
            case Types.INTEGER -> new IntegerType(Integer.MIN_VALUE, Integer.MAX_VALUE);
            case Types.BIGINT -> new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);
            case Types.NUMERIC, Types.DECIMAL -> new DecimalType(size, digits);
            case Types.REAL -> new FloatingType(true);
            case Types.FLOAT, Types.DOUBLE -> new FloatingType(false);
            case Types.BOOLEAN, Types.BIT -> new BooleanType();
            case Types.DATE -> new DateType();
            case Types.TIME -> new TimeType();
            case Types.TIMESTAMP -> new TimestampType(digits);
            case Types.TIMESTAMP_WITH_TIMEZONE -> new InstantType(digits);
            case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> new BinaryType(size > 0 ? size : Long.MAX_VALUE);
            case Types.ARRAY -> new ArrayType();
            default -> new TextType(Long.MAX_VALUE, false, false);
        };
    }

    String quoted(final String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    String quoted(final Column column) {
        return quoted(column.name());
    }

    String qualified(final Table table) {
        return table.schema() == null ? quoted(table.name()) : quoted(table.schema()) + '.' + quoted(table.name());
    }

    String list(final List<Column> columns) {
        return columns.stream().map(this::quoted).collect(Collectors.joining(", "));
    }

    static List<Object[]> read(final ResultSet result, final List<Column> columns) throws SQLException {
        final List<Object[]> rows = new ArrayList<>();
        while (result.next()) {
            final Object[] row = new Object[columns.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = columns.get(i).type().read(result, i + 1);
            }

            rows.add(row);
        }

        return rows;
    }

    @Override
    public Failure failure(final SQLException exception) {
        if (exception instanceof SQLNonTransientConnectionException || exception instanceof SQLTransientConnectionException
                || exception instanceof SQLRecoverableException || exception.getSQLState() == null) {
            return Failure.UNAVAILABLE;
        }

        final String state = exception.getSQLState();
        return switch (state) {
            case "40001", "40P01", "55P03" -> Failure.TRANSACTION;
            case "23505" -> Failure.UNIQUE_VIOLATION;
            case "23503", "23506" -> Failure.REFERENCE_VIOLATION;
            case "23502" -> Failure.NULL_NOT_ALLOWED;
            case "23513", "23514" -> Failure.CHECK_VIOLATION;
            case "22001" -> Failure.VALUE_TOO_LONG;
            case "22003" -> Failure.OUT_OF_RANGE;
            case READ_ONLY -> Failure.UNAVAILABLE;
            default -> state.length() >= 2 && UNAVAILABLE_CLASSES.contains(state.substring(0, 2)) ? Failure.UNAVAILABLE : Failure.REFUSED_BY_DATABASE;
        };
    }

    @Override
    public Optional<String> culprit(final SQLException exception) {
        final Matcher matcher = culpritPattern().matcher(String.valueOf(exception.getMessage()));
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    /** Finds, as its first group, the name of a constraint or column in a message. */
    abstract Pattern culpritPattern();
}
