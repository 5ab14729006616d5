package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;

/** Days of the calendar. */
public record DateType() implements ColumnType {

    @Override
    public LocalDate convert(final String field, final Object value) throws UnfitValueException {
        final LocalDateTime dateTime = Times.dateTime(field, value);
        if (!dateTime.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw Unfit.loses(field, "its time of day");
        }

        return Years.checked(field, dateTime).toLocalDate();
    }

    @Override
    public LocalDate read(final ResultSet row, final int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }
}
