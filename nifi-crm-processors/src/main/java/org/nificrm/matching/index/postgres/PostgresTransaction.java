package org.nificrm.matching.index.postgres;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Changes;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordPair;
import org.nificrm.matching.index.RecordWrite;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.index.postgres.PostgresEntityStore.SqlFailure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One unit of work: every call is one statement over arrays, however many records it concerns. */
final class PostgresTransaction implements EntityTransaction {

    private static final String RECORD_COLUMNS = "r.id, r.source_system, r.source_id, r.entity_id, r.match_values, r.revision";

    private final Statements sql;
    private final Tables tables;

    PostgresTransaction(final Connection connection, final Tables tables) {
        this.sql = new Statements(connection);
        this.tables = tables;
    }

    /** The highest id: exact until records are removed or units of work are undone, and cheap at any size. */
    @Override
    public long recordCount() throws SqlFailure {
        return sql.query("SELECT coalesce(max(id), 0) FROM " + tables.records(), List.of(), rows -> {
            rows.next();
            return rows.getLong(1);
        });
    }

    @Override
    public Optional<String> model() throws SqlFailure {
        return sql.query("SELECT document FROM " + tables.models(), List.of(), rows -> rows.next() ? Optional.of(rows.getString(1)) : Optional.empty());
    }

