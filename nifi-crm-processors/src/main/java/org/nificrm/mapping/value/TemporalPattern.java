package org.nificrm.mapping.value;

import java.text.ParsePosition;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One way to write a date, a time or both: a pattern of {@link DateTimeFormatter}, the name of one of its constants, or
 * {@code EPOCH_MILLIS} or {@code EPOCH_SECONDS}. Reading is strict: there is no 30 February.
 */
final class TemporalPattern {

    private static final Map<String, DateTimeFormatter> NAMED = Map.ofEntries(
            Map.entry("BASIC_ISO_DATE", DateTimeFormatter.BASIC_ISO_DATE),
            Map.entry("ISO_LOCAL_DATE", DateTimeFormatter.ISO_LOCAL_DATE),
            Map.entry("ISO_OFFSET_DATE", DateTimeFormatter.ISO_OFFSET_DATE),
            Map.entry("ISO_DATE", DateTimeFormatter.ISO_DATE),
            Map.entry("ISO_LOCAL_TIME", DateTimeFormatter.ISO_LOCAL_TIME),
            Map.entry("ISO_OFFSET_TIME", DateTimeFormatter.ISO_OFFSET_TIME),
            Map.entry("ISO_TIME", DateTimeFormatter.ISO_TIME),
            Map.entry("ISO_LOCAL_DATE_TIME", DateTimeFormatter.ISO_LOCAL_DATE_TIME),
            Map.entry("ISO_OFFSET_DATE_TIME", DateTimeFormatter.ISO_OFFSET_DATE_TIME),
            Map.entry("ISO_ZONED_DATE_TIME", DateTimeFormatter.ISO_ZONED_DATE_TIME),
            Map.entry("ISO_DATE_TIME", DateTimeFormatter.ISO_DATE_TIME),
            Map.entry("ISO_INSTANT", DateTimeFormatter.ISO_INSTANT),
            Map.entry("RFC_1123_DATE_TIME", DateTimeFormatter.RFC_1123_DATE_TIME));
    private static final Map<String, Long> EPOCH_UNIT_MILLIS = Map.of("EPOCH_MILLIS", 1L, "EPOCH_SECONDS", 1000L);

    private final String text;
    private final DateTimeFormatter formatter;
    private final NumericPattern numeric;
    private final long epochUnitMillis;

    /** @throws IllegalArgumentException if the text is neither a pattern nor one of the names */
    TemporalPattern(final String text, final Locale locale) {
        this.text = text;
        epochUnitMillis = EPOCH_UNIT_MILLIS.getOrDefault(text, 0L);
        formatter = epochUnitMillis == 0 ? formatter(text, locale) : null;
        numeric = NumericPattern.of(prolepticYear(text)).orElse(null);
    }

    private static DateTimeFormatter formatter(final String text, final Locale locale) {
        final DateTimeFormatter named = NAMED.get(text);
        if (named != null) {
            return named.withResolverStyle(ResolverStyle.STRICT);
        }

        return new DateTimeFormatterBuilder().parseCaseInsensitive().appendPattern(prolepticYear(text))
                .toFormatter(locale).withResolverStyle(ResolverStyle.STRICT);
    }

    /** {@code y} is the year of an era, which a strict reader refuses without an era; people mean {@code u}. */
    private static String prolepticYear(final String pattern) {
        final StringBuilder converted = new StringBuilder(pattern.length());
        boolean quoted = false;
        for (final char character : pattern.toCharArray()) {
            quoted ^= character == '\'';
            converted.append(character == 'y' && !quoted && pattern.indexOf('G') < 0 ? 'u' : character);
        }

        return converted.toString();
    }

    /** What the text says, if it is written this way. */
    Optional<TemporalAccessor> read(final String value) {
        if (numeric != null) {
            return Optional.ofNullable(numeric.read(value));
        }

        if (formatter == null) {
            return readEpoch(value);
        }

        final ParsePosition position = new ParsePosition(0);
        if (formatter.parseUnresolved(value, position) == null || position.getIndex() < value.length()) {
            return Optional.empty();
        }

        try {
            return Optional.of(formatter.parse(value));
        } catch (final DateTimeException e) {
            return Optional.empty();
        }
    }

    private Optional<TemporalAccessor> readEpoch(final String value) {
        try {
            return Optional.of(Instant.ofEpochMilli(Math.multiplyExact(Long.parseLong(value), epochUnitMillis)).atOffset(ZoneOffset.UTC));
        } catch (final NumberFormatException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /** Whether both patterns read the same texts, with day and month exchanged. */
    boolean exchangesDayAndMonthWith(final TemporalPattern other) {
        return !text.equals(other.text) && !numericDate(text).equals(numericDate(other.text))
                && anyOrder(numericDate(text)).equals(anyOrder(numericDate(other.text)));
    }

    /** The pattern with numeric days and months of any width written as one letter. */
    private static String numericDate(final String pattern) {
        return pattern.replaceAll("(?<!M)MM?(?!M)", "M").replaceAll("d+", "d").replace('y', 'u');
    }

    private static String anyOrder(final String numericDate) {
        return numericDate.replace('M', 'd');
    }

    @Override
    public String toString() {
        return text;
    }
}
