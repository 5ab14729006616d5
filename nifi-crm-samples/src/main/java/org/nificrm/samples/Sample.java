package org.nificrm.samples;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * Customer rows of several legacy systems, a function of seed and size alone. Rows are made while they are read, so that a million
 * of them need no more memory than a thousand; duplicates of one another lie apart by up to some thousand rows.
 *
 * @param seed    samples of different seeds have nothing in common
 * @param records number of customer rows
 * @param former  the sample as it was a year before: same keys, earlier timestamps, other e-mail addresses
 */
public record Sample(long seed, long records, boolean former) implements Iterable<CustomerRow> {

    private static final int SHUFFLED_ROWS = 4096;

    public Sample {
        if (records < 0) {
            throw new IllegalArgumentException("A sample of %d records is impossible; give 0 or more".formatted(records));
        }
    }

    public Sample(final long seed, final long records) {
        this(seed, records, false);
    }

    /** The same records a year earlier: what arrives late and must not overwrite anything. */
    public Sample earlier() {
        return new Sample(seed, records, true);
    }

    @Override
    public Iterator<CustomerRow> iterator() {
        return new Rows();
    }

    private final class Rows implements Iterator<CustomerRow> {

        private final Population population = new Population(seed);
        private final RowFactory factory = new RowFactory(seed, former);
        private final List<CustomerRow> shuffled = new ArrayList<>();
        private long nextGroup;
        private long produced;
        private long nextIndex;

        @Override
        public boolean hasNext() {
            return nextIndex < records;
        }

        @Override
        public CustomerRow next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }

            if (shuffled.isEmpty()) {
                refill();
            }

            final CustomerRow row = shuffled.removeLast();

            return new CustomerRow(nextIndex++, row.customerId(), row.system(), row.sourceId(), row.values(), row.updatedAt(), row.superseded(),
                    row.flaw(), row.orders());
        }

        private void refill() {
            while (shuffled.size() < SHUFFLED_ROWS && produced < records) {
                for (final Customer customer : population.group(nextGroup++)) {
                    add(factory.rows(customer, produced));
                }
            }

            Dice.of(seed, -nextGroup).shuffle(shuffled);
        }

        private void add(final List<CustomerRow> rows) {
            // Newest first: cutting the sample off may lose an older version, never the newer one.
            for (final CustomerRow row : rows.reversed()) {
                if (produced < records) {
                    shuffled.add(row);
                    produced++;
                }
            }
        }
    }
}
