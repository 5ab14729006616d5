package org.nificrm.delivery.rest;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** Reads the header Retry-After (RFC 9110, section 10.2.3): seconds or a date. */
public final class RetryAfter {

    private RetryAfter() {
    }

    /**
     * @param value header's value
     * @param now   what a date is relative to
     * @return how long to wait, never negative; empty if the value is neither seconds nor a date
     */
    public static Optional<Duration> parse(final String value, final Instant now) {
        final String text = value.strip();
        if (!text.isEmpty() && text.length() <= 9 && text.chars().allMatch(character -> character >= '0' && character <= '9')) {
            return Optional.of(Duration.ofSeconds(Long.parseLong(text)));
        }

        try {
            final Duration wait = Duration.between(now, ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (final DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
