package org.nificrm.record.dedup;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.apache.nifi.serialization.record.util.DataTypeUtils;
import org.nificrm.matching.Arrivals;
import org.nificrm.matching.IncomingRecord;
import org.nificrm.matching.IncrementalMatch;
import org.nificrm.matching.IncrementalMatcher;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.ModelChoice;
import org.nificrm.matching.PossibleMatch;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;
import org.nificrm.record.RecordInput;

import java.io.IOException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Matches the records of one FlowFile against everything seen before. They go into the index in units of a thousand; when all
 * are in, the customers they touched are read back and written once, as they then are. What is written therefore depends on
 * the index alone: a FlowFile that is replayed, even after half of it went in, gives the same.
 */
public final class IndexDedup {

    private static final long[] NO_LOCKS = {};
    private static final int UNIT = 1_000;

    private final EntityStore store;
    private final IncrementalMatcher matcher;
    private final GoldenRecords golden;
    private final LinkRecords links;
    private final MatchInput input;
    private final ProfileReader profiles;
    private final Set<SourceKey> seen = new HashSet<>();
    private final Set<UUID> touched = new LinkedHashSet<>();
    private final List<Record> possible = new ArrayList<>();
    private RecordSchema schema = new SimpleRecordSchema(List.of());
    private Scorer scorer;
    private Arrivals arrivals = Arrivals.NONE;

    /**
     * @param settings how to match
     * @param model    which model to use
     * @param store    what was seen before
     * @param golden   builds golden records
     * @param links    builds the records about links
     */
    public IndexDedup(final MatchSettings settings, final ModelChoice model, final EntityStore store, final GoldenRecords golden, final LinkRecords links) {
        this.store = store;
        this.matcher = new IncrementalMatcher(settings, model, store,
                (arriving, known) -> golden.isOlder(RecordContent.decode(arriving), RecordContent.decode(known)));
        this.golden = golden;
        this.links = links;
        this.input = new MatchInput(settings.fields());
        this.profiles = new ProfileReader(settings.fields());
    }

    /** Puts all records of a FlowFile into the index. */
    public void match(final RecordInput records) throws IOException {
        schema = records.schema();
        final List<IncomingRecord> unit = new ArrayList<>(UNIT);
        for (Record record = records.next(); record != null; record = records.next()) {
            unit.add(new IncomingRecord(input.read(record), RecordContent.encode(record)));
            if (unit.size() == UNIT) {
                note(matcher.match(unit));
                unit.forEach(incoming -> seen.add(incoming.record().key()));
                unit.clear();
            }
        }

        if (!unit.isEmpty()) {
            note(matcher.match(unit));
            unit.forEach(incoming -> seen.add(incoming.record().key()));
        }
    }

    /** Honours a steward's decisions from now on. */
    public void decide(final Collection<Constraint> decisions) throws IOException {
        note(matcher.decide(decisions));
    }

    private void note(final IncrementalMatch match) {
        scorer = match.scorer();
        arrivals = arrivals.plus(match.arrivals());
        match.entities().forEach(entity -> touched.add(entity.goldenId()));
        for (final PossibleMatch pair : match.possibleMatches()) {
            possible.add(links.pair(scorer, pair));
        }
    }

    /** What was known of the records so far. */
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Writes the customers that were touched, as they are now. */
    public void write(final DedupRoutes routes) throws IOException {
        widenSchema();
        final RecordSchema goldenSchema = GoldenRecords.schema(schema);
        final RecordSchema memberSchema = LinkRecords.memberSchema(schema);
        routes.declare(goldenSchema, memberSchema);
        forEachEntity(members -> write(members, goldenSchema, memberSchema, routes));
        final Map<SourceKey, UUID> entities = entitiesOfPairs();
        for (final Record pair : possible) {
            if (!entities.get(first(pair)).equals(entities.get(second(pair)))) {
                routes.review(pair);
            }
        }
    }

    /** Members that came with other FlowFiles may have fields that this one's records do not. */
    private void widenSchema() throws IOException {
        forEachEntity(members -> {
            for (final Member member : members) {
                if (!seen.contains(member.stored.key())) {
                    schema = DataTypeUtils.merge(schema, member.record().getSchema());
                }
            }
        });
    }

    private void write(final List<Member> members, final RecordSchema goldenSchema, final RecordSchema memberSchema, final DedupRoutes routes)
            throws IOException {
        final UUID goldenId = members.getFirst().stored.entityId();
        final List<SourceKey> keys = members.stream().map(member -> member.stored.key()).toList();
        final List<Record> records = members.stream().map(Member::record).toList();
        final long revision = members.stream().mapToLong(member -> member.stored.revision()).max().orElseThrow();
        routes.golden(golden.golden(goldenId, keys, records, goldenSchema, new Timestamp(revision)));
        if (members.size() > 1) {
            final List<Profile> compared = members.stream().map(member -> profile(member.stored)).toList();
            for (int i = 0; i < members.size(); i++) {
                if (seen.contains(keys.get(i))) {
                    routes.duplicate(links.member(records.get(i), memberSchema, goldenId, scorer, compared.get(i), compared));
                }
            }
        }
    }

    private Profile profile(final StoredRecord stored) {
        final Profile profile = profiles.read(SourceRecord.decode(stored.key(), stored.matchValues()));
        scorer.model().apply(profile);
        return profile;
    }

    private void forEachEntity(final EntityHandler handler) throws IOException {
        final List<UUID> ids = List.copyOf(touched);
        for (int from = 0; from < ids.size(); from += UNIT) {
            final List<UUID> unit = ids.subList(from, Math.min(from + UNIT, ids.size()));
            for (final List<Member> members : store.transact(NO_LOCKS, transaction -> entities(transaction, unit))) {
                handler.handle(members);
            }
        }
    }

    /** The members of those that still exist, the oldest first. */
    private static Collection<List<Member>> entities(final EntityTransaction transaction, final List<UUID> ids) throws IOException {
        final List<StoredRecord> stored = transaction.members(ids);
        final Map<Long, byte[]> contents = transaction.contents(stored.stream().map(StoredRecord::id).toList());
        final Map<UUID, List<Member>> entities = new LinkedHashMap<>();
        ids.forEach(id -> entities.put(id, new ArrayList<>(1)));
        stored.forEach(record -> entities.get(record.entityId()).add(new Member(record, contents.get(record.id()))));
        return entities.values().stream().filter(members -> !members.isEmpty()).toList();
    }

    private Map<SourceKey, UUID> entitiesOfPairs() throws IOException {
        final Set<SourceKey> keys = new HashSet<>();
        possible.forEach(pair -> keys.addAll(List.of(first(pair), second(pair))));
        final Map<SourceKey, UUID> entities = new HashMap<>();
        store.transact(NO_LOCKS, transaction -> transaction.find(keys)).forEach((key, stored) -> entities.put(key, stored.entityId()));
        return entities;
    }

    private static SourceKey first(final Record pair) {
        return new SourceKey(pair.getAsString(LinkRecords.FIRST_SYSTEM), pair.getAsString(LinkRecords.FIRST_ID));
    }

    private static SourceKey second(final Record pair) {
        return new SourceKey(pair.getAsString(LinkRecords.SECOND_SYSTEM), pair.getAsString(LinkRecords.SECOND_ID));
    }

    @FunctionalInterface
    private interface EntityHandler {
        void handle(List<Member> members) throws IOException;
    }

    private record Member(StoredRecord stored, byte[] content) {
        private Record record() {
            return RecordContent.decode(content);
        }
    }
}
