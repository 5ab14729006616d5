package org.nificrm.delivery.jdbc.dialect;

import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.type.ColumnType;
import org.nificrm.delivery.jdbc.type.DecimalType;
import org.nificrm.delivery.jdbc.type.JsonType;
import org.nificrm.delivery.jdbc.type.UuidType;

import java.sql.SQLException;
import java.util.regex.Pattern;

/** H2, for tests and small installations. */
public final class H2Dialect extends RowDialect {

    private static final Pattern CULPRIT = Pattern.compile("(?:violation: \"|column \")([^\" ]+)");

    @Override
    public String name() {
        return "H2";
    }

    @Override
    public ColumnType columnType(final int jdbcType, final String typeName, final int size, final int digits) {
        return switch (typeName) {
            case "UUID" -> new UuidType();
            case "JSON" -> new JsonType();
            case "DECFLOAT" -> new DecimalType(0, 0);
            default -> super.columnType(jdbcType, typeName, size, digits);
        };
    }

    @Override
    public boolean isCaseless(final String typeName) {
        return typeName.equals("VARCHAR_IGNORECASE");
    }

    @Override
    String placeholder(final Column column) {
        return column.typeName().equals("JSON") ? "? FORMAT JSON" : "?";
    }

    @Override
    public Failure failure(final SQLException exception) {
        return switch (exception.getErrorCode()) {
            case 40001, 50200, 90131 -> Failure.TRANSACTION;
            case 90007, 90013, 90067, 90079, 90097, 90098, 90121 -> Failure.UNAVAILABLE;
            default -> super.failure(exception);
        };
    }

    @Override
    Pattern culpritPattern() {
        return CULPRIT;
    }
}
