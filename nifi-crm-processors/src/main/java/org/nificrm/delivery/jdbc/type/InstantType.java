package org.nificrm.delivery.jdbc.type;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Times;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Points in time, whatever the time zone.
 *
 * @param digits of the fraction of a second that the column keeps; finer ones are dropped, as a clock's own are
 */
public record InstantType(int digits) implements ColumnType {

    @Override
    public Instant convert(final String field, final Object value) throws UnfitValueException {
        final Instant instant = Times.instant(field, value);
        Years.checked(field, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        return truncate(instant);
    }

    private Instant truncate(final Instant instant) {
        return Instant.ofEpochSecond(instant.getEpochSecond(), Fractions.truncate(instant.getNano(), digits));
    }

    @Override
    public Instant read(final ResultSet row, final int index) throws SQLException {
        final OffsetDateTime dateTime = row.getObject(index, OffsetDateTime.class);
        return dateTime == null ? null : truncate(dateTime.toInstant());
    }

    @Override
    public Object parameter(final Object value) {
        return ((Instant) value).atOffset(ZoneOffset.UTC);
    }
}
