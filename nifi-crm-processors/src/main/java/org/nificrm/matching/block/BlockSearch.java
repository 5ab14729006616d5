package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the records of a {@link BlockingIndex} that are worth comparing with a profile.
 * <p>
 * All that share a feature are a block. A block that is full is split by a further feature, again and again; what is in one part of
 * split blocks agrees in little that is not common, and is no candidate: it takes two parts, or a block that is whole (the counting
 * of common blocks in the meta-blocking of George Papadakis, Georgia Koutrika, Themis Palpanas and Wolfgang Nejdl, 2014).
 * <p>
 * The blocks are made for the profile alone. What each of the others shares with it is a mask of the profile's features; how large a
 * block is follows from how often each mask occurs. Not for use by several threads.
 */
public final class BlockSearch {
    /** A block with more members is full. */
    private static final int CAP = 15;
    private static final int PARTS_OF_A_CANDIDATE = 2;
    /** Parts that share so many features are not split any more. */
    private static final int MOST_FEATURES = 4;
    /** Of the features that many have the rarest are looked at: the others would add candidates, but hardly any that match. */
    private static final int RAREST = 9;

    private final BlockingIndex index;
    private final FeatureSets features;
    private final IntArrayList[] records = new IntArrayList[Long.SIZE];
    private final IntOpenHashSet found = new IntOpenHashSet();
    private final SharedFeatures shared = new SharedFeatures(RAREST);
    /** The bit of each feature in the masks of what is shared. */
    private final int[] bits = new int[Long.SIZE];
    private final LongOpenHashSet full = new LongOpenHashSet();
    private final LongOpenHashSet seen = new LongOpenHashSet();

    BlockSearch(final BlockingIndex index, final List<Attribute> attributes) {
        this.index = index;
        this.features = new FeatureSets(attributes);
    }

    /**
     * Searches.
     *
     * @param own number of the profile's own record, which is left out
     * @return numbers of records, each once, ascending
     */
    public int[] candidates(final Profile profile, final int own) {
        features.read(profile);
        found.clear();
        index.readLock().lock();
        try {
            split(whole());
        } finally {
            index.readLock().unlock();
        }

        found.remove(own);
        final int[] candidates = found.toIntArray();
        Arrays.sort(candidates);
        return candidates;
    }

    /** Takes the members of the blocks that are whole; returns the rarest features of those that are to be split. */
    private IntArrayList whole() {
        final IntArrayList split = new IntArrayList();
        for (int feature = 0; feature < features.features().size(); feature++) {
            records[feature] = index.postings().of(features.features().hash(feature));
            if (records[feature].size() > CAP) {
                split.add(feature);
            } else {
                found.addAll(records[feature]);
            }
        }

        split.sort((one, other) -> Integer.compare(records[one].size(), records[other].size()));
        split.size(Math.min(RAREST, split.size()));
        return split;
    }

    /** Splits the blocks of some features, again and again. */
    private void split(final IntArrayList split) {
        full.clear();
        seen.clear();
        final List<IntArrayList> lists = new ArrayList<>();
        LongArrayList sets = new LongArrayList();
        for (final int feature : split) {
            bits[feature] = 1 << lists.size();
            lists.add(records[feature]);
            sets.add(1L << feature);
        }

        shared.read(lists, index.highest());
        full.addAll(sets);
        final long additions = sets.longStream().sum();
        for (int size = 2; size <= MOST_FEATURES; size++) {
            final LongArrayList next = new LongArrayList();
            for (int i = 0; i < sets.size(); i++) {
                split(sets.getLong(i), additions, size == MOST_FEATURES, next);
            }

            full.addAll(next);
            sets = next;
        }

        shared.addMet(PARTS_OF_A_CANDIDATE, found);
    }

    /** Splits the block of a set; parts that are full too are to be split next, unless they are the last. */
    private void split(final long set, final long additions, final boolean last, final LongArrayList next) {
        final long further = features.further(set);
        if (further == 0) {
            takeSome(set);
        }

        for (long rest = further & additions; rest != 0; rest &= rest - 1) {
            final long part = set | Long.lowestOneBit(rest);
            if (features.isNeeded(part, full::contains) && seen.add(part)) {
                final int mask = mask(part);
                if (shared.count(mask) <= CAP) {
                    shared.meet(mask);
                } else if (last) {
                    takeSome(part);
                } else {
                    next.add(part);
                }
            }
        }
    }

    /** Of those whom nothing tells apart any more the oldest stand for all. */
    private void takeSome(final long set) {
        if (Long.bitCount(set) == 1) {
            final IntArrayList all = records[Long.numberOfTrailingZeros(set)];
            found.addAll(all.subList(0, Math.min(CAP, all.size())));
        } else {
            shared.addFirst(mask(set), CAP, found);
        }
    }

    private int mask(final long set) {
        int mask = 0;
        for (long members = set; members != 0; members &= members - 1) {
            mask |= bits[Long.numberOfTrailingZeros(members)];
        }

        return mask;
    }
}
