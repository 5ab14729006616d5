package org.nificrm.matching.index.postgres;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import it.unimi.dsi.fastutil.longs.LongSet;
import org.nificrm.matching.index.FoundBlocks;
import org.nificrm.matching.index.postgres.PostgresEntityStore.SqlFailure;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Which records are in which blocks: the table that takes most of the work, since a record is in some sixty of them. */
final class BlockTable {

    /** A block with this for a member is split; ids of records count from 1. */
    private static final long SPLIT = 0;
    private static final int MOST_MEMBERS = 1_000;

    private final Statements sql;
    private final String table;
    private final KnownSplits knownSplits;
    /** Records that were not known before; they are in no block yet, and to look is half of what filing costs. */
    private final LongSet created = new LongOpenHashSet();
    /** Splits that may still be undone. */
    private final LongSet unpublished = new LongOpenHashSet();

    BlockTable(final Statements sql, final String table, final KnownSplits knownSplits) {
        this.sql = sql;
        this.table = table;
        this.knownSplits = knownSplits;
    }

    /** Is told the ids of records that nobody has filed yet. */
    void expect(final long[] ids) {
        created.addAll(LongArrayList.wrap(ids));
    }

    /** Is told that what was written cannot be undone any more. */
    void published() {
        unpublished.clear();
    }

    /** As {@link org.nificrm.matching.index.EntityTransaction#blocks}. */
    FoundBlocks find(final long[] blockKeys, final int limit) throws SqlFailure {
        // The limit keeps the planner from reading more than an index, whatever it knows about the table.
        final String text = """
                SELECT k.key, m.record_id FROM unnest(?) AS k(key)
                CROSS JOIN LATERAL (SELECT record_id FROM %s WHERE block_key = k.key ORDER BY record_id LIMIT %d) m"""
                .formatted(table, Math.min(limit, MOST_MEMBERS));
        final LongSet split = knownSplits.among(blockKeys);
        final long[] unknown = Arrays.stream(blockKeys).filter(key -> !split.contains(key)).toArray();
        Arrays.sort(unknown);
        final Long2ObjectMap<long[]> blocks = sql.query(text, List.of(unknown), BlockTable::readBlocks);
        for (final long key : unknown) {
            final long[] members = blocks.get(key);
            if (members != null && members[0] == SPLIT) {
                split.add(key);
                blocks.remove(key);
            }
        }

        if (unpublished.isEmpty()) {
            knownSplits.add(split);
        }

        return new FoundBlocks(blocks, split);
    }

    /** Reads rows of a key and a member, those of one key after each other, the members ascending. */
    private static Long2ObjectMap<long[]> readBlocks(final ResultSet rows) throws SQLException {
        final Long2ObjectMap<long[]> blocks = new Long2ObjectOpenHashMap<>();
        final LongArrayList members = new LongArrayList();
        long current = 0;
        while (rows.next()) {
            final long key = rows.getLong(1);
            final long member = rows.getLong(2);
            if (!members.isEmpty() && key != current) {
                blocks.put(current, members.toLongArray());
                members.clear();
            }

            // Two nodes that split a block at the same instant file its members twice.
            if (members.isEmpty() || members.topLong() != member) {
                members.add(member);
            }

            current = key;
        }

        if (!members.isEmpty()) {
            blocks.put(current, members.toLongArray());
        }

        return blocks;
    }

    /** Files records, each under the key at the same position. */
    void file(final long[] recordIds, final long[] blockKeys) throws SqlFailure {
        final LongSet split = knownSplits.among(blockKeys);
        final Filings first = new Filings();
        final Filings further = new Filings();
        for (int i = 0; i < blockKeys.length; i++) {
            if (!split.contains(blockKeys[i])) {
                (created.contains(recordIds[i]) ? first : further).add(blockKeys[i], recordIds[i]);
            }
        }

        insert(first, "");
        insert(further, "WHERE NOT EXISTS (SELECT FROM %s AS f WHERE f.block_key = b.k AND f.record_id = b.r)".formatted(table));
    }

    private void insert(final Filings filings, final String condition) throws SqlFailure {
        if (!filings.keys.isEmpty()) {
            // In key order neighbours share an index page.
            sql.update("INSERT INTO %s SELECT * FROM unnest(?, ?) AS b(k, r) %s ORDER BY k, r".formatted(table, condition),
                    List.of(filings.keys.toLongArray(), filings.records.toLongArray()));
        }
    }

    /** Marks blocks as split. */
    void split(final long[] blockKeys) throws SqlFailure {
        final Filings markers = new Filings();
        Arrays.stream(blockKeys).forEach(key -> markers.add(key, SPLIT));
        insert(markers, "");
        unpublished.addAll(LongArrayList.wrap(blockKeys));
    }

    /** What is to be filed: a key and a record's id at each position. */
    private static final class Filings {
        private final LongArrayList keys = new LongArrayList();
        private final LongArrayList records = new LongArrayList();

        private void add(final long key, final long record) {
            keys.add(key);
            records.add(record);
        }
    }
}
