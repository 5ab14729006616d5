package org.nificrm.delivery.convert;

import org.nificrm.delivery.UnfitValueException;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAccessor;

/**
 * Date and time of any value that a record may hold. Text is ISO 8601, with a blank in place of the T too. What has no
 * offset is in the machine's time zone, as NiFi's readers have it.
 */
public final class Times {

    private static final DateTimeFormatter TEXT = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE)
            .optionalStart().appendPattern("['T'][' ']").append(DateTimeFormatter.ISO_LOCAL_TIME)
            .optionalStart().appendOffset("+HH:MM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HHMM", "Z").optionalEnd()
            .optionalStart().appendOffset("+HH", "Z").optionalEnd()
            .optionalEnd()
            .toFormatter();

    private Times() {
    }

    public static LocalDateTime dateTime(final String field, final Object value) throws UnfitValueException {
        return switch (value) {
            case java.sql.Timestamp timestamp -> timestamp.toLocalDateTime();
            case java.sql.Date date -> date.toLocalDate().atStartOfDay();
            case java.util.Date date -> local(date.toInstant());
            case LocalDateTime dateTime -> dateTime;
            case LocalDate date -> date.atStartOfDay();
            case OffsetDateTime dateTime -> local(dateTime.toInstant());
            case ZonedDateTime dateTime -> local(dateTime.toInstant());
            case Instant instant -> local(instant);
            case Number milliseconds -> local(Instant.ofEpochMilli(milliseconds.longValue()));
            case String text -> switch (parse(field, text)) {
                case OffsetDateTime dateTime -> local(dateTime.toInstant());
                case LocalDateTime dateTime -> dateTime;
                case TemporalAccessor date -> LocalDate.from(date).atStartOfDay();
            };
            default -> throw Unfit.wrongType(field, "date and time");
        };
    }

    /** Day of the calendar of a value that has no time of day, or that of midnight. */
    public static LocalDate date(final String field, final Object value) throws UnfitValueException {
        final LocalDateTime dateTime = dateTime(field, value);
        if (!dateTime.toLocalTime().equals(LocalTime.MIDNIGHT)) {
            throw Unfit.loses(field, "its time of day");
        }

        return dateTime.toLocalDate();
    }

    private static LocalDateTime local(final Instant instant) {
        return LocalDateTime.ofInstant(instant, ZoneId.systemDefault());
    }

    private static TemporalAccessor parse(final String field, final String text) throws UnfitValueException {
        try {
            return TEXT.parseBest(text.strip(), OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
        } catch (final DateTimeParseException e) {
            throw Unfit.wrongType(field, "date or time of ISO 8601");
        }
    }

    public static Instant instant(final String field, final Object value) throws UnfitValueException {
        return switch (value) {
            case java.sql.Timestamp timestamp -> timestamp.toInstant();
            case Instant instant -> instant;
            case OffsetDateTime dateTime -> dateTime.toInstant();
            case ZonedDateTime dateTime -> dateTime.toInstant();
            case Number milliseconds -> Instant.ofEpochMilli(milliseconds.longValue());
            case String text when parse(field, text) instanceof OffsetDateTime dateTime -> dateTime.toInstant();
            default -> dateTime(field, value).atZone(ZoneId.systemDefault()).toInstant();
        };
    }

    public static LocalTime time(final String field, final Object value) throws UnfitValueException {
        try {
            return switch (value) {
                case java.sql.Time time -> time.toLocalTime();
                case LocalTime time -> time;
                case String text -> LocalTime.parse(text.strip());
                default -> throw Unfit.wrongType(field, "time of day");
            };
        } catch (final DateTimeParseException e) {
            throw Unfit.wrongType(field, "time of day of ISO 8601");
        }
    }
}
