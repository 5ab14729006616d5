package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;

import java.time.LocalDate;
import java.util.Map;

/** One date is not before another: a record is not changed before it was created, nor created before the customer was born. */
record DatesOrderCheck(String code, FieldRole earlier, FieldRole field, String message) implements ConsistencyCheck {

    @Override
    public Verdict check(final Map<FieldRole, Object> values) {
        final LocalDate first = Dates.day(values.get(earlier));
        final LocalDate second = Dates.day(values.get(field));
        return first == null || second == null ? Verdict.NOT_APPLICABLE : Verdict.of(!second.isBefore(first));
    }
}
