package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Times;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;

/** Times of day, in whole seconds, which every database keeps. */
public record TimeType() implements ColumnType {

    @Override
    public LocalTime convert(final String field, final Object value) throws UnfitValueException {
        return Times.time(field, value).truncatedTo(ChronoUnit.SECONDS);
    }

    @Override
    public LocalTime read(final ResultSet row, final int index) throws SQLException {
        return row.getObject(index, LocalTime.class);
    }
}
