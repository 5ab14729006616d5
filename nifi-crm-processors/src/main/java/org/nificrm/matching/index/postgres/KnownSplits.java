package org.nificrm.matching.index.postgres;

import it.unimi.dsi.fastutil.longs.LongCollection;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;

/**
 * Keys of blocks that this node has seen split. A block stays split, so nobody needs to ask the database for it again; most keys
 * that records share are among them.
 */
final class KnownSplits {

    /** With these it takes 32 MB. */
    private static final int MOST = 1_500_000;

    private final LongOpenHashSet keys = new LongOpenHashSet();

    synchronized void add(final LongCollection split) {
        if (keys.size() + split.size() > MOST) {
            keys.clear();
        }

        keys.addAll(split);
    }

    /** Those of some keys that are known to be split. */
    synchronized LongOpenHashSet among(final long[] some) {
        final LongOpenHashSet known = new LongOpenHashSet();
        for (final long key : some) {
            if (keys.contains(key)) {
                known.add(key);
            }
        }

        return known;
    }
}
