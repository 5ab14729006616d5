package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.date.DateOptions;
import org.nificrm.values.date.DateOrder;
import org.nificrm.values.date.DateParser;
import org.nificrm.values.date.DateReading;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Dates: the day, and the day with its time. */
final class DateSuites {

    private static final Map<DateOrder, DateParser> PARSERS = new EnumMap<>(DateOrder.class);
    private static final int DAY_LENGTH = 10;
    /** The suites keep microseconds at best. */
    private static final Duration TOLERANCE = Duration.ofNanos(1_000);

    static {
        for (final DateOrder order : DateOrder.values()) {
            PARSERS.put(order, new DateParser(DateOptions.of(order)));
        }
    }

    private DateSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("dates, day", "dates.csv", 85, 60.5, row -> Optional.of(day(row))),
                new Suite("dates, day, zh and ja", "dates.csv", 98, 90.9,
                        row -> row.path("lang").asText().startsWith("zh") ? Optional.of(day(row)) : Optional.empty()),
                new Suite("dates, day and time", "dates.csv", 85, Suite.NOT_MEASURED, row -> Optional.of(dayAndTime(row)))
        );
    }

    private static Suite.Answer day(final JsonNode row) {
        final String expected = row.path("expected").asText();
        final String got = read(row);
        return Suite.Answer.ofExact(row.path("input").asText(), firstCharacters(expected), firstCharacters(got));
    }

    private static Suite.Answer dayAndTime(final JsonNode row) {
        final String expected = row.path("expected").asText();
        final String got = read(row);
        final boolean right = expected.isEmpty() || got.isEmpty() ? expected.equals(got) : isClose(expected, got);
        return new Suite.Answer(row.path("input").asText(), expected, got, right);
    }

    private static boolean isClose(final String first, final String second) {
        return Duration.between(LocalDateTime.parse(first), LocalDateTime.parse(second)).abs().compareTo(TOLERANCE) < 0;
    }

    private static String read(final JsonNode row) {
        final DateOrder order = switch (row.path("order").asText()) {
            case "MDY" -> DateOrder.MONTH_DAY_YEAR;
            case "YMD" -> DateOrder.YEAR_MONTH_DAY;
            default -> DateOrder.UNKNOWN;
        };
        final DateReading reading = PARSERS.get(order).parse(row.path("input").asText());
        if (reading.date() == null) {
            return "";
        }

        final boolean inUtc = "utc".equals(row.path("zone").asText());
        return inUtc
                ? reading.toOffsetDateTime(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime().toString()
                : reading.toLocalDateTime().toString();
    }

    private static String firstCharacters(final String dateTime) {
        return dateTime.substring(0, Math.min(DAY_LENGTH, dateTime.length()));
    }
}
