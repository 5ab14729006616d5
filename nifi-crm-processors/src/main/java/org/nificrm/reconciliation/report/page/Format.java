package org.nificrm.reconciliation.report.page;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Figures as people read them. */
final class Format {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss z", Locale.ENGLISH);

    private Format() {
    }

    static String count(final long count) {
        return String.format(Locale.ENGLISH, "%,d", count);
    }

    static String records(final long count) {
        return count(count) + (count == 1 ? " record" : " records");
    }

    /** Never rounded up to 100 % or down to 0 %, which would hide the exception. */
    static String percent(final double share) {
        final double percent = share * 100;
        if (percent > 99.99 && share < 1) {
            return "> 99.99 %";
        }

        if (percent < 0.01 && share > 0) {
            return "< 0.01 %";
        }

        return String.format(Locale.ENGLISH, percent == Math.rint(percent) ? "%.0f %%" : "%.2f %%", percent);
    }

    static String figure(final double figure) {
        return String.format(Locale.ENGLISH, "%.2f", figure);
    }

    static String rate(final long records, final Duration duration) {
        return duration.isZero() ? "–" : count(Math.round(records * 1000.0 / duration.toMillis())) + "/s";
    }

    /** The two greatest units. */
    static String duration(final Duration duration) {
        if (duration.toDays() > 0) {
            return units(duration.toDays(), "d", duration.toHoursPart(), "h");
        }

        if (duration.toHours() > 0) {
            return units(duration.toHours(), "h", duration.toMinutesPart(), "min");
        }

        if (duration.toMinutes() > 0) {
            return units(duration.toMinutes(), "min", duration.toSecondsPart(), "s");
        }

        return duration.toSeconds() > 0 ? String.format(Locale.ENGLISH, "%.1f s", duration.toMillis() / 1000.0) : duration.toMillis() + " ms";
    }

    private static String units(final long greater, final String greaterUnit, final long less, final String lessUnit) {
        return greater + " " + greaterUnit + (less == 0 ? "" : " " + less + " " + lessUnit);
    }

    static String time(final Instant time, final ZoneId zone) {
        return TIME.format(time.atZone(zone));
    }
}
