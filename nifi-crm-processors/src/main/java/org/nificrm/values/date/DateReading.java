package org.nificrm.values.date;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * What a date field holds.
 *
 * @param status how far the text was understood
 * @param date the day as written; null unless the status is VALID or MONTH_ONLY
 * @param time the time of day, null without one
 * @param offset the offset from UTC, null without one; names such as CST, which stand for several offsets, are not one
 */
public record DateReading(DateStatus status, LocalDate date, LocalTime time, ZoneOffset offset) {

    public DateReading {
        final boolean understood = status == DateStatus.VALID || status == DateStatus.MONTH_ONLY;
        if (understood == (date == null)) {
            throw new IllegalArgumentException("A date goes with the status VALID or MONTH_ONLY only");
        }

        if (date == null && time != null || time == null && offset != null) {
            throw new IllegalArgumentException("An offset needs a time and a time needs a date");
        }
    }

    static DateReading none(final DateStatus status) {
        return new DateReading(status, null, null, null);
    }

    /**
     * @return whether the text names one day
     */
    public boolean isValid() {
        return status == DateStatus.VALID;
    }

    /**
     * @return date and time as written, midnight without a time
     */
    public LocalDateTime toLocalDateTime() {
        return time == null ? date.atStartOfDay() : date.atTime(time);
    }

    /**
     * @param assumed the offset when the text has none
     * @return the instant with its offset
     */
    public OffsetDateTime toOffsetDateTime(final ZoneOffset assumed) {
        return toLocalDateTime().atOffset(offset == null ? assumed : offset);
    }
}
