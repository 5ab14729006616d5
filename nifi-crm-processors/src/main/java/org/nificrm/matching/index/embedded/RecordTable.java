package org.nificrm.matching.index.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Changes;
import org.nificrm.matching.index.StoredRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;

/** The records without their content, by id, by source key and by entity. Ids count from 1 without gaps. */
final class RecordTable {

    static final int UNKNOWN = 0;
    private static final int[] NONE = {};

    private final List<Row> rows = new ArrayList<>();
    private final Object2IntOpenHashMap<SourceKey> ids = new Object2IntOpenHashMap<>();
    private final Map<UUID, int[]> members = new HashMap<>();
    private final Map<String, String> systems = new HashMap<>();
    /** Ids as they came and changed; those of work that was undone too, since they may have been read. */
    private final IntArrayList changes = new IntArrayList();

    int size() {
        return rows.size();
    }

    /** The id of a source key, {@link #UNKNOWN} for a new one. */
    int id(final SourceKey key) {
        return ids.getInt(key);
    }

    boolean holds(final long id) {
        return id >= 1 && id <= rows.size();
    }

    Changes changes(final int start, final int limit) {
        final int end = Math.min(start + limit, changes.size());
        return new Changes(IntStream.range(start, end).map(changes::getInt).filter(this::holds).mapToObj(this::stored).toList(), end);
    }

    StoredRecord stored(final int id) {
        final Row row = row(id);
        return new StoredRecord(id, row.key, row.entity, new String(row.matchValues, StandardCharsets.UTF_8), row.revision);
    }

    Membership membership(final int id) {
        return new Membership(row(id).entity, row(id).revision);
    }

    int[] members(final UUID entity) {
        return members.getOrDefault(entity, NONE);
    }

    int add(final SourceKey added, final Membership membership, final byte[] matchValues) {
        final SourceKey key = new SourceKey(systems.computeIfAbsent(added.system(), Function.identity()), added.id());
        rows.add(new Row(key, membership, matchValues));
        final int id = rows.size();
        ids.put(key, id);
        enter(membership.entity(), id);
        changes.add(id);
        return id;
    }

    void removeLast() {
        final int id = rows.size();
        leave(row(id).entity, id);
        ids.removeInt(rows.removeLast().key);
    }

    byte[] matchValues(final int id) {
        return row(id).matchValues;
    }

    void setMatchValues(final int id, final byte[] matchValues) {
        row(id).matchValues = matchValues;
        changes.add(id);
    }

    void assign(final int id, final Membership membership) {
        final Row row = row(id);
        row.revision = membership.revision();
        if (!row.entity.equals(membership.entity())) {
            leave(row.entity, id);
            row.entity = membership.entity();
            enter(row.entity, id);
        }
    }

    private void enter(final UUID entity, final int id) {
        final int[] before = members(entity);
        final int position = ~Arrays.binarySearch(before, id);
        final int[] entered = Arrays.copyOf(before, before.length + 1);
        entered[position] = id;
        System.arraycopy(before, position, entered, position + 1, before.length - position);
        members.put(entity, entered);
    }

    private void leave(final UUID entity, final int id) {
        final int[] left = Arrays.stream(members.get(entity)).filter(member -> member != id).toArray();
        if (left.length == 0) {
            members.remove(entity);
        } else {
            members.put(entity, left);
        }
    }

    private Row row(final int id) {
        return rows.get(id - 1);
    }

    private static final class Row {
        private final SourceKey key;
        private UUID entity;
        private long revision;
        private byte[] matchValues;

        private Row(final SourceKey key, final Membership membership, final byte[] matchValues) {
            this.key = key;
            this.entity = membership.entity();
            this.revision = membership.revision();
            this.matchValues = matchValues;
        }
    }
}
