package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Times;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * Date and time of a wall clock.
 *
 * @param digits of the fraction of a second that the column keeps; finer ones are dropped, as a clock's own are
 */
public record TimestampType(int digits) implements ColumnType {

    @Override
    public LocalDateTime convert(final String field, final Object value) throws UnfitValueException {
        return truncate(Years.checked(field, Times.dateTime(field, value)));
    }

    private LocalDateTime truncate(final LocalDateTime dateTime) {
        return dateTime.withNano(Fractions.truncate(dateTime.getNano(), digits));
    }

    @Override
    public LocalDateTime read(final ResultSet row, final int index) throws SQLException {
        final LocalDateTime dateTime = row.getObject(index, LocalDateTime.class);
        return dateTime == null ? null : truncate(dateTime);
    }
}
