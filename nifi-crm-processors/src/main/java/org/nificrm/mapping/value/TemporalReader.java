package org.nificrm.mapping.value;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads dates and times by patterns in order. A text that two of the patterns read as different days, because they exchange
 * day and month, is an error.
 */
public final class TemporalReader {

    /** Common ways to write a date; where day and month may be exchanged, both orders, so that a doubt is an error. */
    public static final List<String> DATES = List.of("yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日",
            "d/M/yyyy", "M/d/yyyy", "d-M-yyyy", "M-d-yyyy", "d.M.yyyy", "d MMM yyyy", "MMM d, yyyy");
    public static final List<String> TIMES = List.of("ISO_LOCAL_TIME", "H:mm:ss", "H:mm", "HHmmss");
    public static final List<String> DATE_TIMES = List.of("ISO_OFFSET_DATE_TIME", "ISO_LOCAL_DATE_TIME", "yyyy-M-d H:mm:ss", "yyyy-M-d H:mm:ss.SSS",
            "yyyy-M-d H:mm", "yyyy/M/d H:mm:ss", "yyyy/M/d H:mm", "yyyyMMddHHmmss", "d/M/yyyy H:mm:ss", "M/d/yyyy H:mm:ss", "d/M/yyyy H:mm", "M/d/yyyy H:mm");

    private final List<TemporalPattern> patterns = new ArrayList<>();
    private final List<List<TemporalPattern>> rivals = new ArrayList<>();
    private final ZoneId zone;

    /**
     * @param locale names of months and days
     * @param zone   in which texts without an offset are meant
     * @throws IllegalArgumentException if a pattern is not one
     */
    public TemporalReader(final List<String> patterns, final Locale locale, final ZoneId zone) {
        this.zone = zone;
        patterns.forEach(pattern -> this.patterns.add(new TemporalPattern(pattern, locale)));
        for (final TemporalPattern pattern : this.patterns) {
            rivals.add(this.patterns.stream().filter(pattern::exchangesDayAndMonthWith).toList());
        }
    }

    ZoneId zone() {
        return zone;
    }

    /**
     * The text as a date, a time or both, whatever the first matching pattern gives.
     *
     * @throws MappingFailure MAP_DATE_AMBIGUOUS if another pattern gives another day, MAP_TYPE if none matches
     */
    TemporalAccessor read(final String text) throws MappingFailure {
        final String value = text.strip();
        for (int i = 0; i < patterns.size(); i++) {
            final Optional<TemporalAccessor> read = patterns.get(i).read(value);
            if (read.isPresent()) {
                refuseRivals(value, patterns.get(i), read.get(), rivals.get(i));
                return read.get();
            }
        }

        throw new MappingFailure(FailureCode.MAP_TYPE, "value %s is written in none of the formats %s".formatted(MappingFailure.quote(value), patterns));
    }

    private void refuseRivals(final String value, final TemporalPattern pattern, final TemporalAccessor read, final List<TemporalPattern> others)
            throws MappingFailure {
        for (final TemporalPattern other : others) {
            final Optional<TemporalAccessor> different = other.read(value).filter(reading -> !date(reading).equals(date(read)));
            if (different.isPresent()) {
                throw new MappingFailure(FailureCode.MAP_DATE_AMBIGUOUS, "value %s is %s by format '%s' and %s by '%s'; configure the one the source uses"
                        .formatted(MappingFailure.quote(value), date(read), pattern, date(different.get()), other));
            }
        }
    }

    /** The date in the reader's zone, or null if there is none. */
    LocalDate date(final TemporalAccessor temporal) {
        final ZonedDateTime instant = instant(temporal);
        return instant == null ? temporal.query(TemporalQueries.localDate()) : instant.toLocalDate();
    }

    /** The time in the reader's zone, or null if there is none. */
    LocalTime time(final TemporalAccessor temporal) {
        final ZonedDateTime instant = instant(temporal);
        return instant == null ? temporal.query(TemporalQueries.localTime()) : instant.toLocalTime();
    }

    /** Date and time in the reader's zone, a date alone at its start; null if there is no date. */
    ZonedDateTime dateTime(final TemporalAccessor temporal) {
        final ZonedDateTime instant = instant(temporal);
        if (instant != null) {
            return instant;
        }

        final LocalDate date = temporal.query(TemporalQueries.localDate());
        final LocalTime time = temporal.query(TemporalQueries.localTime());
        return date == null ? null : LocalDateTime.of(date, time == null ? LocalTime.MIDNIGHT : time).atZone(zone);
    }

    /** Only a text with an offset or a zone fixes an instant. */
    private ZonedDateTime instant(final TemporalAccessor temporal) {
        return temporal.isSupported(ChronoField.INSTANT_SECONDS) ? Instant.from(temporal).atZone(zone) : null;
    }
}
