package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Hash;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.Locale;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/**
 * The block keys of a profile: its strong values, and pairs of soft features from different fields. Wide on purpose: two records
 * of one customer share a key as long as any two of their features survived.
 * <p>
 * A set of features is held as a mask of their positions. A full block is split by a further feature, but only where every smaller
 * block with some of the same features is full too: otherwise its members meet there already (the pruning of Rakesh Agrawal and
 * Ramakrishnan Srikant, 1994). Not for use by several threads.
 */
public final class BlockKeys {
    private final Features features;
    private final LongOpenHashSet fullSets = new LongOpenHashSet();
    private final LongOpenHashSet seen = new LongOpenHashSet();
    private final long[] pairedWith = new long[Long.SIZE];
    private final long[] addingTo = new long[Long.SIZE];
    /** Full sets to which the profile has no feature to add. */
    private final LongArrayList indivisible = new LongArrayList();
    private long strong;

    public BlockKeys(final List<Attribute> attributes) {
        this.features = new Features(attributes);
    }

    /** @return the distinct keys of a profile */
    public long[] of(final Profile profile) {
        read(profile);
        final LongArrayList sets = new LongArrayList();
        for (int i = 0; i < features.size(); i++) {
            if ((strong & 1L << i) != 0) {
                sets.add(1L << i);
            }

            for (long others = pairedWith[i] & -1L << i; others != 0; others &= others - 1) {
                sets.add(1L << i | Long.lowestOneBit(others));
            }
        }

        return keys(sets);
    }

    /**
     * The keys of a profile in a batch, where a single soft feature is enough as long as few records share it.
     *
     * @param splits how many times blocks were split
     * @param isFull whether the block of a key of fewer splits is full
     * @return the distinct keys of the parts that came of the last split
     */
    public long[] of(final Profile profile, final int splits, final LongPredicate isFull) {
        read(profile);
        LongArrayList sets = new LongArrayList();
        for (int i = 0; i < features.size(); i++) {
            sets.add(1L << i);
        }

        for (int split = 0; split < splits && !sets.isEmpty(); split++) {
            sets = parts(full(sets, isFull), fullSets::contains);
        }

        return keys(sets);
    }

    /** @return keys of the full blocks of the profile read last that its last split could not split, for want of a further feature */
    public long[] indivisible() {
        return keys(indivisible);
    }

    /**
     * The keys of the parts into which some full blocks are split.
     *
     * @param profile a member of these blocks
     * @param full    the blocks' keys
     * @param splits  how many times blocks were split before these
     * @param isFull  whether the block of any other key of as many splits is full
     * @return distinct keys; none for a block whose features the profile does not have any more
     */
    public long[] parts(final Profile profile, final LongList full, final int splits, final LongPredicate isFull) {
        read(profile);
        final LongArrayList sets = new LongArrayList();
        for (int i = 0; i < full.size(); i++) {
            final long set = set(full.getLong(i), splits + 1, 0, 0, 0);
            if (set != 0) {
                fullSets.add(set);
                sets.add(set);
            }
        }

        return keys(parts(sets, set -> fullSets.contains(set) || isFull.test(key(set))));
    }

    /** The set of so many features that has this key, 0 if there is none. */
    private long set(final long key, final int size, final int start, final long chosen, final long sum) {
        for (int i = start; i < features.size(); i++) {
            final long set = chosen | 1L << i;
            final long found = size > 1 ? set(key, size - 1, i + 1, set, sum + features.hash(i)) : Hash.mix(sum + features.hash(i)) == key ? set : 0;
            if (found != 0) {
                return found;
            }
        }

        return 0;
    }

    /** @return names of the features that two profiles share, strong ones first: any strong one, and most pairs of others, make a block */
    public List<String> shared(final Profile first, final Profile second) {
        features.read(first);
        final LongOpenHashSet hashes = new LongOpenHashSet();
        IntStream.range(0, features.size()).forEach(position -> hashes.add(features.hash(position)));
        features.read(second);
        return IntStream.range(0, features.size()).filter(position -> hashes.contains(features.hash(position)))
                .mapToObj(features::kind).distinct().sorted().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList();
    }

    private void read(final Profile profile) {
        features.read(profile);
        fullSets.clear();
        seen.clear();
        indivisible.clear();
        strong = 0;
        for (int i = 0; i < features.size(); i++) {
            strong |= features.kind(i).isStrong() ? 1L << i : 0;
            pairedWith[i] = features.positions(features.kind(i).partners()) & ~(1L << i);
            addingTo[i] = features.positions(features.kind(i).additions()) & ~(1L << i);
        }
    }

    private LongArrayList full(final LongArrayList sets, final LongPredicate isFull) {
        final LongArrayList full = new LongArrayList();
        for (int i = 0; i < sets.size(); i++) {
            if (isFull.test(key(sets.getLong(i)))) {
                full.add(sets.getLong(i));
                fullSets.add(sets.getLong(i));
            }
        }

        return full;
    }

    private LongArrayList parts(final LongArrayList full, final LongPredicate isFullSet) {
        final LongArrayList parts = new LongArrayList();
        indivisible.clear();
        for (int i = 0; i < full.size(); i++) {
            final long set = full.getLong(i);
            final long additions = further(set);
            if (additions == 0) {
                indivisible.add(set);
            }

            for (long further = additions; further != 0; further &= further - 1) {
                final long part = set | Long.lowestOneBit(further);
                if (makesBlock(part) && isNeeded(part, isFullSet) && seen.add(part)) {
                    parts.add(part);
                }
            }
        }

        return parts;
    }

    /** The features that split a set's block. */
    private long further(final long set) {
        long further = (1L << features.size() - 1 << 1) - 1 & ~set;
        for (long members = set; members != 0; members &= members - 1) {
            further &= addingTo[Long.numberOfTrailingZeros(members)];
        }

        return further;
    }

    /** Whether the members of a part meet in no smaller block: each set with one feature less is full, or makes no block. */
    private boolean isNeeded(final long part, final LongPredicate isFullSet) {
        for (long members = part; members != 0; members &= members - 1) {
            final long lesser = part & ~Long.lowestOneBit(members);
            if (makesBlock(lesser) && !isFullSet.test(lesser)) {
                return false;
            }
        }

        return true;
    }

    private boolean makesBlock(final long set) {
        if ((set & strong) != 0 || Long.bitCount(set) == 1) {
            return true;
        }

        for (long members = set; members != 0; members &= members - 1) {
            if ((pairedWith[Long.numberOfTrailingZeros(members)] & set) != 0) {
                return true;
            }
        }

        return false;
    }

    private long[] keys(final LongArrayList sets) {
        final long[] keys = new long[sets.size()];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = key(sets.getLong(i));
        }

        return keys;
    }

    /** The same whatever the order of the features. */
    private long key(final long set) {
        long sum = 0;
        for (long members = set; members != 0; members &= members - 1) {
            sum += features.hash(Long.numberOfTrailingZeros(members));
        }

        return Hash.mix(sum);
    }
}
