package org.nificrm.values.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;

/**
 * The spellings of ISO 8601 that systems exchange, read without regular expressions.
 */
public final class IsoDate {
    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 16;
    private static final int SECONDS_LENGTH = 19;

    private IsoDate() {
    }

    /**
     * @return the reading of a valid date such as 2021-03-04, 2021/03/04 or 2021-03-04T05:06:07Z, null for any other text
     */
    static DateReading read(final String text) {
        final int length = text.length();
        final LocalDate date = day(text);
        if (date == null || length == DATE_LENGTH) {
            return date == null ? null : new DateReading(DateStatus.VALID, date, null, null);
        }

        final boolean utc = text.charAt(length - 1) == 'Z';
        final LocalTime time = time(text, utc ? length - 1 : length);
        return time == null ? null : new DateReading(DateStatus.VALID, date, time, utc ? ZoneOffset.UTC : null);
    }

    /**
     * @return the day that a text begins with, such as 2021-03-04 or 2021/03/04, null where there is none
     */
    public static LocalDate day(final String text) {
        final boolean separated = text.length() >= DATE_LENGTH && text.charAt(4) == text.charAt(7) && (text.charAt(4) == '-' || text.charAt(4) == '/');
        return separated ? DateParser.date(number(text, 0, 4), number(text, 5, 7), number(text, 8, DATE_LENGTH)) : null;
    }

    private static LocalTime time(final String text, final int end) {
        final boolean separated = end >= MINUTES_LENGTH && (text.charAt(DATE_LENGTH) == 'T' || text.charAt(DATE_LENGTH) == ' ') && text.charAt(13) == ':';
        if (!separated || end != MINUTES_LENGTH && (end != SECONDS_LENGTH || text.charAt(MINUTES_LENGTH) != ':')) {
            return null;
        }

        final int hour = number(text, 11, 13);
        final int minute = number(text, 14, 16);
        final int second = end == MINUTES_LENGTH ? 0 : number(text, 17, 19);
        final boolean exists = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return exists ? LocalTime.of(hour, minute, second) : null;
    }

    /** Negative when a character is no digit. */
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
