package org.nificrm.benchmarks.bench.match;

import org.nificrm.matching.field.MatchField;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.samples.LabelledColumn;
import org.nificrm.samples.LabelledKind;
import org.nificrm.samples.LabelledRecord;
import org.nificrm.samples.LabelledSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** Generated persons in the customer schema, the same every time, one after the other: a million of them need little memory. */
final class Customers {

    static final MatchFields FIELDS = MatchFields.customer();

    private static final int PART = 20_000;
    private static final String SYSTEM = "bench";
    private static final Map<String, LabelledColumn> COLUMNS = Map.of("first_name", LabelledColumn.GIVEN_NAME, "last_name", LabelledColumn.SURNAME,
            "birth_date", LabelledColumn.BIRTH_DATE, "national_id", LabelledColumn.NATIONAL_ID, "email", LabelledColumn.EMAIL, "phone", LabelledColumn.PHONE,
            "address_line1", LabelledColumn.STREET, "city", LabelledColumn.CITY, "postal_code", LabelledColumn.POSTAL_CODE);

    private final Deque<Customer> waiting = new ArrayDeque<>();
    private int parts;

    /** The next ones, with their truth. */
    List<Customer> next(final int count) {
        final List<Customer> customers = new ArrayList<>(count);
        while (customers.size() < count) {
            if (waiting.isEmpty()) {
                LabelledSet.of(LabelledKind.PERSONS, PART, parts).forEach(record -> waiting.add(customer(record, parts)));
                parts++;
            }

            customers.add(waiting.remove());
        }

        return customers;
    }

    private static Customer customer(final LabelledRecord record, final int part) {
        final String[] values = FIELDS.fields().stream().map(MatchField::name).map(name -> value(record, name)).toArray(String[]::new);
        return new Customer(new SourceRecord(new SourceKey(SYSTEM, part + "-" + record.id()), values), part + "-" + record.truth());
    }

    private static String value(final LabelledRecord record, final String field) {
        final LabelledColumn column = COLUMNS.get(field);
        return column == null ? null : record.values().get(column);
    }

    /**
     * A record and whom it is about.
     *
     * @param record what is matched
     * @param truth  records with the same truth are one customer
     */
    record Customer(SourceRecord record, String truth) {

        /** The value of a field of the customer schema, null if missing. */
        String value(final String field) {
            for (int position = 0; position < FIELDS.size(); position++) {
                if (FIELDS.fields().get(position).name().equals(field)) {
                    return record.values()[position];
                }
            }

            throw new IllegalArgumentException(field);
        }
    }
}
