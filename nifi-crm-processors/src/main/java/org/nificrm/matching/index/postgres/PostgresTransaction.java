package org.nificrm.matching.index.postgres;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Block;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordWrite;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.index.postgres.PostgresEntityStore.SqlFailure;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** One unit of work: every call is one statement over arrays, however many records it concerns. */
final class PostgresTransaction implements EntityTransaction {

    private static final String RECORD_COLUMNS = "r.id, r.source_system, r.source_id, r.entity_id, r.match_values, r.revision";

    private final Connection connection;
    private final Tables tables;

    PostgresTransaction(final Connection connection, final Tables tables) {
        this.connection = connection;
        this.tables = tables;
    }

    /** The highest id: exact until records are removed or units of work are undone, and cheap at any size. */
    @Override
    public long recordCount() throws SqlFailure {
        return query("SELECT coalesce(max(id), 0) FROM " + tables.records(), List.of(), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public Optional<String> model() throws SqlFailure {
        return query("SELECT document FROM " + tables.models(), List.of(), rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty());
    }

    @Override
    public void saveModel(final String model) throws SqlFailure {
        update("INSERT INTO " + tables.models() + " (id, document) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document", List.of(model));
    }

    @Override
    public Map<SourceKey, StoredRecord> find(final Collection<SourceKey> keys) throws SqlFailure {
        final List<StoredRecord> found = readRecords("""
                SELECT %s FROM unnest(?, ?) AS k(system, id)
                JOIN %s r ON r.source_system = k.system AND r.source_id = k.id""".formatted(RECORD_COLUMNS, tables.records()), keyColumns(keys));
        final Map<SourceKey, StoredRecord> byKey = new HashMap<>();
        found.forEach(stored -> byKey.put(stored.key(), stored));
        return byKey;
    }

    @Override
    public Map<Long, Block> blocks(final long[] blockKeys, final int limit) throws SqlFailure {
        final String sql = """
                SELECT k.key, m.members[1:%d], cardinality(m.members) > %d
                FROM unnest(?) AS k(key)
                CROSS JOIN LATERAL (SELECT array_agg(b.record_id) AS members FROM
                    (SELECT record_id FROM %s WHERE block_key = k.key ORDER BY record_id LIMIT %d) b) m
                WHERE m.members IS NOT NULL""".formatted(limit, limit, tables.blocks(), limit + 1);
        return query(sql, List.of(bigints(blockKeys)), rows -> {
            final Map<Long, Block> blocks = new HashMap<>();
            while (rows.next()) {
                blocks.put(rows.getLong(1), new Block(longs(rows.getArray(2)), rows.getBoolean(3)));
            }

            return blocks;
        });
    }

    @Override
    public List<StoredRecord> records(final Collection<Long> recordIds) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r WHERE r.id = ANY(?) ORDER BY r.id".formatted(RECORD_COLUMNS, tables.records()),
                List.of(array("bigint", recordIds)));
    }

