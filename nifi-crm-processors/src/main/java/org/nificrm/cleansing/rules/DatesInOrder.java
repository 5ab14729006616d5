package org.nificrm.cleansing.rules;

import org.apache.nifi.record.path.RecordPath;
import org.apache.nifi.record.path.exception.RecordPathException;
import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.Tally;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;
import org.nificrm.document.DocumentObject;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Dates anywhere in the record of which none may lie before another: no order is older than the customer. */
record DatesInOrder(Place earlier, Place later) {

    static final String CODE = "DATES_OUT_OF_ORDER";

    /** A path as it is written, and compiled. */
    private record Place(String text, RecordPath path) {
    }

    /** Reads <code>{"earlier": "/customer_since", "later": "/orders[*]/order_date"}</code>; what is wrong with it is noted. */
    static Optional<DatesInOrder> read(final DocumentObject pair) {
        try (pair) {
            final Optional<Place> earlier = place(pair, "earlier");
            final Optional<Place> later = place(pair, "later");
            return earlier.flatMap(first -> later.map(second -> new DatesInOrder(first, second)));
        }
    }

    private static Optional<Place> place(final DocumentObject pair, final String key) {
        final Optional<String> text = pair.text(key);
        try {
            if (text.isPresent() && text.get().startsWith("/")) {
                return Optional.of(new Place(text.get(), RecordPath.compile(text.get())));
            }
        } catch (final RecordPathException e) {
            // told below
        }

        pair.problem(key, "must be a record path to a date, for example '/orders[*]/order_date'");
        return Optional.empty();
    }

    /** The pairs of dates there are, and how many of them are in order; those that are not are reported. */
    Tally check(final WorkingRecord record) {
        final List<LocalDate> first = days(record, earlier);
        final List<LocalDate> second = first.isEmpty() ? List.of() : days(record, later);
        if (second.isEmpty()) {
            return Tally.NONE;
        }

        final LocalDate latest = first.stream().max(LocalDate::compareTo).orElseThrow();
        final int inOrder = (int) second.stream().filter(day -> !day.isBefore(latest)).count();
        if (inOrder < second.size()) {
            record.report(CODE, Severity.WARNING, later.text, Dimension.CONSISTENCY, Action.KEPT, "A date lies before that in %s".formatted(earlier.text));
        }

        return new Tally(second.size(), inOrder);
    }

    private static List<LocalDate> days(final WorkingRecord record, final Place place) {
        return record.values(place.path).stream().map(Dates::day).filter(Objects::nonNull).toList();
    }
}
