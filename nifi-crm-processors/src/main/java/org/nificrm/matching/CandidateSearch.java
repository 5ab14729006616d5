package org.nificrm.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.Long2ObjectLinkedOpenHashMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.block.BlockKeys;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Block;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the stored records that share a block with the records at hand, and settles under which keys all of them are filed. A
 * block that is full is split as in a batch: its members, old and new, are filed under further keys, and from then on it is
 * searched by those.
 */
final class CandidateSearch {
    private static final int MOST_SPLITS = 3;
    /** A full block keeps taking members up to this multiple of the cap, so that it stays full when some of them change. */
    private static final int RESERVE = 2;

    private final EntityTransaction transaction;
    private final BlockKeys blockKeys;
    private final ProfileReader reader;
    private final int cap;
    private final List<Profile> profiles;
    private final List<LongOpenHashSet> candidates = new ArrayList<>();
    private final List<LongOpenHashSet> filedUnder = new ArrayList<>();
    private final Map<Long, LongOpenHashSet> furtherKeys = new HashMap<>();
    private final Map<Long, Profile> splitMembers = new HashMap<>();

    CandidateSearch(final EntityTransaction transaction, final BlockKeys blockKeys, final ProfileReader reader, final int cap,
            final List<Profile> profiles) {
        this.transaction = transaction;
        this.blockKeys = blockKeys;
        this.reader = reader;
        this.cap = cap;
        this.profiles = profiles;
        profiles.forEach(profile -> {
            candidates.add(new LongOpenHashSet());
            filedUnder.add(new LongOpenHashSet());
        });
    }

    /** Searches by these keys, one array for each record at hand. */
    void search(final List<long[]> keys) throws IOException {
        Long2ObjectMap<IntArrayList> blocks = new Long2ObjectLinkedOpenHashMap<>();
        for (int number = 0; number < keys.size(); number++) {
            for (final long key : keys.get(number)) {
                blocks.computeIfAbsent(key, absent -> new IntArrayList(1)).add(number);
            }
        }

        for (int splits = 0; !blocks.isEmpty(); splits++) {
            blocks = search(blocks, splits);
        }
    }

    /** @return ids of stored records to compare a record with */
    LongOpenHashSet candidates(final int number) {
        return candidates.get(number);
    }

    /** @return keys to file a record under */
    long[] keys(final int number) {
        return filedUnder.get(number).toLongArray();
    }

    /** @return further keys of stored records whose blocks were split */
    Map<Long, long[]> furtherKeys() {
        final Map<Long, long[]> further = new HashMap<>();
        furtherKeys.forEach((id, keys) -> further.put(id, keys.toLongArray()));
        return further;
    }

    /** @return the blocks to search next: parts of those that are full */
    private Long2ObjectMap<IntArrayList> search(final Long2ObjectMap<IntArrayList> blocks, final int splits) throws IOException {
        final Map<Long, Block> stored = transaction.blocks(blocks.keySet().toLongArray(), RESERVE * cap);
        readMembersToSplit(blocks, stored, splits);
        final Long2ObjectMap<IntArrayList> parts = new Long2ObjectLinkedOpenHashMap<>();
        for (final Long2ObjectMap.Entry<IntArrayList> entry : blocks.long2ObjectEntrySet()) {
            final long key = entry.getLongKey();
            final IntArrayList numbers = entry.getValue();
            final Block block = stored.get(key);
            final boolean full = isFull(block);
            if (block == null || !block.truncated()) {
                numbers.forEach(number -> filedUnder.get(number).add(key));
            }

            if (block != null && (!full || splits == MOST_SPLITS)) {
                final LongArrayList members = LongArrayList.wrap(block.recordIds(), Math.min(cap, block.recordIds().length));
                numbers.forEach(number -> candidates.get(number).addAll(members));
            }

            if (splits < MOST_SPLITS && (full || isOverfull(block, numbers))) {
                numbers.forEach(number -> split(key, number, parts));
                if (!full && block != null) {
                    splitStored(key, block);
                }
            }
        }

        return parts;
    }

    private boolean isFull(final Block block) {
        return block != null && block.recordIds().length > cap;
    }

    private boolean isOverfull(final Block block, final IntArrayList numbers) {
        return (block == null ? 0 : block.recordIds().length) + numbers.size() > cap;
    }

    private void readMembersToSplit(final Long2ObjectMap<IntArrayList> blocks, final Map<Long, Block> stored, final int splits)
            throws IOException {
        if (splits == MOST_SPLITS) {
            return;
        }

        final LongOpenHashSet unread = new LongOpenHashSet();
        for (final Map.Entry<Long, Block> entry : stored.entrySet()) {
            if (!isFull(entry.getValue()) && isOverfull(entry.getValue(), blocks.get(entry.getKey().longValue()))) {
                for (final long id : entry.getValue().recordIds()) {
                    if (!splitMembers.containsKey(id)) {
                        unread.add(id);
                    }
                }
            }
        }

        for (final StoredRecord record : transaction.records(unread)) {
            splitMembers.put(record.id(), reader.read(SourceRecord.decode(record.key(), record.matchValues())));
        }
    }

    private void split(final long key, final int number, final Long2ObjectMap<IntArrayList> parts) {
        for (final long splitter : blockKeys.splitters(profiles.get(number))) {
            parts.computeIfAbsent(BlockKeys.split(key, splitter), absent -> new IntArrayList(1)).add(number);
        }
    }

    private void splitStored(final long key, final Block block) {
        for (final long id : block.recordIds()) {
            final Profile member = splitMembers.get(id);
            if (member != null) {
                for (final long splitter : blockKeys.splitters(member)) {
                    furtherKeys.computeIfAbsent(id, absent -> new LongOpenHashSet()).add(BlockKeys.split(key, splitter));
                }
            }
        }
    }
}
