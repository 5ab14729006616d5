package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The block keys of a profile. Wide on purpose: two records of one customer share a key as long as any two of their features
 * survived. Not for use by several threads.
 */
public final class BlockKeys {
    private final FeatureSets features;
    private final LongOpenHashSet fullSets = new LongOpenHashSet();
    private final LongOpenHashSet seen = new LongOpenHashSet();
    /** Full sets to which the profile has no feature to add. */
    private final LongArrayList indivisible = new LongArrayList();

    public BlockKeys(final List<Attribute> attributes) {
        this.features = new FeatureSets(attributes);
    }

    /**
     * The keys of a profile in a batch, where a single feature is enough as long as few records share it.
     *
     * @param splits how many times blocks were split
     * @param isFull whether the block of a key of fewer splits is full
     * @return the distinct keys of the parts that came of the last split
     */
    long[] of(final Profile profile, final int splits, final LongPredicate isFull) {
        features.read(profile);
        fullSets.clear();
        seen.clear();
        indivisible.clear();
        LongArrayList sets = new LongArrayList();
        for (int i = 0; i < features.features().size(); i++) {
            sets.add(1L << i);
        }

        for (int split = 0; split < splits && !sets.isEmpty(); split++) {
            sets = parts(full(sets, isFull));
        }

        return keys(sets);
    }

    /** @return keys of the full blocks of the profile read last that its last split could not split, for want of a further feature */
    long[] indivisible() {
        return keys(indivisible);
    }

    /** @return names of the features that two profiles share, strong ones first: any strong one, and most pairs of others, make a block */
    public List<String> shared(final Profile first, final Profile second) {
        final Features read = features.features();
        features.read(first);
        final LongOpenHashSet hashes = new LongOpenHashSet();
        IntStream.range(0, read.size()).forEach(position -> hashes.add(read.hash(position)));
        features.read(second);
        return IntStream.range(0, read.size()).filter(position -> hashes.contains(read.hash(position)))
                .mapToObj(read::kind).distinct().sorted().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    private LongArrayList full(final LongArrayList sets, final LongPredicate isFull) {
        final LongArrayList full = new LongArrayList();
        for (int i = 0; i < sets.size(); i++) {
            if (isFull.test(features.key(sets.getLong(i)))) {
                full.add(sets.getLong(i));
                fullSets.add(sets.getLong(i));
            }
        }

        return full;
    }

    private LongArrayList parts(final LongArrayList full) {
        final LongArrayList parts = new LongArrayList();
        indivisible.clear();
        for (int i = 0; i < full.size(); i++) {
            final long set = full.getLong(i);
            final long additions = features.further(set);
            if (additions == 0) {
                indivisible.add(set);
            }

            for (long further = additions; further != 0; further &= further - 1) {
                final long part = set | Long.lowestOneBit(further);
                if (features.isNeeded(part, fullSets::contains) && seen.add(part)) {
                    parts.add(part);
                }
            }
        }

        return parts;
    }

    private long[] keys(final LongArrayList sets) {
        final long[] keys = new long[sets.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = features.key(sets.getLong(i));
        }

        return keys;
    }
}