    @Override
    public void saveModel(final String model) throws SqlFailure {
        sql.update("INSERT INTO " + tables.models() + " (id, document) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET document = excluded.document", List.of(model));
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
    public Changes changes(final long start, final int limit) throws SqlFailure {
        final String text = "SELECT %s, r.change FROM %s r WHERE r.change > ? ORDER BY r.change LIMIT %d".formatted(RECORD_COLUMNS, tables.records(), limit);
        return sql.query(text, List.of(start), rows -> {
            final List<StoredRecord> records = new ArrayList<>();
            long end = start;
            while (rows.next()) {
                records.add(readRecord(rows));
                end = rows.getLong("change");
            }

            return new Changes(records, end);
        });
    }

    @Override
    public List<StoredRecord> records(final Collection<Long> recordIds) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r WHERE r.id = ANY(?) ORDER BY r.id".formatted(RECORD_COLUMNS, tables.records()),
                List.of(ascending(recordIds)));
    }

    @Override
    public List<StoredRecord> members(final Collection<UUID> entityIds) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r WHERE r.entity_id = ANY(?) ORDER BY r.id".formatted(RECORD_COLUMNS, tables.records()),
                List.of(sql.array("uuid", entityIds)));
    }

    /**
     * Rows are locked in the order of their ids, so that two units that claim the same ones wait rather than deadlock. While a unit
     * waits entities may change, so it claims what it then finds as well, until it finds nothing new.
     */
    @Override
    public List<StoredRecord> claim(final Collection<Long> recordIds) throws SqlFailure {
        final Set<Long> locked = new HashSet<>();
        final Set<Long> wanted = new HashSet<>(recordIds);
        while (true) {
            final String entities = "SELECT entity_id FROM %s WHERE id = ANY(?)".formatted(tables.records());
            final List<StoredRecord> members = readRecords("SELECT %s FROM %s r WHERE r.entity_id IN (%s) ORDER BY r.id"
                    .formatted(RECORD_COLUMNS, tables.records(), entities), List.of(ascending(wanted)));
            members.forEach(member -> wanted.add(member.id()));
            if (locked.containsAll(wanted)) {
                return members;
            }

            sql.query("SELECT id FROM %s WHERE id = ANY(?) ORDER BY id FOR NO KEY UPDATE".formatted(tables.records()), List.of(ascending(wanted)), rows -> {
                while (rows.next()) {
                    locked.add(rows.getLong(1));
                }

                return null;
            });
            wanted.retainAll(locked);
        }
    }

    @Override
    public List<StoredRecord> oldest(final int limit) throws SqlFailure {
        return readRecords("SELECT %s FROM %s r ORDER BY r.id LIMIT %d".formatted(RECORD_COLUMNS, tables.records(), limit), List.of());
    }

    private List<StoredRecord> readRecords(final String text, final List<Object> parameters) throws SqlFailure {
        return sql.query(text, parameters, rows -> {
            final List<StoredRecord> records = new ArrayList<>();
            while (rows.next()) {
                records.add(readRecord(rows));
            }

            return records;
        });
    }

    private static StoredRecord readRecord(final ResultSet rows) throws SQLException {
        return new StoredRecord(rows.getLong(1), new SourceKey(rows.getString(2), rows.getString(3)), rows.getObject(4, UUID.class), rows.getString(5),
                rows.getLong(6));
    }

    @Override
    public Map<Long, byte[]> contents(final Collection<Long> recordIds) throws SqlFailure {
        return sql.query("SELECT id, content FROM %s WHERE id = ANY(?)".formatted(tables.records()), List.of(ascending(recordIds)), rows -> {
            final Map<Long, byte[]> contents = new HashMap<>();
            while (rows.next()) {
                contents.put(rows.getLong(1), rows.getBytes(2));
            }

            return contents;
        });
    }

    @Override
    public List<Constraint> constraints(final Collection<SourceKey> keys) throws SqlFailure {
        final String text = """
                WITH k AS (SELECT * FROM unnest(?, ?) AS k(system, id))
                SELECT c.* FROM k JOIN %1$s c ON c.first_system = k.system AND c.first_id = k.id
                UNION
                SELECT c.* FROM k JOIN %1$s c ON c.second_system = k.system AND c.second_id = k.id
                ORDER BY 1, 2, 3, 4""".formatted(tables.constraints());
        return sql.query(text, keyColumns(keys), rows -> {
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
        if (constraints.isEmpty()) {
            return;
        }

        final Map<List<SourceKey>, Constraint> latest = new HashMap<>();
        constraints.forEach(constraint -> latest.put(List.of(constraint.first(), constraint.second()), constraint));
        final Collection<Constraint> distinct = latest.values();
        sql.update("""
                INSERT INTO %s SELECT * FROM unnest(?, ?, ?, ?, ?)
                ON CONFLICT (first_system, first_id, second_system, second_id) DO UPDATE SET kind = excluded.kind""".formatted(tables.constraints()),
                List.of(sql.texts(distinct, constraint -> constraint.first().system()), sql.texts(distinct, constraint -> constraint.first().id()),
                        sql.texts(distinct, constraint -> constraint.second().system()), sql.texts(distinct, constraint -> constraint.second().id()),
                        sql.texts(distinct, constraint -> constraint.kind().name())));
    }

    @Override
    public long[] save(final List<RecordWrite> writes, final long revision) throws SqlFailure {
        if (writes.isEmpty()) {
            return new long[0];
        }

        // One unit saves at a time, until it commits: so changes become visible in the order of their numbers, and none is overlooked.
        sql.query("SELECT pg_advisory_xact_lock(?)", List.of(tables.savingLock()), rows -> null);
        final Map<SourceKey, StoredRecord> known = find(writes.stream().map(RecordWrite::key).toList());
        final long[] fresh = nextIds(writes.size() - known.size());
        final long[] ids = new long[writes.size()];
        int next = 0;
        for (int i = 0; i < ids.length; i++) {
            final StoredRecord stored = known.get(writes.get(i).key());
            ids[i] = stored == null ? fresh[next++] : stored.id();
        }

        final long[] saved = insert(writes, ids, revision);
        sql.update("INSERT INTO %s SELECT * FROM unnest(?) ON CONFLICT DO NOTHING".formatted(tables.unsettled()), List.of(saved));
        if (!known.isEmpty()) {
            final List<Long> replaced = known.values().stream().map(StoredRecord::id).toList();
            sql.update("DELETE FROM %s WHERE older = ANY(?) OR newer = ANY(?)".formatted(tables.possibleMatches()),
                    List.of(ascending(replaced), ascending(replaced)));
        }

        return saved;
    }

    /** The ids the records have then: that of whoever came first where the same record comes twice at the same instant. */
    private long[] insert(final List<RecordWrite> writes, final long[] ids, final long revision) throws SqlFailure {
        final String text = """
                INSERT INTO %s AS r (id, source_system, source_id, entity_id, match_values, content, revision)
                SELECT w.*, ? FROM unnest(?, ?, ?, ?, ?, ?) AS w(id, system, key, entity, match_values, content)
                ON CONFLICT (source_system, source_id) DO UPDATE SET match_values = excluded.match_values, content = excluded.content,
                    revision = greatest(excluded.revision, r.revision + 1), change = excluded.change
                RETURNING id, source_system, source_id""".formatted(tables.records());
        final Map<SourceKey, Long> saved = sql.query(text,
                List.of(revision, ids, sql.texts(writes, write -> write.key().system()), sql.texts(writes, write -> write.key().id()),
                        sql.array("uuid", writes.stream().map(write -> write.key().goldenId()).toList()), sql.texts(writes, RecordWrite::matchValues),
                        sql.array("bytea", writes.stream().map(RecordWrite::content).toArray(byte[][]::new))),
                rows -> {
                    final Map<SourceKey, Long> byKey = new HashMap<>();
                    while (rows.next()) {
                        byKey.put(new SourceKey(rows.getString(2), rows.getString(3)), rows.getLong(1));
                    }

                    return byKey;
                });
        return writes.stream().mapToLong(write -> saved.get(write.key())).toArray();
    }

    /** What is committed here is seen by every query that starts later, on any connection. */
    @Override
    public void publish() throws SqlFailure {
        sql.commit();
    }

    @Override
    public Set<Long> unsettled() throws SqlFailure {
        return sql.query("SELECT record_id FROM " + tables.unsettled(), List.of(), rows -> {
            final Set<Long> ids = new HashSet<>();
            while (rows.next()) {
                ids.add(rows.getLong(1));
            }

            return ids;
        });
    }

    @Override
    public void settle(final Collection<Long> recordIds) throws SqlFailure {
        sql.update("DELETE FROM %s WHERE record_id = ANY(?)".formatted(tables.unsettled()), List.of(ascending(recordIds)));
    }

    private long[] nextIds(final int count) throws SqlFailure {
        return sql.query("SELECT nextval('%s') FROM generate_series(1, ?)".formatted(tables.sequence()), List.of(count), rows -> {
            final long[] ids = new long[count];
            for (int i = 0; rows.next(); i++) {
                ids[i] = rows.getLong(1);
            }

            return ids;
        });
    }

    @Override
    public void assign(final Map<Long, UUID> entityByRecord, final long revision) throws SqlFailure {
        if (entityByRecord.isEmpty()) {
            return;
        }

        sql.update("UPDATE %s r SET entity_id = a.entity, revision = ? FROM unnest(?, ?) AS a(id, entity) WHERE r.id = a.id".formatted(tables.records()),
                List.of(revision, entityByRecord.keySet().stream().mapToLong(Long::longValue).toArray(), sql.array("uuid", entityByRecord.values())));
    }

    @Override
    public void addPossibleMatches(final Collection<RecordPair> pairs) throws SqlFailure {
        if (!pairs.isEmpty()) {
            sql.update("INSERT INTO %s SELECT * FROM unnest(?, ?) ON CONFLICT DO NOTHING".formatted(tables.possibleMatches()),
                    List.of(pairs.stream().mapToLong(RecordPair::older).toArray(), pairs.stream().mapToLong(RecordPair::newer).toArray()));
        }
    }

    @Override
    public List<RecordPair> possibleMatches(final Collection<Long> recordIds) throws SqlFailure {
        final String text = "SELECT older, newer FROM %1$s WHERE older = ANY(?) UNION SELECT older, newer FROM %1$s WHERE newer = ANY(?) ORDER BY 1, 2"
                .formatted(tables.possibleMatches());
        return sql.query(text, List.of(ascending(recordIds), ascending(recordIds)), rows -> {
            final List<RecordPair> pairs = new ArrayList<>();
            while (rows.next()) {
                pairs.add(new RecordPair(rows.getLong(1), rows.getLong(2)));
            }

            return pairs;
        });
    }

    @Override
    public void addConsequences(final long recordId, final Collection<UUID> entityIds) throws SqlFailure {
        sql.update("INSERT INTO %s SELECT ?, entity FROM unnest(?) AS e(entity) ON CONFLICT DO NOTHING".formatted(tables.consequences()),
                List.of(recordId, sql.array("uuid", entityIds)));
    }

    @Override
    public Set<UUID> consequences(final Collection<Long> recordIds) throws SqlFailure {
        return sql.query("SELECT entity_id FROM %s WHERE record_id = ANY(?)".formatted(tables.consequences()), List.of(ascending(recordIds)), rows -> {
            final Set<UUID> entities = new HashSet<>();
            while (rows.next()) {
                entities.add(rows.getObject(1, UUID.class));
            }

            return entities;
        });
    }

    private static long[] ascending(final Collection<Long> ids) {
        return ids.stream().mapToLong(Long::longValue).sorted().toArray();
    }

    private List<Object> keyColumns(final Collection<SourceKey> keys) throws SqlFailure {
        return List.of(sql.texts(keys, SourceKey::system), sql.texts(keys, SourceKey::id));
    }
}
