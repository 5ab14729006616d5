package org.nificrm.matching.block;

import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.List;
import java.util.function.LongPredicate;

/**
 * Which of the features of a profile make a block together, and by which further ones a block that is full is split. A set of
 * features is held as a mask of their positions.
 * <p>
 * A full block is split only where every smaller block with some of the same features is full too: otherwise its members meet there
 * already (the pruning of Rakesh Agrawal and Ramakrishnan Srikant, 1994). Reused from profile to profile; not for use by several
 * threads.
 */
final class FeatureSets {
    private final Features features;
    private final long[] pairedWith = new long[Long.SIZE];
    private final long[] addingTo = new long[Long.SIZE];
    private long strong;

    FeatureSets(final List<Attribute> attributes) {
        this.features = new Features(attributes);
    }

    /** Reads a profile; what was read before is forgotten. */
    void read(final Profile profile) {
        features.read(profile);
        strong = 0;
        for (int i = 0; i < features.size(); i++) {
            strong |= features.kind(i).isStrong() ? 1L << i : 0;
            pairedWith[i] = features.positions(features.kind(i).partners()) & ~(1L << i);
            addingTo[i] = features.positions(features.kind(i).additions()) & ~(1L << i);
        }
    }

    Features features() {
        return features;
    }

    /** The features that split the block of a set. */
    long further(final long set) {
        long further = (1L << features.size() - 1 << 1) - 1 & ~set;
        for (long members = set; members != 0; members &= members - 1) {
            further &= addingTo[Long.numberOfTrailingZeros(members)];
        }

        return further;
    }

    /** Whether a set makes a block whose members meet in no smaller one: each set with one feature less is full, or makes no block. */
    boolean isNeeded(final long set, final LongPredicate isFull) {
        if (!makesBlock(set)) {
            return false;
        }

        for (long members = set; members != 0; members &= members - 1) {
            final long lesser = set & ~Long.lowestOneBit(members);
            if (makesBlock(lesser) && !isFull.test(lesser)) {
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
}
