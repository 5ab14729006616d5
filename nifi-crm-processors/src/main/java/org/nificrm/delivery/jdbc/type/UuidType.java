package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Unfit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** Universally unique identifiers (RFC 9562). */
public record UuidType() implements ColumnType {

    @Override
    public UUID convert(final String field, final Object value) throws UnfitValueException {
        try {
            return value instanceof UUID uuid ? uuid : UUID.fromString(value.toString().strip());
        } catch (final IllegalArgumentException e) {
            throw Unfit.wrongType(field, "UUID");
        }
    }

    @Override
    public UUID read(final ResultSet row, final int index) throws SQLException {
        return row.getObject(index, UUID.class);
    }
}
