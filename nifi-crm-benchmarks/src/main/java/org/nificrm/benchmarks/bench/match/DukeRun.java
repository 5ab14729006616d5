package org.nificrm.benchmarks.bench.match;

import no.priv.garshol.duke.Comparator;
import no.priv.garshol.duke.ConfigurationImpl;
import no.priv.garshol.duke.InMemoryClassDatabase;
import no.priv.garshol.duke.Processor;
import no.priv.garshol.duke.Property;
import no.priv.garshol.duke.PropertyImpl;
import no.priv.garshol.duke.Record;
import no.priv.garshol.duke.RecordImpl;
import no.priv.garshol.duke.comparators.ExactComparator;
import no.priv.garshol.duke.comparators.JaroWinkler;
import no.priv.garshol.duke.comparators.Levenshtein;
import no.priv.garshol.duke.comparators.QGramComparator;
import no.priv.garshol.duke.databases.LuceneDatabase;
import no.priv.garshol.duke.matchers.ClassDatabaseMatchListener;
import org.nificrm.benchmarks.bench.match.Customers.Customer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;

/**
 * Duke with weights as its documentation recommends: identifiers and contact data may prove a match, names and dates support or
 * refute it, an address supports. Its Lucene index in memory finds the candidates; what it links is joined transitively.
 */
final class DukeRun {

    private static final String ID = "id";
    private static final int BATCH = 40_000;
    private static final double THRESHOLD = 0.97;
    private static final float LEAST_RELEVANCE = 0.3F;
    private static final int MOST_HITS = 30;

    private DukeRun() {
    }

    static int[] groups(final List<Customer> customers) {
        final ConfigurationImpl configuration = new ConfigurationImpl();
        configuration.setThreshold(THRESHOLD);
        configuration.setProperties(List.of(new PropertyImpl(ID),
                property("first_name", new JaroWinkler(), 0.75, 0.3), property("last_name", new JaroWinkler(), 0.75, 0.2),
                property("company_name", new QGramComparator(), 0.88, 0.1), property("birth_date", new Levenshtein(), 0.85, 0.1),
                property("national_id", new ExactComparator(), 0.97, 0.1), property("tax_id", new ExactComparator(), 0.97, 0.1),
                property("email", new ExactComparator(), 0.9, 0.4), property("phone", new ExactComparator(), 0.88, 0.4),
                property("address_line1", new QGramComparator(), 0.75, 0.4), property("city", new JaroWinkler(), 0.55, 0.45)));
        final LuceneDatabase database = new LuceneDatabase();
        database.setConfiguration(configuration);
        database.setOverwrite(true);
        database.setMinRelevance(LEAST_RELEVANCE);
        database.setMaxSearchHits(MOST_HITS);
        final Processor processor = new Processor(configuration, database);
        final InMemoryClassDatabase classes = new InMemoryClassDatabase();
        processor.addMatchListener(new ClassDatabaseMatchListener(configuration, classes));
        final List<Record> records = records(customers);
        for (int from = 0; from < records.size(); from += BATCH) {
            processor.deduplicate(records.subList(from, Math.min(from + BATCH, records.size())));
        }

        processor.close();
        return numbered(classes, customers.size());
    }

    private static int[] numbered(final InMemoryClassDatabase classes, final int records) {
        final int[] groups = new int[records];
        Arrays.setAll(groups, number -> number);
        final Iterator<Collection<String>> groupsFound = classes.getClasses();
        while (groupsFound.hasNext()) {
            final Collection<String> group = groupsFound.next();
            final int first = Integer.parseInt(group.iterator().next());
            group.forEach(member -> groups[Integer.parseInt(member)] = first);
        }

        return groups;
    }

    private static Property property(final String name, final Comparator comparator, final double high, final double low) {
        final PropertyImpl property = new PropertyImpl(name, comparator, low, high);
        property.setLookupBehaviour(Property.Lookup.TRUE);
        return property;
    }

    /** Lower-cased as Duke's own cleaners would; phones as their last digits. */
    private static List<Record> records(final List<Customer> customers) {
        final List<Record> records = new ArrayList<>(customers.size());
        for (int number = 0; number < customers.size(); number++) {
            final RecordImpl record = new RecordImpl();
            record.addValue(ID, String.valueOf(number));
            for (final String field : List.of("first_name", "last_name", "company_name", "birth_date", "national_id", "tax_id", "email", "address_line1", "city")) {
                add(record, field, customers.get(number).value(field));
            }

            final String phone = customers.get(number).value("phone");
            final String digits = phone == null ? "" : phone.replaceAll("\\D", "");
            add(record, "phone", digits.length() < 8 ? null : digits.substring(digits.length() - 8));
            records.add(record);
        }

        return records;
    }

    private static void add(final RecordImpl record, final String field, final String value) {
        if (value != null && !value.isBlank()) {
            record.addValue(field, value.strip().toLowerCase(Locale.ROOT));
        }
    }
}
