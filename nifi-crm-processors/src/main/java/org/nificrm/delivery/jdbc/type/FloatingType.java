package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Unfit;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Binary floating point: rounding to the nearest is what the type is for. */
public record FloatingType(boolean single) implements ColumnType {

    @Override
    public Double convert(final String field, final Object value) throws UnfitValueException {
        final double exact = value instanceof Double || value instanceof Float ? ((Number) value).doubleValue() : Numbers.of(field, value).doubleValue();
        final double number = single ? (float) exact : exact;
        if (!Double.isFinite(number)) {
            throw Unfit.outOfRange(field, "finite numbers");
        }

        return number;
    }

    @Override
    public Double read(final ResultSet row, final int index) throws SQLException {
        final double number = single ? row.getFloat(index) : row.getDouble(index);
        return row.wasNull() ? null : number;
    }
}
