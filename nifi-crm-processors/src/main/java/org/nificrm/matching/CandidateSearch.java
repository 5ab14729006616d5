package org.nificrm.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.block.BlockKeys;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Files the records at hand under their block keys and finds the records that share a block with them, whether these were there
 * before, are at hand too, or arrive at the same time elsewhere: records are filed under a key, for all to see, before that key is
 * searched. A block that overflows is split as in a batch: its members, old and new, are filed under further keys, and from then
 * on it is searched by those.
 */
final class CandidateSearch {
    private static final int MOST_SPLITS = 3;
    /** A full block keeps taking members up to this multiple of the cap, so that it stays full when some of them change. */
    private static final int RESERVE = 2;
    private static final long[] NO_MEMBERS = {};

    private final EntityTransaction transaction;
    private final BlockKeys blockKeys;
    private final ProfileReader reader;
    private final int cap;
    private final long[] ids;
    private final List<Profile> profiles;
    private final List<LongOpenHashSet> candidates = new ArrayList<>();
    /** Keys whose blocks were looked up, and those of them that are full. */
    private final LongOpenHashSet known = new LongOpenHashSet();
    private final LongOpenHashSet full = new LongOpenHashSet();
    /** Members, other than those at hand, of blocks that the last split made overflow. */
    private Long2ObjectMap<Profile> overflowing = new Long2ObjectOpenHashMap<>();

    /**
     * @param cap      a block with more members than this is split
     * @param ids      of the records at hand
     * @param profiles of the records at hand
     */
    CandidateSearch(final EntityTransaction transaction, final BlockKeys blockKeys, final ProfileReader reader, final int cap, final long[] ids,
            final List<Profile> profiles) {
        this.transaction = transaction;
        this.blockKeys = blockKeys;
        this.reader = reader;
        this.cap = cap;
        this.ids = ids;
        this.profiles = profiles;
        profiles.forEach(profile -> candidates.add(new LongOpenHashSet()));
    }

    /** Files and searches. */
    void search() throws IOException {
        boolean isSplit = true;
        for (int splits = 0; isSplit && splits <= MOST_SPLITS; splits++) {
            isSplit = search(splits);
        }

        for (int number = 0; number < ids.length; number++) {
            candidates.get(number).remove(ids[number]);
        }
    }

    /** @return ids of records to compare a record with */
    LongOpenHashSet candidates(final int number) {
        return candidates.get(number);
    }

    /** @return whether some of the blocks need to be split */
    private boolean search(final int splits) throws IOException {
        final Long2ObjectMap<IntArrayList> blocks = file(splits);
        final Map<Long, long[]> found = transaction.blocks(blocks.keySet().toLongArray(), RESERVE * cap);
        final LongOpenHashSet unsettled = new LongOpenHashSet(transaction.unsettled());
        final LongOpenHashSet toSplit = new LongOpenHashSet();
        boolean isSplit = false;
        for (final Long2ObjectMap.Entry<IntArrayList> entry : blocks.long2ObjectEntrySet()) {
            final long[] members = found.getOrDefault(entry.getLongKey(), NO_MEMBERS);
            known.add(entry.getLongKey());
            if (members.length <= cap || splits == MOST_SPLITS) {
                addCandidates(entry.getValue(), members, Math.min(cap, members.length));
                continue;
            }

            isSplit = true;
            full.add(entry.getLongKey());
            // A block that was full before the unsettled members came has been split by then.
            final long[] settled = without(unsettled, members);
            if (settled.length <= cap) {
                addCandidates(entry.getValue(), settled, settled.length);
                Arrays.stream(members).forEach(toSplit::add);
            }
        }

        Arrays.stream(ids).forEach(toSplit::remove);
        readOverflowing(toSplit);
        return isSplit;
    }

    private static long[] without(final LongOpenHashSet unsettled, final long[] members) {
        final long[] settled = new long[members.length];
        int count = 0;
        for (final long id : members) {
            if (!unsettled.contains(id)) {
                settled[count++] = id;
            }
        }

        return Arrays.copyOf(settled, count);
    }

    /** Files all records under the keys that this split brings; returns the numbers of the records at hand by key. */
    private Long2ObjectMap<IntArrayList> file(final int splits) throws IOException {
        learnWhatIsFull(splits);
        final Map<Long, long[]> filed = new HashMap<>();
        for (final Long2ObjectMap.Entry<Profile> member : overflowing.long2ObjectEntrySet()) {
            filed.put(member.getLongKey(), blockKeys.of(member.getValue(), splits, full::contains));
        }

        final Long2ObjectMap<IntArrayList> blocks = new Long2ObjectLinkedOpenHashMap<>();
        for (int number = 0; number < ids.length; number++) {
            final long[] keys = blockKeys.of(profiles.get(number), splits, full::contains);
            filed.put(ids[number], keys);
            for (final long key : keys) {
                blocks.computeIfAbsent(key, absent -> new IntArrayList(1)).add(number);
            }
        }

        transaction.addBlockKeys(filed, RESERVE * cap);
        transaction.publish();
        return blocks;
    }

    /** The records at hand know which of their blocks are full; the others that overflow with them do not yet. */
    private void learnWhatIsFull(final int splits) throws IOException {
        for (int split = 0; split < splits && !overflowing.isEmpty(); split++) {
            final LongOpenHashSet unknown = new LongOpenHashSet();
            for (final Profile member : overflowing.values()) {
                for (final long key : blockKeys.of(member, split, full::contains)) {
                    if (known.add(key)) {
                        unknown.add(key);
                    }
                }
            }

            transaction.blocks(unknown.toLongArray(), cap + 1).forEach((key, members) -> {
                if (members.length > cap) {
                    full.add(key.longValue());
                }
            });
        }
    }

    private void addCandidates(final IntArrayList numbers, final long[] members, final int count) {
        for (int i = 0; i < numbers.size(); i++) {
            for (int member = 0; member < count; member++) {
                candidates.get(numbers.getInt(i)).add(members[member]);
            }
        }
    }

    private void readOverflowing(final LongOpenHashSet members) throws IOException {
        final Long2ObjectMap<Profile> before = overflowing;
        overflowing = new Long2ObjectOpenHashMap<>();
        final LongOpenHashSet unread = new LongOpenHashSet();
        members.forEach(id -> {
            if (before.containsKey(id)) {
                overflowing.put(id, before.get(id));
            } else {
                unread.add(id);
            }
        });
        for (final StoredRecord record : unread.isEmpty() ? List.<StoredRecord>of() : transaction.records(unread)) {
            overflowing.put(record.id(), reader.read(SourceRecord.decode(record.key(), record.matchValues())));
        }
    }
}