    @Override
    public List<StoredRecord> members(final Collection<UUID> entityIds) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r WHERE r.entity_id = ANY(?) ORDER BY r.id".formatted(RECORD_COLUMNS, tables.records()),
                List.of(array("uuid", entityIds)));
    }

    @Override
    public List<StoredRecord> oldest(final int limit) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r ORDER BY r.id LIMIT %d".formatted(RECORD_COLUMNS, tables.records(), limit), List.of());
    }

    private List<StoredRecord> readRecords(final String sql, final List<Object> parameters) throws SqlFailure {
        return query(sql, parameters, rows -> {
            final List<StoredRecord> records = new ArrayList<>();
            while (rows.next()) {
                records.add(new StoredRecord(rows.getLong(1), new SourceKey(rows.getString(2), rows.getString(3)), rows.getObject(4, UUID.class), rows.getString(5),
                        rows.getLong(6)));
            }

            return records;
        });
    }

    @Override
    public Map<Long, byte[]> contents(final Collection<Long> recordIds) throws SqlFailure {
        return query("SELECT id, content FROM %s WHERE id = ANY(?)".formatted(tables.records()), List.of(array("bigint", recordIds)), rows -> {
            final Map<Long, byte[]> contents = new HashMap<>();
            while (rows.next()) {
                contents.put(rows.getLong(1), rows.getBytes(2));
            }

            return contents;
        });
    }

    @Override
    public List<Constraint> constraints(final Collection<SourceKey> keys) throws SqlFailure {
        final String sql = """
                WITH k AS (SELECT * FROM unnest(?, ?) AS k(system, id))
                SELECT c.* FROM k JOIN %1$s c ON c.first_system = k.system AND c.first_id = k.id
                UNION
                SELECT c.* FROM k JOIN %1$s c ON c.second_system = k.system AND c.second_id = k.id
                ORDER BY 1, 2, 3, 4""".formatted(tables.constraints());
        return query(sql, keyColumns(keys), rows -> {
            final List<Constraint> constraints = new ArrayList<>();
            while (rows.next()) {
                constraints.add(new Constraint(new SourceKey(rows.getString(1), rows.getString(2)), new SourceKey(rows.getString(3), rows.getString(4)),
                        Constraint.Kind.valueOf(rows.getString(5))));
            }

            return constraints;
        });
    }

    @Override
    public void addConstraints(final Collection<Constraint> constraints) throws SqlFailure {
        final Map<List<SourceKey>, Constraint> latest = new HashMap<>();
        constraints.forEach(constraint -> latest.put(List.of(constraint.first(), constraint.second()), constraint));
        final Collection<Constraint> distinct = latest.values();
        update("""
                INSERT INTO %s SELECT * FROM unnest(?, ?, ?, ?, ?)
                ON CONFLICT (first_system, first_id, second_system, second_id) DO UPDATE SET kind = excluded.kind""".formatted(tables.constraints()),
                List.of(texts(distinct, constraint -> constraint.first().system()), texts(distinct, constraint -> constraint.first().id()),
                        texts(distinct, constraint -> constraint.second().system()), texts(distinct, constraint -> constraint.second().id()),
                        texts(distinct, constraint -> constraint.kind().name())));
    }

    @Override
    public long[] save(final List<RecordWrite> writes) throws SqlFailure {
        final Map<SourceKey, StoredRecord> known = find(writes.stream().map(RecordWrite::key).toList());
        final long[] fresh = nextIds(writes.size() - (int) writes.stream().filter(write -> known.containsKey(write.key())).count());
        final long[] ids = new long[writes.size()];
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            final StoredRecord stored = known.get(writes.get(i).key());
            ids[i] = stored == null ? fresh[next++] : stored.id();
        }

        update("""
                INSERT INTO %s AS r (id, source_system, source_id, entity_id, match_values, revision, content)
                SELECT * FROM unnest(?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (id) DO UPDATE SET entity_id = excluded.entity_id, match_values = excluded.match_values,
                    revision = excluded.revision, content = excluded.content"""
                        .formatted(tables.records()),
                List.of(bigints(ids), texts(writes, write -> write.key().system()), texts(writes, write -> write.key().id()),
                        array("uuid", writes.stream().map(RecordWrite::entityId).toList()), texts(writes, RecordWrite::matchValues),
                        bigints(writes.stream().mapToLong(RecordWrite::revision).toArray()),
                        array("bytea", writes.stream().map(RecordWrite::content).toArray(byte[][]::new))));
        if (!known.isEmpty()) {
            update("DELETE FROM %s WHERE record_id = ANY(?)".formatted(tables.blocks()),
                    List.of(array("bigint", known.values().stream().map(StoredRecord::id).toList())));
        }

        final Map<Long, long[]> keysByRecord = new HashMap<>();
        for (int i = 0; i < ids.length; i++) {
            keysByRecord.put(ids[i], writes.get(i).blockKeys());
        }

        addBlockKeys(keysByRecord);
        return ids;
    }

    private long[] nextIds(final int count) throws SqlFailure {
        return query("SELECT nextval('%s') FROM generate_series(1, ?)".formatted(tables.sequence()), List.of(count), rows -> {
            final long[] ids = new long[count];
            for (int i = 0; rows.next(); i++) {
                ids[i] = rows.getLong(1);
            }

            return ids;
        });
    }

    @Override
    public void assign(final Map<Long, UUID> entityByRecord, final long revision) throws SqlFailure {
        update("UPDATE %s r SET entity_id = a.entity, revision = ? FROM unnest(?, ?) AS a(id, entity) WHERE r.id = a.id".formatted(tables.records()),
                List.of(revision, array("bigint", entityByRecord.keySet()), array("uuid", entityByRecord.values())));
    }

    @Override
    public void addBlockKeys(final Map<Long, long[]> keysByRecord) throws SqlFailure {
        final int size = keysByRecord.values().stream().mapToInt(keys -> keys.length).sum();
        final long[] blockKeys = new long[size];
        final long[] recordIds = new long[size];
        int row = 0;
        for (final Map.Entry<Long, long[]> entry : keysByRecord.entrySet()) {
            for (final long key : entry.getValue()) {
                blockKeys[row] = key;
                recordIds[row] = entry.getKey();
                row++;
            }
        }

        // In key order neighbours share an index page.
        update("INSERT INTO %s SELECT * FROM unnest(?, ?) AS b(k, r) ORDER BY k, r ON CONFLICT DO NOTHING".formatted(tables.blocks()),
                List.of(bigints(blockKeys), bigints(recordIds)));
    }

    private List<Object> keyColumns(final Collection<SourceKey> keys) throws SqlFailure {
        return List.of(texts(keys, SourceKey::system), texts(keys, SourceKey::id));
    }

    private <E> Array texts(final Collection<E> elements, final Function<E, String> column) throws SqlFailure {
        return array("text", elements.stream().map(column).toList());
    }

    private Array bigints(final long[] values) throws SqlFailure {
        final Long[] boxed = new Long[values.length];
        for (int i = 0; i < boxed.length; i++) {
            boxed[i] = values[i];
        }

        return array("bigint", boxed);
    }

    private Array array(final String type, final Collection<?> elements) throws SqlFailure {
        return array(type, elements.toArray());
    }

    private Array array(final String type, final Object[] elements) throws SqlFailure {
        try {
            return connection.createArrayOf(type, elements);
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private static long[] longs(final Array array) throws SQLException {
        final Long[] boxed = (Long[]) array.getArray();
        final long[] values = new long[boxed.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = boxed[i];
        }

        return values;
    }

    private <T> T query(final String sql, final List<Object> parameters, final RowsReader<T> reader) throws SqlFailure {
        try (PreparedStatement statement = prepare(sql, parameters); ResultSet rows = statement.executeQuery()) {
            return reader.read(rows);
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private void update(final String sql, final List<Object> parameters) throws SqlFailure {
        try (PreparedStatement statement = prepare(sql, parameters)) {
            statement.executeUpdate();
        } catch (final SQLException e) {
            throw new SqlFailure(e);
        }
    }

    private PreparedStatement prepare(final String sql, final List<Object> parameters) throws SQLException {
        final PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }

        return statement;
    }

    @FunctionalInterface
    private interface RowsReader<T> {
        T read(ResultSet rows) throws SQLException;
    }
}
