package org.nificrm.matching.index.embedded;

import org.h2.mvstore.MVMap;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Changes;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordPair;
import org.nificrm.matching.index.RecordWrite;
import org.nificrm.matching.index.StoredRecord;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/** One unit of work: changes memory and file at once and remembers how to undo what it did to memory. */
final class EmbeddedTransaction implements EntityTransaction {

    private static final String MODEL = "model";

    private final RecordTable table;
    private final MVMap<Long, byte[]> saved;
    private final MVMap<Long, byte[]> memberships;
    private final MVMap<String, String> models;
    private final Constraints constraints;
    private final Relations relations;
    private final Set<Long> unsettled = new HashSet<>();
    private final Deque<Runnable> undo = new ArrayDeque<>();

    EmbeddedTransaction(final RecordTable table, final MVMap<Long, byte[]> saved, final MVMap<Long, byte[]> memberships,
            final MVMap<String, String> models, final Constraints constraints, final Relations relations) {
        this.table = table;
        this.saved = saved;
        this.memberships = memberships;
        this.models = models;
        this.constraints = constraints;
        this.relations = relations;
    }

    /** Puts memory back into the state it had before. */
    void undo() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    @Override
    public long recordCount() {
        return table.size();
    }

    @Override
    public Optional<String> model() {
        return Optional.ofNullable(models.get(MODEL));
    }

    @Override
    public void saveModel(final String model) {
        models.put(MODEL, model);
    }

    @Override
    public Map<SourceKey, StoredRecord> find(final Collection<SourceKey> keys) {
        final Map<SourceKey, StoredRecord> found = new HashMap<>();
        for (final SourceKey key : keys) {
            final int id = table.id(key);
            if (id != RecordTable.UNKNOWN) {
                found.put(key, table.stored(id));
            }
        }

        return found;
    }

    @Override
    public Changes changes(final long start, final int limit) {
        return table.changes((int) start, limit);
    }

    @Override
    public List<StoredRecord> records(final Collection<Long> recordIds) {
        return recordIds.stream().filter(table::holds).map(id -> table.stored(id.intValue())).toList();
    }

    @Override
    public List<StoredRecord> members(final Collection<UUID> entityIds) {
        final List<StoredRecord> members = new ArrayList<>();
        for (final UUID entity : entityIds) {
            Arrays.stream(table.members(entity)).forEach(id -> members.add(table.stored(id)));
        }

        members.sort(Comparator.comparingLong(StoredRecord::id));
        return members;
    }

    @Override
    public List<StoredRecord> claim(final Collection<Long> recordIds) {
        final Set<UUID> claimed = new LinkedHashSet<>();
        recordIds.forEach(id -> claimed.add(table.membership(id.intValue()).entity()));
        return members(claimed);
    }

    @Override
    public List<StoredRecord> oldest(final int limit) {
        return IntStream.rangeClosed(1, Math.min(limit, table.size())).mapToObj(table::stored).toList();
    }

    @Override
    public Map<Long, byte[]> contents(final Collection<Long> recordIds) {
        final Map<Long, byte[]> contents = new HashMap<>();
        for (final Long id : recordIds) {
            if (table.holds(id)) {
                contents.put(id, SavedRecord.decode(saved.get(id)).content());
            }
        }

        return contents;
    }

    @Override
    public List<Constraint> constraints(final Collection<SourceKey> keys) {
        return constraints.of(keys);
    }

    @Override
    public void addConstraints(final Collection<Constraint> added) {
        added.forEach(constraints::add);
    }

    @Override
    public long[] save(final List<RecordWrite> writes, final long revision) {
        final long[] ids = new long[writes.size()];
        for (int i = 0; i < ids.length; i++) {
            final RecordWrite write = writes.get(i);
            final int known = table.id(write.key());
            final byte[] matchValues = write.matchValues().getBytes(StandardCharsets.UTF_8);
            final int id = known == RecordTable.UNKNOWN ? create(write, matchValues, revision) : replace(known, matchValues, revision);
            saved.put((long) id, new SavedRecord(write.key(), matchValues, write.content()).encode());
            unsettled.add((long) id);
            ids[i] = id;
        }

        return ids;
    }

    private int create(final RecordWrite write, final byte[] matchValues, final long revision) {
        final Membership membership = new Membership(write.key().goldenId(), revision);
        final int id = table.add(write.key(), membership, matchValues);
        undo.push(table::removeLast);
        memberships.put((long) id, membership.encode());
        return id;
    }

    private int replace(final int id, final byte[] matchValues, final long revision) {
        final byte[] before = table.matchValues(id);
        table.setMatchValues(id, matchValues);
        undo.push(() -> table.setMatchValues(id, before));
        relations.removePossible(id);
        final Membership membership = table.membership(id);
        move(id, new Membership(membership.entity(), Math.max(revision, membership.revision() + 1)));
        return id;
    }

    @Override
    public void publish() {
        // no other unit of work runs
    }

    @Override
    public Set<Long> unsettled() {
        return unsettled;
    }

    @Override
    public void settle(final Collection<Long> recordIds) {
        unsettled.removeAll(recordIds);
    }

    @Override
    public void assign(final Map<Long, UUID> entityByRecord, final long revision) {
        entityByRecord.forEach((id, entity) -> move(id.intValue(), new Membership(entity, revision)));
    }

    private void move(final int id, final Membership membership) {
        final Membership before = table.membership(id);
        if (!before.equals(membership)) {
            table.assign(id, membership);
            undo.push(() -> table.assign(id, before));
            memberships.put((long) id, membership.encode());
        }
    }

    @Override
    public void addPossibleMatches(final Collection<RecordPair> pairs) {
        pairs.forEach(relations::addPossible);
    }

    @Override
    public List<RecordPair> possibleMatches(final Collection<Long> recordIds) {
        return relations.possible(recordIds);
    }

    @Override
    public void addConsequences(final long recordId, final Collection<UUID> entityIds) {
        relations.addConsequences(recordId, entityIds);
    }

    @Override
    public Set<UUID> consequences(final Collection<Long> recordIds) {
        return relations.consequences(recordIds);
    }
}
