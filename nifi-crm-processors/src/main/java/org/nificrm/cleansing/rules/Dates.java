package org.nificrm.cleansing.rules;

import org.nificrm.values.date.IsoDate;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/** Dates in the types that NiFi's records have. */
final class Dates {

    private static final int ISO_LENGTH = 10;

    private Dates() {
    }

    /** The day, or null if the value is no date; texts only in ISO 8601. */
    static LocalDate day(final Object value) {
        return switch (value) {
            case null -> null;
            case final LocalDate date -> date;
            case final LocalDateTime dateTime -> dateTime.toLocalDate();
            case final OffsetDateTime dateTime -> dateTime.toLocalDate();
            case final ZonedDateTime dateTime -> dateTime.toLocalDate();
            case final Instant instant -> instant.atZone(ZoneOffset.UTC).toLocalDate();
            case final java.sql.Date date -> date.toLocalDate();
            case final Date date -> date.toInstant().atZone(ZoneOffset.UTC).toLocalDate();
            case final String text -> isoDay(text);
            default -> null;
        };
    }

    private static LocalDate isoDay(final String text) {
        final boolean iso = text.length() >= ISO_LENGTH && text.charAt(4) == '-' && (text.length() == ISO_LENGTH || !Character.isDigit(text.charAt(ISO_LENGTH)));
        return iso ? IsoDate.day(text) : null;
    }
}
