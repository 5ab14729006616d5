package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;

import java.sql.ResultSet;
import java.sql.SQLException;

/** True and false, in the words that databases themselves read. */
public record BooleanType() implements ColumnType {

    @Override
    public Boolean convert(final String field, final Object value) throws UnfitValueException {
        return Booleans.of(field, value);
    }

    @Override
    public Boolean read(final ResultSet row, final int index) throws SQLException {
        final boolean bool = row.getBoolean(index);
        return row.wasNull() ? null : bool;
    }
}
