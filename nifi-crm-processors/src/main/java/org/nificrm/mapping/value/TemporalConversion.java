package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;

import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAccessor;

/** A date, a time of day or a timestamp, as the classes of {@code java.sql} that NiFi's record writers know. */
public final class TemporalConversion implements Conversion {

    private final RecordFieldType type;
    private final TemporalReader reader;

    /** @param type DATE, TIME or TIMESTAMP */
    public TemporalConversion(final RecordFieldType type, final TemporalReader reader) {
        this.type = type;
        this.reader = reader;
    }

    @Override
    public DataType dataType() {
        return type.getDataType();
    }

    @Override
    public Object convert(final Object value) throws MappingFailure {
        final TemporalAccessor temporal = temporal(value);
        final Object converted = switch (type) {
            case DATE -> sqlDate(reader.date(temporal));
            case TIME -> sqlTime(reader.time(temporal));
            default -> sqlTimestamp(reader.dateTime(temporal));
        };

        if (converted == null) {
            throw new MappingFailure(FailureCode.MAP_TYPE, "value %s has no %s".formatted(MappingFailure.quote(value), type == RecordFieldType.TIME ? "time" : "date"));
        }

        return converted;
    }

    private TemporalAccessor temporal(final Object value) throws MappingFailure {
        return switch (value) {
            case final Timestamp timestamp -> timestamp.toInstant().atZone(ZoneId.systemDefault());
            case final Date date -> date.toLocalDate();
            case final Time time -> time.toLocalTime();
            case final java.util.Date date -> date.toInstant().atZone(ZoneId.systemDefault());
            case final LocalDateTime dateTime -> dateTime;
            case final LocalDate date -> date;
            case final LocalTime time -> time;
            case final ZonedDateTime dateTime -> dateTime;
            case final Instant instant -> instant.atZone(reader.zone());
            default -> reader.read(ValueText.of(value));
        };
    }

    private static Date sqlDate(final LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }

    private static Time sqlTime(final LocalTime time) {
        return time == null ? null : Time.valueOf(time);
    }

    private static Timestamp sqlTimestamp(final ZonedDateTime dateTime) {
        return dateTime == null ? null : Timestamp.from(dateTime.toInstant());
    }
}
