package org.nificrm.cleansing.rules;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Month;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Date;

/** Dates in the types that NiFi's records have. */
final class Dates {

    private static final int ISO_LENGTH = 10;
    private static final int LARGEST_MONTH = 12;

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
        if (text.length() < ISO_LENGTH || text.charAt(4) != '-' || text.charAt(7) != '-' || text.length() > ISO_LENGTH && Character.isDigit(text.charAt(ISO_LENGTH))) {
            return null;
        }

        final int year = number(text, 0, 4);
        final int month = number(text, 5, 7);
        final int day = number(text, 8, ISO_LENGTH);
        final boolean exists = year >= 0 && month >= 1 && month <= LARGEST_MONTH && day >= 1 && day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }

    /** -1 where there are other characters than digits. */
    private static int number(final String text, final int start, final int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            final int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }

            number = number * 10 + digit;
        }

        return number;
    }
}
