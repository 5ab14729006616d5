package org.nificrm.matching.index.embedded;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.objects.Object2IntOpenHashMap;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.StoredRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The records without their content, by id, by source key and by entity. Ids count from 1 without gaps. */
final class RecordTable {

    static final int UNKNOWN = 0;

    private final List<Row> rows = new ArrayList<>();
    private final Object2IntOpenHashMap<SourceKey> ids = new Object2IntOpenHashMap<>();
    private final Map<UUID, IntArrayList> members = new HashMap<>();

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

    StoredRecord stored(final int id) {
        final Row row = row(id);
        return new StoredRecord(id, row.key, row.entity, new String(row.matchValues, StandardCharsets.UTF_8), row.revision);
    }

    Membership membership(final int id) {
        return new Membership(row(id).entity, row(id).revision);
    }

    IntArrayList members(final UUID entity) {
        return members.getOrDefault(entity, new IntArrayList());
    }

    int add(final SourceKey key, final Membership membership, final byte[] matchValues) {
        rows.add(new Row(key, membership, matchValues));
        final int id = rows.size();
        ids.put(key, id);
        enter(membership.entity(), id);
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
        final IntArrayList entered = members.computeIfAbsent(entity, ignored -> new IntArrayList(1));
        int position = entered.size();
        while (position > 0 && entered.getInt(position - 1) > id) {
            position--;
        }

        entered.add(position, id);
    }

    private void leave(final UUID entity, final int id) {
        final IntArrayList left = members.get(entity);
        left.rem(id);
        if (left.isEmpty()) {
            members.remove(entity);
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
