package org.nificrm.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.block.BlockKeys;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.FoundBlocks;
import org.nificrm.matching.prepare.Hash;
import org.nificrm.matching.prepare.Profile;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.LongPredicate;

/**
 * Files the records at hand under their block keys and finds the records that share a block with them, whether these were there
 * before, are at hand too, or arrive at the same time elsewhere: records are filed under a key, for all to see, before that key is
 * searched. As in a batch it takes two parts of split blocks, or a block that is whole, see {@link org.nificrm.matching.block.Blocks}.
 * A block that overflows is split for good, as in a batch: its members, old and new, are filed under further keys, and
 * from then on it is searched by those.
 */
final class CandidateSearch {
    private static final int MOST_SPLITS = 3;
    /** A block that cannot be split keeps taking members up to this multiple of the cap. */
    private static final int RESERVE = 2;

    private final EntityTransaction transaction;
    private final Workers<BlockKeys> blockKeys;
    private final StoredProfiles stored;
    private final int cap;
    private final long[] ids;
    private final LongOpenHashSet atHand;
    private final List<Profile> profiles;
    private final List<LongOpenHashSet> candidates = new ArrayList<>();
    /** Who was met in one part of a split block. */
    private final List<LongOpenHashSet> metOnce = new ArrayList<>();
    /** Keys whose blocks are known to be split. */
    private final LongOpenHashSet split = new LongOpenHashSet();
    /** Blocks that are to be split. */
    private final LongArrayList overflowing = new LongArrayList();
    /** The members of such blocks other than the records at hand, and which blocks these are. */
    private final Long2ObjectMap<LongArrayList> overflowed = new Long2ObjectLinkedOpenHashMap<>();

    /**
     * @param stored   reads the records that are not at hand
     * @param cap      a block with more members than this is split
     * @param ids      of the records at hand
     * @param profiles of the records at hand
     */
    CandidateSearch(final EntityTransaction transaction, final Workers<BlockKeys> blockKeys, final StoredProfiles stored, final int cap, final long[] ids,
            final List<Profile> profiles) {
        this.transaction = transaction;
        this.blockKeys = blockKeys;
        this.stored = stored;
        this.cap = cap;
        this.ids = ids;
        this.atHand = new LongOpenHashSet(ids);
        this.profiles = profiles;
        profiles.forEach(profile -> {
            candidates.add(new LongOpenHashSet());
            metOnce.add(new LongOpenHashSet());
        });
    }

    /** Files and searches. */
    void search() throws IOException {
        final Filings rests = new Filings();
        for (int splits = 0; splits <= MOST_SPLITS; splits++) {
            final Filings filings = new Filings();
            split(splits, filings, rests);
            gather(splits, filings, rests);
            if (!filings.isEmpty()) {
                file(filings, splits < MOST_SPLITS ? Integer.MAX_VALUE : RESERVE * cap);
                search(filings.atHand, splits);
            }
        }

        if (!rests.isEmpty()) {
            file(rests, RESERVE * cap);
            transaction.blocks(rests.atHand.keySet().toLongArray(), cap).members()
                    .forEach((key, members) -> meet(rests.atHand.get((long) key), members, false));
        }

        for (int number = 0; number < ids.length; number++) {
            candidates.get(number).remove(ids[number]);
        }
    }

    /** @return ids of records to compare a record with */
    LongOpenHashSet candidates(final int number) {
        return candidates.get(number);
    }

    /** Splits the blocks that overflow: their members are to be filed under the keys of the parts. */
    private void split(final int splits, final Filings filings, final Filings rests) throws IOException {
        if (overflowing.isEmpty()) {
            return;
        }

        stored.read(overflowed.keySet());
        final List<Long2ObjectMap.Entry<LongArrayList>> members = List.copyOf(overflowed.long2ObjectEntrySet());
        final LongOpenHashSet unknown = unknownBlocks(members, splits);
        final FoundBlocks found = transaction.blocks(unknown.toLongArray(), cap + 1);
        split.addAll(found.split());
        // Another unit of work is about to split these.
        found.members().forEach((key, block) -> {
            if (block.length > cap) {
                split.add((long) key);
            }
        });
        final long[][] parts = new long[members.size()][];
        final long[][] indivisible = new long[members.size()][];
        blockKeys.forEach(parts.length, (keys, number) -> {
            parts[number] = parts(keys, members.get(number), splits, split::contains);
            indivisible[number] = keys.indivisible();
        });
        for (int number = 0; number < parts.length; number++) {
            filings.add(members.get(number).getLongKey(), parts[number]);
            rests.add(members.get(number).getLongKey(), restsOf(indivisible[number]));
        }

        transaction.split(overflowing.toLongArray());
        overflowing.clear();
        overflowed.clear();
    }

