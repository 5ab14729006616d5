package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Times;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;

/** Days of the calendar. */
public record DateType() implements ColumnType {

    @Override
    public LocalDate convert(final String field, final Object value) throws UnfitValueException {
        return Years.checked(field, Times.date(field, value).atStartOfDay()).toLocalDate();
    }

    @Override
    public LocalDate read(final ResultSet row, final int index) throws SQLException {
        return row.getObject(index, LocalDate.class);
    }
}
