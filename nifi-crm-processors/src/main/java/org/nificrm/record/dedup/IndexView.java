package org.nificrm.record.dedup;

import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordPair;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What an index says about the records of one FlowFile: the customers they belong to, and those that changed when they came. It
 * is read a unit at a time, in an order that depends on the index alone: by the oldest of the records that were seen.
 */
final class IndexView {

    private final EntityStore store;
    private final ProfileReader reader;
    private final MatchModel model;
    private final long[] seen;

    /** @param seen ids of the records of the FlowFile, in any order and with repetitions */
    IndexView(final EntityStore store, final MatchFields fields, final MatchModel model, final long[] seen) {
        this.store = store;
        this.reader = new ProfileReader(fields);
        this.model = model;
        this.seen = Arrays.stream(seen).sorted().distinct().toArray();
    }

    /** Every record of these customers that came with another FlowFile. */
    void forEachUnseen(final Consumer<Record> consumer) throws IOException {
        forEachUnit((transaction, entities) -> {
            final List<Long> unseen = entities.stream().flatMap(List::stream).map(StoredRecord::id).filter(id -> !isSeen(id)).toList();
            return transaction.contents(unseen).values();
        }, contents -> contents.forEach(content -> consumer.accept(RecordContent.decode(content))));
    }

    /** Every customer, once. */
    void forEachEntity(final Sink<Entity> sink) throws IOException {
        forEachUnit(this::entities, entities -> {
            for (final Entity entity : entities) {
                sink.accept(entity);
            }
        });
    }

    private List<Entity> entities(final EntityTransaction transaction, final Collection<List<StoredRecord>> entities) throws IOException {
        final Map<Long, byte[]> contents = transaction.contents(entities.stream().flatMap(List::stream).map(StoredRecord::id).toList());
        return entities.stream().map(members -> new Entity(members.getFirst().entityId(), members.stream().mapToLong(StoredRecord::revision).max().orElseThrow(),
                members.stream().map(member -> new Member(profile(member), contents.get(member.id()), isSeen(member.id()))).toList())).toList();
    }

    private <T> void forEachUnit(final Reading<T> reading, final Sink<T> sink) throws IOException {
        final Set<UUID> others = new TreeSet<>();
        for (int from = 0; from < seen.length; from += IndexDedup.UNIT) {
            final List<Long> ids = unit(from);
            sink.accept(store.transact(transaction -> {
                others.addAll(transaction.consequences(ids));
                return reading.read(transaction, entitiesOf(transaction, ids));
            }));
        }

        final List<UUID> changed = List.copyOf(others);
        for (int from = 0; from < changed.size(); from += IndexDedup.UNIT) {
            final List<UUID> ids = changed.subList(from, Math.min(from + IndexDedup.UNIT, changed.size()));
            sink.accept(store.transact(transaction -> {
                final Map<UUID, List<StoredRecord>> entities = members(transaction, ids);
                entities.values().removeIf(members -> members.stream().anyMatch(member -> isSeen(member.id())));
                return reading.read(transaction, entities.values());
            }));
        }
    }

    private List<Long> unit(final int from) {
        return LongArrayList.wrap(Arrays.copyOfRange(seen, from, Math.min(from + IndexDedup.UNIT, seen.length)));
    }

    /** The members of the entities of which one of these records is the first that was seen, the oldest first. */
    private Collection<List<StoredRecord>> entitiesOf(final EntityTransaction transaction, final List<Long> ids) throws IOException {
        final Map<Long, UUID> entityByRecord = new HashMap<>();
        transaction.records(ids).forEach(record -> entityByRecord.put(record.id(), record.entityId()));
        final Set<UUID> ordered = new LinkedHashSet<>();
        ids.forEach(id -> ordered.add(entityByRecord.get(id)));
        final Map<UUID, List<StoredRecord>> entities = members(transaction, ordered);
        final long least = ids.getFirst();
        entities.values().removeIf(members -> members.stream().map(StoredRecord::id).anyMatch(id -> id < least && isSeen(id)));
        return entities.values();
    }

    /** In the given order; those that are gone are absent. */
    private static Map<UUID, List<StoredRecord>> members(final EntityTransaction transaction, final Collection<UUID> ids) throws IOException {
        final Map<UUID, List<StoredRecord>> entities = new LinkedHashMap<>();
        ids.forEach(id -> entities.put(id, new ArrayList<>(1)));
        transaction.members(ids).forEach(record -> entities.get(record.entityId()).add(record));
        entities.values().removeIf(List::isEmpty);
        return entities;
    }

    private boolean isSeen(final long id) {
        return Arrays.binarySearch(seen, id) >= 0;
    }

    /** Every pair of customers that may be one and about which no steward has decided, once, the older record first. */
    void forEachPossibleMatch(final PairSink sink) throws IOException {
        for (int from = 0; from < seen.length; from += IndexDedup.UNIT) {
            final List<Long> ids = unit(from);
            for (final List<StoredRecord> pair : store.transact(transaction -> undecided(transaction, ids))) {
                sink.accept(profile(pair.getFirst()), profile(pair.getLast()));
            }
        }
    }

    private List<List<StoredRecord>> undecided(final EntityTransaction transaction, final List<Long> ids) throws IOException {
        final long least = ids.getFirst();
        final List<RecordPair> pairs = transaction.possibleMatches(ids).stream()
                .filter(pair -> !(pair.older() < least && isSeen(pair.older()))).toList();
        final Set<Long> members = new HashSet<>();
        pairs.forEach(pair -> members.addAll(List.of(pair.older(), pair.newer())));
        final Map<Long, StoredRecord> records = transaction.records(members).stream().collect(Collectors.toMap(StoredRecord::id, Function.identity()));
        final Set<Set<SourceKey>> decided = transaction.constraints(records.values().stream().map(StoredRecord::key).toList()).stream()
                .map(IndexView::keys).collect(Collectors.toSet());
        return pairs.stream().map(pair -> List.of(records.get(pair.older()), records.get(pair.newer())))
                .filter(pair -> !pair.getFirst().entityId().equals(pair.getLast().entityId()))
                .filter(pair -> !decided.contains(Set.of(pair.getFirst().key(), pair.getLast().key()))).toList();
    }

    private static Set<SourceKey> keys(final Constraint constraint) {
        return Set.of(constraint.first(), constraint.second());
    }

    private Profile profile(final StoredRecord stored) {
        final Profile profile = reader.read(SourceRecord.decode(stored.key(), stored.matchValues()));
        model.apply(profile);
        return profile;
    }

    /** Takes what was read, outside of the transaction. */
    @FunctionalInterface
    interface Sink<T> {
        void accept(T read) throws IOException;
    }

    /** Takes two records, outside of the transaction. */
    @FunctionalInterface
    interface PairSink {
        void accept(Profile first, Profile second) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T read(EntityTransaction transaction, Collection<List<StoredRecord>> entities) throws IOException;
    }

    /**
     * A customer.
     *
     * @param goldenId its id
     * @param revision when it last changed, milliseconds since 1970
     * @param members  its records, the oldest first
     */
    record Entity(UUID goldenId, long revision, List<Member> members) {
    }

    /**
     * A record of a customer.
     *
     * @param profile as it was compared
     * @param content the whole record
     * @param seen    whether it is one of the FlowFile
     */
    record Member(Profile profile, byte[] content, boolean seen) {
        SourceKey key() {
            return profile.key();
        }

        Record record() {
            return RecordContent.decode(content);
        }
    }
}