    /** The blocks that decide under which parts the members of overflowing ones are to be filed. */
    private LongOpenHashSet unknownBlocks(final List<Long2ObjectMap.Entry<LongArrayList>> members, final int splits) {
        final LongOpenHashSet[] asked = new LongOpenHashSet[members.size()];
        blockKeys.forEach(asked.length, (keys, number) -> {
            final LongOpenHashSet unknown = new LongOpenHashSet();
            parts(keys, members.get(number), splits, key -> split.contains(key) || unknown.add(key) || true);
            asked[number] = unknown;
        });
        final LongOpenHashSet unknown = new LongOpenHashSet();
        for (final LongOpenHashSet keys : asked) {
            unknown.addAll(keys);
        }

        return unknown;
    }

    private long[] parts(final BlockKeys keys, final Long2ObjectMap.Entry<LongArrayList> member, final int splits, final LongPredicate isFull) {
        return keys.parts(stored.get(member.getLongKey()), member.getValue(), splits - 1, isFull);
    }

    /** Adds the records at hand, under the keys that so many splits bring. */
    private void gather(final int splits, final Filings filings, final Filings rests) {
        final long[][] parts = new long[ids.length][];
        final long[][] indivisible = new long[ids.length][];
        blockKeys.forEach(ids.length, (keys, number) -> {
            parts[number] = keys.of(profiles.get(number), splits, split::contains);
            indivisible[number] = keys.indivisible();
        });
        for (int number = 0; number < ids.length; number++) {
            filings.addAtHand(number, ids[number], parts[number]);
            rests.addAtHand(number, ids[number], restsOf(indivisible[number]));
        }
    }

    /** What is left of a block that was split: the members that nothing tells apart any more. It is not split again. */
    private static long[] restsOf(final long[] blockKeys) {
        return Arrays.stream(blockKeys).map(Hash::mix).toArray();
    }

    private void file(final Filings filings, final int most) throws IOException {
        transaction.file(filings.records.toLongArray(), filings.keys.toLongArray(), most);
        transaction.publish();
    }

    private void search(final Long2ObjectMap<IntArrayList> blocks, final int splits) throws IOException {
        final FoundBlocks found = transaction.blocks(blocks.keySet().toLongArray(), splits < MOST_SPLITS ? Integer.MAX_VALUE : cap);
        split.addAll(found.split());
        for (final Long2ObjectMap.Entry<IntArrayList> block : blocks.long2ObjectEntrySet()) {
            final long[] members = found.members().get(block.getLongKey());
            if (members != null && members.length <= cap) {
                meet(block.getValue(), members, splits > 0);
            } else if (members != null) {
                split.add(block.getLongKey());
                overflowing.add(block.getLongKey());
                for (final long id : members) {
                    if (!atHand.contains(id)) {
                        overflowed.computeIfAbsent(id, absent -> new LongArrayList(1)).add(block.getLongKey());
                    }
                }
            }
        }
    }

    private void meet(final IntArrayList numbers, final long[] members, final boolean isPart) {
        for (int i = 0; i < numbers.size(); i++) {
            final LongOpenHashSet found = candidates.get(numbers.getInt(i));
            final LongOpenHashSet once = metOnce.get(numbers.getInt(i));
            for (final long member : members) {
                if (!isPart || !found.contains(member) && !once.add(member)) {
                    found.add(member);
                }
            }
        }
    }

    /** What is to be filed: a record's id and a key at each position. */
    private static final class Filings {
        private final LongArrayList records = new LongArrayList();
        private final LongArrayList keys = new LongArrayList();
        /** The numbers of the records at hand, by key. */
        private final Long2ObjectMap<IntArrayList> atHand = new Long2ObjectLinkedOpenHashMap<>();

        private void add(final long record, final long[] added) {
            for (final long key : added) {
                records.add(record);
                keys.add(key);
            }
        }

        private void addAtHand(final int number, final long record, final long[] added) {
            add(record, added);
            for (final long key : added) {
                atHand.computeIfAbsent(key, absent -> new IntArrayList(1)).add(number);
            }
        }

        private boolean isEmpty() {
            return keys.isEmpty();
        }
    }
}
