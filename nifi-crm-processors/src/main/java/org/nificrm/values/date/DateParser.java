package org.nificrm.values.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;

/**
 * Reads dates. Safe for use by many threads; no exception is thrown on the way, whatever the text.
 */
public final class DateParser {
    private static final int LONGEST_TEXT = 100;
    private static final int LARGEST_MONTH = 12;
    private static final int LARGEST_DAY = 31;
    private static final int FIRST_COMPACT_YEAR = 1600;
    private static final int LAST_COMPACT_YEAR = 2200;
    /** Day 1 of a spreadsheet is 1900-01-01; the day 1900-02-29 that Excel believes in moves all later days by one. */
    private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);
    private static final int FIRST_SERIAL = 61;
    private static final int LAST_SERIAL = 73_050;
    private static final int SECONDS_PER_DAY = 86_400;

    private final DateOptions options;
    private final DateWords words = DateWords.shared();

    /**
     * @param options how dates are to be read
     */
    public DateParser(final DateOptions options) {
        this.options = options;
    }

    /**
     * @param raw a date field
     * @return the day with its time and offset as far as written, or why there is none
     */
    public DateReading parse(final String raw) {
        final DateReading iso = IsoDate.read(raw);
        if (iso != null) {
            return iso;
        }

        if (raw.isBlank()) {
            return DateReading.none(DateStatus.EMPTY);
        }

        return raw.length() > LONGEST_TEXT ? DateReading.none(DateStatus.UNREADABLE) : read(DateText.of(raw));
    }

    private DateReading read(final String text) {
        if (isNumber(text)) {
            return readNumber(text);
        }

        final ClockTime clock = ClockTime.takeFrom(text, words);
        final DateTokens tokens = DateTokens.of(clock.rest(), words);
        if (tokens == null) {
            return DateReading.none(DateStatus.UNREADABLE);
        }

        final DateReading day = tokens.numbersBeforeMonth() < 0 ? readNumbers(tokens, clock.time() != null) : readNamed(tokens);
        if (!day.isValid() || clock.impossible()) {
            return day.isValid() ? DateReading.none(DateStatus.IMPOSSIBLE) : day;
        }

        return new DateReading(DateStatus.VALID, day.date(), day.time() == null ? clock.time() : day.time(), clock.offset());
    }

    private static boolean isNumber(final String text) {
        int dots = 0;
        for (int i = 0; i < text.length(); i++) {
            dots += text.charAt(i) == '.' ? 1 : 0;
            if (text.charAt(i) != '.' && (text.charAt(i) < '0' || text.charAt(i) > '9')) {
                return false;
            }
        }

        return dots == 0 || dots == 1 && text.indexOf('.') == text.length() - 2 || dots == 1 && text.indexOf('.') > 4;
    }

    private DateReading readNumber(final String text) {
        final int dot = text.indexOf('.');
        final String digits = dot < 0 ? text : text.substring(0, dot);
        if (options.serials() && digits.length() <= 5) {
            return readSerial(Double.parseDouble(text));
        }

        return dot < 0 ? switch (digits.length()) {
            case 6, 8 -> readCompact(digits, false);
            case 12 -> withTime(readCompact(digits.substring(0, 8), false), digits.substring(8) + "00");
            case 10 -> readSeconds(digits);
            case 13, 16, 19 -> readEpoch(digits);
            case 14 -> withTime(readCompact(digits.substring(0, 8), false), digits.substring(8));
            default -> DateReading.none(DateStatus.UNREADABLE);
        } : DateReading.none(DateStatus.UNREADABLE);
    }

    private static DateReading readSerial(final double serial) {
        if (serial < FIRST_SERIAL || serial > LAST_SERIAL) {
            return DateReading.none(DateStatus.UNREADABLE);
        }

        final long days = (long) serial;
        final long seconds = Math.round((serial - days) * SECONDS_PER_DAY);
        final LocalDateTime dateTime = SERIAL_ZERO.plusDays(days).atStartOfDay().plusSeconds(seconds);
        return new DateReading(DateStatus.VALID, dateTime.toLocalDate(), seconds == 0 ? null : dateTime.toLocalTime(), null);
    }

    /** Seconds since 1970, from 2001 on; until 2038, for other numbers of this length are something else. */
    private static DateReading readSeconds(final String digits) {
        final boolean plausible = digits.charAt(0) != '0' && Long.parseLong(digits) <= Integer.MAX_VALUE;
        return plausible ? readEpoch(digits) : DateReading.none(DateStatus.UNREADABLE);
    }

    /** Milliseconds, microseconds or nanoseconds since 1970, by the number of digits. */
    private static DateReading readEpoch(final String digits) {
        final long seconds = Long.parseLong(digits.substring(0, 10));
        final long nanoseconds = Long.parseLong((digits.substring(10) + "000000000").substring(0, 9));
        final LocalDateTime dateTime = LocalDateTime.ofInstant(Instant.ofEpochSecond(seconds, nanoseconds), ZoneOffset.UTC);
        return new DateReading(DateStatus.VALID, dateTime.toLocalDate(), dateTime.toLocalTime(), ZoneOffset.UTC);
    }

    private DateReading readCompact(final String digits, final boolean withTime) {
        if (digits.length() == 8) {
            final int year = Integer.parseInt(digits.substring(0, 4));
            if (year >= FIRST_COMPACT_YEAR && year <= LAST_COMPACT_YEAR && date(year, number(digits, 4, 6), number(digits, 6, 8)) != null) {
                return valid(date(year, number(digits, 4, 6), number(digits, 6, 8)));
            }

            return dayAndMonth(number(digits, 0, 2), number(digits, 2, 4), Integer.parseInt(digits.substring(4)), false);
        }

        // Log files write the year first
        final DateOptions compact = withTime && options.order() == DateOrder.UNKNOWN ? DateOptions.of(DateOrder.YEAR_MONTH_DAY) : options;
        final LocalDate yearFirst = date(fullYear(number(digits, 0, 2)), number(digits, 2, 4), number(digits, 4, 6));
        if (yearFirst != null && (withTime || compact.order() == DateOrder.YEAR_MONTH_DAY)) {
            return valid(yearFirst);
        }

        return dayAndMonth(number(digits, 0, 2), number(digits, 2, 4), fullYear(number(digits, 4, 6)), false);
    }

    private static DateReading withTime(final DateReading day, final String digits) {
        final int hour = number(digits, 0, 2);
        final int minute = number(digits, 2, 4);
        final int second = number(digits, 4, 6);
        if (!day.isValid() || hour > 23 || minute > 59 || second > 59) {
            return day.isValid() ? DateReading.none(DateStatus.IMPOSSIBLE) : day;
        }

        return new DateReading(DateStatus.VALID, day.date(), LocalTime.of(hour, minute, second), null);
    }

    private DateReading readNamed(final DateTokens tokens) {
        final Set<Month> months = words.months(tokens.words(), options.locale());
        final List<String> numbers = tokens.numbers();
        if (numbers.isEmpty() || numbers.size() > 2) {
            return DateReading.none(DateStatus.UNREADABLE);
        }

        if (months.size() != 1) {
            return DateReading.none(DateStatus.AMBIGUOUS);
        }

        final int month = months.iterator().next().getValue();
        if (numbers.size() == 1) {
            return numbers.getFirst().length() == 4 ? monthOnly(year(numbers.getFirst()), month) : DateReading.none(DateStatus.UNREADABLE);
        }

        return readNamed(numbers.getFirst(), numbers.getLast(), month, tokens.numbersBeforeMonth());
    }

    private DateReading readNamed(final String first, final String second, final int month, final int numbersBeforeMonth) {
        if (isYear(first) && isYear(second)) {
            return DateReading.none(DateStatus.IMPOSSIBLE);
        }

        final boolean yearFirst = isYear(first) || !isYear(second) && numbersBeforeMonth == 1 && options.order() == DateOrder.YEAR_MONTH_DAY;
        if (numbersBeforeMonth == 2 && !isYear(first) && !isYear(second)) {
            return DateReading.none(DateStatus.AMBIGUOUS);
        }

        return yearFirst ? validOrImpossible(year(first), month, value(second)) : validOrImpossible(year(second), month, value(first));
    }

    private DateReading readNumbers(final DateTokens tokens, final boolean withTime) {
        final List<String> numbers = tokens.numbers();
        return switch (numbers.size()) {
            case 1 -> isCompact(numbers.getFirst(), withTime) ? readCompact(numbers.getFirst(), withTime) : DateReading.none(DateStatus.UNREADABLE);
            case 2 -> readMonth(numbers.getFirst(), numbers.getLast());
            case 3 -> readNumbers(numbers.get(0), numbers.get(1), numbers.get(2), tokens.dotted());
            default -> DateReading.none(DateStatus.UNREADABLE);
        };
    }

    private static boolean isCompact(final String number, final boolean withTime) {
        return !number.startsWith("'") && (number.length() == 8 || number.length() == 6 && withTime);
    }

    private DateReading readMonth(final String first, final String second) {
        if (first.length() == 4 && second.length() <= 2) {
            return monthOnly(value(first), value(second));
        }

        return second.length() == 4 && first.length() <= 2 ? monthOnly(value(second), value(first)) : DateReading.none(DateStatus.UNREADABLE);
    }

    private DateReading readNumbers(final String first, final String second, final String third, final boolean dotted) {
        if (second.length() > 2 || first.length() > 4 || third.length() > 4) {
            return DateReading.none(DateStatus.UNREADABLE);
        }

        if (isYear(first)) {
            return isYear(third) ? DateReading.none(DateStatus.IMPOSSIBLE) : validOrImpossible(year(first), value(second), value(third));
        }

        final boolean yearFirstPossible = first.length() == 2 && !isYear(third) && !dotted;
        if (!isYear(third) && options.order() == DateOrder.YEAR_MONTH_DAY && first.length() == 2) {
            return validOrImpossible(year(first), value(second), value(third));
        }

        final DateReading yearLast = dayAndMonth(value(first), value(second), year(third), dotted);
        if (options.order() != DateOrder.UNKNOWN || !yearFirstPossible || !yearLast.isValid()) {
            return yearLast;
        }

        final LocalDate yearFirst = date(year(first), value(second), value(third));
        return yearFirst == null || yearFirst.equals(yearLast.date()) ? yearLast : DateReading.none(DateStatus.AMBIGUOUS);
    }

    /** No country writes the month first between dots. */
    private DateReading dayAndMonth(final int first, final int second, final int year, final boolean dotted) {
        final LocalDate dayFirst = date(year, second, first);
        final LocalDate monthFirst = date(year, first, second);
        if (dayFirst == null && monthFirst == null) {
            return DateReading.none(DateStatus.IMPOSSIBLE);
        }

        if (dayFirst == null || monthFirst == null || dayFirst.equals(monthFirst)) {
            return valid(dayFirst == null ? monthFirst : dayFirst);
        }

        return switch (options.order()) {
            case DAY_MONTH_YEAR -> valid(dayFirst);
            case MONTH_DAY_YEAR -> valid(monthFirst);
            case YEAR_MONTH_DAY, UNKNOWN -> dotted ? valid(dayFirst) : DateReading.none(DateStatus.AMBIGUOUS);
        };
    }

    private static boolean isYear(final String number) {
        return number.length() > 2 || value(number) > LARGEST_DAY || number.startsWith("'");
    }

    private int year(final String number) {
        return number.length() > 2 && !number.startsWith("'") ? value(number) : fullYear(value(number));
    }

    private int fullYear(final int twoDigits) {
        if (twoDigits > 99) {
            return twoDigits;
        }

        final int year = options.pivotYear() - Math.floorMod(options.pivotYear(), 100) + twoDigits;
        return year < options.pivotYear() ? year + 100 : year;
    }

    private static int value(final String number) {
        final String digits = number.startsWith("'") ? number.substring(1) : number;
        return digits.length() > 4 ? Integer.MAX_VALUE : Integer.parseInt(digits);
    }

    private static int number(final String digits, final int start, final int end) {
        return Integer.parseInt(digits, start, end, 10);
    }

    private static DateReading monthOnly(final int year, final int month) {
        final LocalDate date = date(year, month, 1);
        return date == null ? DateReading.none(DateStatus.IMPOSSIBLE) : new DateReading(DateStatus.MONTH_ONLY, date, null, null);
    }

    private static DateReading validOrImpossible(final int year, final int month, final int day) {
        final LocalDate date = date(year, month, day);
        return date == null ? DateReading.none(DateStatus.IMPOSSIBLE) : valid(date);
    }

    private static DateReading valid(final LocalDate date) {
        return new DateReading(DateStatus.VALID, date, null, null);
    }

    /** Null when there is no such day. */
    static LocalDate date(final int year, final int month, final int day) {
        if (year < 1 || year > 9999 || month < 1 || month > LARGEST_MONTH || day < 1 || day > LARGEST_DAY) {
            return null;
        }

        final boolean exists = day <= Month.of(month).length(Year.isLeap(year));
        return exists ? LocalDate.of(year, month, day) : null;
    }
}
