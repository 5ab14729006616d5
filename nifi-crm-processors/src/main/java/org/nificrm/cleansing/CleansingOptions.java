package org.nificrm.cleansing;

import org.nificrm.values.date.DateOrder;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * What is set beside the rules document, since it is changed most often.
 *
 * @param locale            language and region by which names, numbers and dates are read; {@link Locale#ROOT} if unknown
 * @param requiredFields    fields without which a record goes aside: names of roles or of fields at the top level, each element the
 *                          alternatives of which one suffices
 * @param placeholderPolicy what becomes of values that stand for nothing
 * @param dateOrder         order of day and month where a date does not tell
 * @param clock             today, for birth dates
 */
public record CleansingOptions(Locale locale, List<List<String>> requiredFields, PlaceholderPolicy placeholderPolicy, DateOrder dateOrder, Clock clock) {

    /** Nothing required, placeholders cleared, ambiguous dates left alone. */
    public static final CleansingOptions DEFAULT = new CleansingOptions(Locale.ROOT, List.of(), PlaceholderPolicy.CLEAR, DateOrder.UNKNOWN, Clock.systemUTC());

    public CleansingOptions {
        Objects.requireNonNull(locale, "locale");
        Objects.requireNonNull(placeholderPolicy, "placeholderPolicy");
        Objects.requireNonNull(dateOrder, "dateOrder");
        Objects.requireNonNull(clock, "clock");
        requiredFields = requiredFields.stream().map(List::copyOf).toList();
    }

    public CleansingOptions withRequiredFields(final List<List<String>> newRequiredFields) {
        return new CleansingOptions(locale, newRequiredFields, placeholderPolicy, dateOrder, clock);
    }

    public CleansingOptions withPlaceholderPolicy(final PlaceholderPolicy newPolicy) {
        return new CleansingOptions(locale, requiredFields, newPolicy, dateOrder, clock);
    }
}
