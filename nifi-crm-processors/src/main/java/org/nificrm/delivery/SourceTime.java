package org.nificrm.delivery;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;

/** Reads the instant at which a source changed a record from whatever type its timestamp field has. */
final class SourceTime {

    private SourceTime() {
    }

    /**
     * @param value a type of java.time, a date, milliseconds since 1970 or ISO 8601 text; without an offset the time zone
     *              is the machine's
     * @return null if the value is null
     * @throws UnfitValueException if it is none of these
     */
    static Instant read(final String field, final Object value) throws UnfitValueException {
        return switch (value) {
            case null -> null;
            case Instant instant -> instant;
            case OffsetDateTime time -> time.toInstant();
            case ZonedDateTime time -> time.toInstant();
            case LocalDateTime time -> time.atZone(ZoneId.systemDefault()).toInstant();
            case LocalDate date -> date.atStartOfDay(ZoneId.systemDefault()).toInstant();
            case java.sql.Date date -> read(field, date.toLocalDate());
            case Date date -> date.toInstant();
            case Number milliseconds -> Instant.ofEpochMilli(milliseconds.longValue());
            case String text -> parse(field, text.strip());
            default -> throw unreadable(field);
        };
    }

    private static Instant parse(final String field, final String text) throws UnfitValueException {
        try {
            if (text.matches("[+-]?\\d{1,19}")) {
                return Instant.ofEpochMilli(Long.parseLong(text));
            }

            final String iso = text.replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
            if (iso.length() == "2000-01-01".length()) {
                return read(field, LocalDate.parse(iso));
            }

            return iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") ? OffsetDateTime.parse(withColon(iso)).toInstant() : read(field, LocalDateTime.parse(iso));
        } catch (final DateTimeParseException | NumberFormatException e) {
            throw unreadable(field);
        }
    }

    /** CRMs write offsets as {@code +0800} too, which ISO 8601 allows and java.time does not read. */
    private static String withColon(final String iso) {
        return iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2");
    }

    private static UnfitValueException unreadable(final String field) {
        return new UnfitValueException("TIMESTAMP_UNREADABLE",
                "Source Timestamp Field '%s' holds no timestamp. Map it to a timestamp or to ISO 8601 text".formatted(field));
    }
}
