package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Unfit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Locale;

/** True and false, in the words that databases themselves read. */
public record BooleanType() implements ColumnType {

    @Override
    public Boolean convert(final String field, final Object value) throws UnfitValueException {
        if (value instanceof Boolean bool) {
            return bool;
        }

        return switch (value.toString().strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "yes", "y", "on", "1" -> true;
            case "false", "f", "no", "n", "off", "0" -> false;
            default -> throw Unfit.wrongType(field, "boolean");
        };
    }

    @Override
    public Boolean read(final ResultSet row, final int index) throws SQLException {
        final boolean bool = row.getBoolean(index);
        return row.wasNull() ? null : bool;
    }
}
