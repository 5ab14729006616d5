package org.nificrm.samples;

import java.util.ArrayList;
import java.util.List;

/**
 * Records with known truth to measure matching by. A function of kind, seed and size alone.
 */
public final class LabelledSet {
    private static final int MOST_MORE_COPIES = 4;
    private static final double MORE_COPIES = 0.45;
    private static final String[] SOURCES = {"crm", "shop"};

    private LabelledSet() {
    }

    /**
     * Generates a set.
     *
     * @param records number of records
     * @return the records in an order that says nothing about their customers
     */
    public static List<LabelledRecord> of(final LabelledKind kind, final int records, final long seed) {
        final List<LabelledRecord> generated = new ArrayList<>(records);
        long customer = 0;
        for (long group = 0; generated.size() < records; group++) {
            final Dice dice = Dice.of(seed, group);
            final List<LabelledCustomer> customers = kind.isOfCompanies() ? LabelledCompany.group(kind.groups(), dice)
                    : LabelledPerson.group(kind.groups(), dice);
            for (final LabelledCustomer known : customers) {
                addRecords(known, "c" + customer++, kind, dice, generated);
            }
        }

        final List<LabelledRecord> set = new ArrayList<>(generated.subList(0, records));
        Dice.of(seed, -1).shuffle(set);
        final String digits = "r%0" + String.valueOf(records).length() + "d";
        for (int i = 0; i < records; i++) {
            set.set(i, new LabelledRecord(digits.formatted(i), set.get(i).truth(), set.get(i).values()));
        }

        return set;
    }

    private static void addRecords(final LabelledCustomer customer, final String truth, final LabelledKind kind, final Dice dice,
                                   final List<LabelledRecord> generated) {
        final int sources = kind.hasTwoSources() ? SOURCES.length : 1;
        final int firstSource = dice.below(sources);
        int copies = dice.chance(kind.repeated()) ? 2 : 1;
        while (!kind.hasTwoSources() && copies > 1 && copies <= MOST_MORE_COPIES && dice.chance(MORE_COPIES)) {
            copies++;
        }

        for (int copy = 0; copy < copies; copy++) {
            final int source = (firstSource + copy) % sources;
            final Transcript record = new Transcript(kind, dice);
            record.keep(LabelledColumn.SOURCE, SOURCES[source]);
            customer.write(record, source);
            generated.add(new LabelledRecord(null, truth, record.values()));
        }
    }
}
