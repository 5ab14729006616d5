package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * Exact decimal numbers.
 *
 * @param precision most digits, or 0 where the column has no limit
 * @param scale     digits after the point; without meaning where there is no limit
 */
public record DecimalType(int precision, int scale) implements ColumnType {

    @Override
    public BigDecimal convert(final String field, final Object value) throws UnfitValueException {
        final BigDecimal number = Numbers.of(field, value);
        if (precision == 0) {
            return canonical(number);
        }

        if (number.stripTrailingZeros().scale() > scale) {
            throw Unfit.loses(field, "digits after the point (%d fit)".formatted(scale));
        }

        final BigDecimal scaled = canonical(number);
        if (scaled.precision() > precision) {
            throw Unfit.outOfRange(field, "%d digits before the point".formatted(precision - scale));
        }

        return scaled;
    }

    private BigDecimal canonical(final BigDecimal number) {
        return precision == 0 ? number.stripTrailingZeros() : number.setScale(scale, RoundingMode.UNNECESSARY);
    }

    @Override
    public BigDecimal read(final ResultSet row, final int index) throws SQLException {
        final BigDecimal number = row.getBigDecimal(index);
        return number == null ? null : canonical(number);
    }
}
