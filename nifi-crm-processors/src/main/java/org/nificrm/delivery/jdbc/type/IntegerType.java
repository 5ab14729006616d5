package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Whole numbers from {@code minimum} to {@code maximum}. */
public record IntegerType(long minimum, long maximum) implements ColumnType {

    @Override
    public Long convert(final String field, final Object value) throws UnfitValueException {
        if (value instanceof Long || value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return inRange(field, ((Number) value).longValue());
        }

        final BigDecimal number = Numbers.of(field, value);
        if (number.stripTrailingZeros().scale() > 0) {
            throw Unfit.loses(field, "its fraction");
        }

        if (number.compareTo(BigDecimal.valueOf(minimum)) < 0 || number.compareTo(BigDecimal.valueOf(maximum)) > 0) {
            throw outOfRange(field);
        }

        return number.longValueExact();
    }

    private Long inRange(final String field, final long number) throws UnfitValueException {
        if (number < minimum || number > maximum) {
            throw outOfRange(field);
        }

        return number;
    }

    private UnfitValueException outOfRange(final String field) {
        return Unfit.outOfRange(field, minimum + " to " + maximum);
    }

    @Override
    public Long read(final ResultSet row, final int index) throws SQLException {
        final long number = row.getLong(index);
        return row.wasNull() ? null : number;
    }
}
