package org.nificrm.matching.model;

import it.unimi.dsi.fastutil.longs.AbstractLong2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntMap;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.Token;
import org.nificrm.matching.prepare.Value;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How common the values and words of one attribute are. Common ones are kept by themselves, the rest by their average.
 */
final class Frequencies {
    private static final int MOST_KEPT = 5_000;
    private static final int LEAST_COUNT = 3;

    private final Counts values;
    private final Counts words;

    Frequencies(final Counts values, final Counts words) {
        this.values = values;
        this.words = words;
    }

    /** @return nothing known: all values are equally common */
    static Frequencies unknown() {
        return new Frequencies(Counts.NONE, Counts.NONE);
    }

    /** @return the frequencies of an attribute in these records */
    static Frequencies of(final List<Profile> profiles, final int attribute) {
        final Long2IntOpenHashMap values = new Long2IntOpenHashMap();
        final Long2IntOpenHashMap words = new Long2IntOpenHashMap();
        int records = 0;
        for (final Profile profile : profiles) {
            final Value value = profile.value(attribute);
            if (value != null) {
                records++;
                for (final Value alternative : value.alternatives()) {
                    values.addTo(alternative.hash(), 1);
                    for (final Token token : alternative.tokens()) {
                        words.addTo(token.hash(), 1);
                    }
                }
            }
        }

        return new Frequencies(Counts.of(values, records), Counts.of(words, records));
    }

    Counts values() {
        return values;
    }

    Counts words() {
        return words;
    }

    /** Tells a value and its words how common they are. */
    void apply(final Value value) {
        for (final Value alternative : value.alternatives()) {
            alternative.frequency((float) values.share(alternative.hash()));
            for (final Token token : alternative.tokens()) {
                token.weight((float) Math.log1p(1 / Math.max(1e-9, words.share(token.hash()))));
            }
        }
    }

    /**
     * Counts of hashes.
     *
     * @param common   hash to count, for the most common ones
     * @param records  number of records that have a value
     * @param rest     average count of all others
     * @param expected probability that two records drawn at random agree exactly
     */
    record Counts(Long2IntMap common, int records, double rest, double expected) {
        static final Counts NONE = new Counts(new Long2IntOpenHashMap(), 0, 0, 0);

        static Counts of(final Long2IntOpenHashMap counts, final int records) {
            if (records == 0) {
                return NONE;
            }

            final List<Long2IntMap.Entry> frequent = new ArrayList<>();
            double squares = 0;
            for (final Long2IntMap.Entry entry : counts.long2IntEntrySet()) {
                squares += (double) entry.getIntValue() * entry.getIntValue();
                if (entry.getIntValue() >= LEAST_COUNT) {
                    frequent.add(new AbstractLong2IntMap.BasicEntry(entry.getLongKey(), entry.getIntValue()));
                }
            }

            frequent.sort(Comparator.comparingInt(Long2IntMap.Entry::getIntValue).reversed().thenComparingLong(Long2IntMap.Entry::getLongKey));
            final Long2IntOpenHashMap common = new Long2IntOpenHashMap();
            long commonTotal = 0;
            for (final Long2IntMap.Entry entry : frequent.subList(0, Math.min(MOST_KEPT, frequent.size()))) {
                common.put(entry.getLongKey(), entry.getIntValue());
                commonTotal += entry.getIntValue();
            }

            final long total = counts.values().intStream().asLongStream().sum();
            final int others = counts.size() - common.size();
            final double rest = others == 0 ? 1 : (double) (total - commonTotal) / others;
            return new Counts(common, records, rest, squares / ((double) records * records));
        }

        /** @return share of the records with this value; 0 if nothing is known */
        double share(final long hash) {
            if (records == 0) {
                return 0;
            }

            final int count = common.getOrDefault(hash, 0);
            return Math.min(1, (count > 0 ? count : rest) / records);
        }
    }
}
