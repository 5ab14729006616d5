package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.date.DateOptions;
import org.nificrm.values.date.DateParser;
import org.nificrm.values.date.DateReading;

import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumSet;

/** Birth dates are days of ISO 8601 that a living person can have been born on. */
public final class DateRule extends FieldRule {

    private static final int DEFAULT_OLDEST_AGE = 120;
    private static final int CENTURY = 100;

    private final DateParser parser;
    private final Clock clock;
    private final int oldestAge;

    public DateRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.BIRTH_DATE));
        this.clock = settings.general().clock();
        this.oldestAge = settings.options().integer("oldestAge", DEFAULT_OLDEST_AGE, 1, 1_000);
        final DateOptions options = DateOptions.of(settings.general().dateOrder()).withLocale(settings.general().locale())
                .withPivotYear(LocalDate.now(clock).getYear() - CENTURY + 1);
        this.parser = new DateParser(settings.options().flag("serials", false) ? options.withSerials() : options);
    }

    @Override
    protected void apply(final WorkingField field) {
        final LocalDate day = Dates.day(field.value());
        if (day != null) {
            checkRange(field, day);
        } else if (field.text() != null) {
            read(field, field.text());
        }
    }

    private void read(final WorkingField field, final String text) {
        final DateReading reading = parser.parse(text);
        switch (reading.status()) {
            case VALID -> {
                field.rewrite("DATE_FORMATTED", reading.date().toString(), "Written in ISO 8601");
                checkRange(field, reading.date());
            }
            case MONTH_ONLY -> field.keep("DATE_INCOMPLETE", Severity.WARNING, Dimension.VALIDITY, "Year and month without a day");
            case AMBIGUOUS -> field.keep("DATE_AMBIGUOUS", Severity.WARNING, Dimension.VALIDITY, "Can be read as two days; set the Date Order");
            case IMPOSSIBLE -> field.keep("DATE_INVALID", Severity.WARNING, Dimension.VALIDITY, "There is no such day");
            case UNREADABLE, EMPTY -> field.keep("DATE_INVALID", Severity.WARNING, Dimension.VALIDITY, "No date");
        }
    }

    private void checkRange(final WorkingField field, final LocalDate day) {
        final LocalDate today = LocalDate.now(clock);
        if (day.isAfter(today)) {
            field.keep("BIRTH_DATE_IN_FUTURE", Severity.WARNING, Dimension.VALIDITY, "A birth date in the future");
        } else if (day.isBefore(today.minusYears(oldestAge))) {
            field.keep("BIRTH_DATE_TOO_EARLY", Severity.WARNING, Dimension.VALIDITY, "Nobody is older than %d years".formatted(oldestAge));
        } else {
            field.accept();
        }
    }
}
