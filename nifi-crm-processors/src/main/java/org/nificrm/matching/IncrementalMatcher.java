package org.nificrm.matching;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.block.BlockKeys;
import org.nificrm.matching.block.Blocks;
import org.nificrm.matching.cluster.Clusterer;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordWrite;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Matches records against everything seen before and remembers them. New records attach to entities by the same rule as in a
 * batch; the entities they touch, and only those, are clustered anew. Not for use by several threads; several matchers may share
 * a store.
 */
public final class IncrementalMatcher {
    private static final byte[] NO_CONTENT = {};

    private final MatchSettings settings;
    private final ModelChoice modelChoice;
    private final EntityStore store;
    private final VersionOrder versions;
    private final List<Attribute> attributes;
    private final ProfileReader reader;
    private final BlockKeys blockKeys;
    private final Parallel parallel;

    public IncrementalMatcher(final MatchSettings settings, final ModelChoice modelChoice, final EntityStore store, final VersionOrder versions) {
        this.settings = settings;
        this.modelChoice = modelChoice;
        this.store = store;
        this.versions = versions;
        attributes = Attribute.of(settings.fields());
        reader = new ProfileReader(settings.fields());
        blockKeys = new BlockKeys(attributes);
        parallel = new Parallel(settings.threads());
    }

    /**
     * Matches a batch and remembers it. Of several versions of one record, at hand or remembered, the newest counts, and the last
     * of equally new ones.
     *
     * @throws IOException if the store fails; nothing was remembered then, and the same batch may be tried again
     */
    public IncrementalMatch match(final Collection<IncomingRecord> batch) throws IOException {
        return match(batch, List.of());
    }

    /** Remembers a steward's decisions and clusters the entities of their records anew. */
    public IncrementalMatch decide(final Collection<Constraint> decisions) throws IOException {
        return match(List.of(), decisions);
    }

    private IncrementalMatch match(final Collection<IncomingRecord> batch, final Collection<Constraint> decisions) throws IOException {
        final Map<SourceKey, IncomingRecord> newest = new LinkedHashMap<>();
        batch.forEach(incoming -> newest.merge(incoming.record().key(), incoming,
                (known, arriving) -> versions.isOutdated(arriving.content(), known.content()) ? known : arriving));
        final List<Prepared> prepared = new ArrayList<>();
        final LongArrayList locks = new LongArrayList();
        for (final IncomingRecord incoming : newest.values()) {
            final Profile profile = reader.read(incoming.record());
            final long[] keys = blockKeys.of(profile);
            prepared.add(new Prepared(incoming, profile, keys));
            locks.addElements(locks.size(), keys);
        }

        return store.transact(locks.toLongArray(), transaction -> {
            transaction.addConstraints(decisions);
            final Unit unit = new Unit(transaction, decisions);
            unit.admit(prepared, batch.size());
            return unit.run();
        });
    }

    /** A record at hand with what can be made of it outside of a unit of work. */
    private record Prepared(IncomingRecord incoming, Profile profile, long[] keys) {
    }

    /** One unit of work. */
    private final class Unit {
        private final EntityTransaction transaction;
        private final List<IncomingRecord> incoming = new ArrayList<>();
        private final List<Profile> profiles = new ArrayList<>();
        private final List<long[]> keys = new ArrayList<>();
        private final Set<SourceKey> decided = new HashSet<>();
        private final List<ScoredPair> pairs = new ArrayList<>();
        private final Set<UUID> touched = new HashSet<>();
        private final Map<SourceKey, StoredRecord> known = new HashMap<>();
        private final Set<SourceKey> changed = new HashSet<>();
        /** The records compared with each other: those at hand, or with them all that are stored. */
        private List<Profile> everything = profiles;
        private CandidateSearch search;
        private Scorer scorer;
        private long candidates;
        private Arrivals arrivals = Arrivals.NONE;

        private Unit(final EntityTransaction transaction, final Collection<Constraint> decisions) {
            this.transaction = transaction;
            decisions.forEach(decision -> {
                decided.add(decision.first());
                decided.add(decision.second());
            });
        }

        /** Takes in what is new. The entities of the rest are touched all the same, so that a replay tells them again. */
        private void admit(final List<Prepared> records, final int arrived) throws IOException {
            final Map<SourceKey, StoredRecord> former = transaction.find(records.stream().map(record -> record.incoming().record().key()).toList());
            final Map<Long, byte[]> contents = transaction.contents(former.values().stream().map(StoredRecord::id).toList());
            for (final Prepared record : records) {
                final SourceKey key = record.incoming().record().key();
                final StoredRecord stored = former.get(key);
                if (stored != null) {
                    touched.add(stored.entityId());
                    if (versions.isOutdated(record.incoming().content(), contents.get(stored.id()))) {
                        continue;
                    }

                    known.put(key, stored);
                }

                if (stored == null || !isKept(record.incoming(), stored, contents)) {
                    changed.add(key);
                }

                incoming.add(record.incoming());
                profiles.add(record.profile());
                keys.add(record.keys());
            }

            final int created = incoming.size() - known.size();
            arrivals = new Arrivals(created, changed.size() - created, incoming.size() - changed.size(), arrived - incoming.size());
        }

        private static boolean isKept(final IncomingRecord record, final StoredRecord stored, final Map<Long, byte[]> contents) {
            return Arrays.equals(record.content(), contents.get(stored.id())) && record.record().encode().equals(stored.matchValues());
        }

        private IncrementalMatch run() throws IOException {
            final MatchModel model = model();
            profiles.forEach(model::apply);
            scorer = new Scorer(model, transaction.recordCount() + incoming.size() - known.size());
            search = new CandidateSearch(transaction, blockKeys, reader, BatchMatcher.BLOCK_CAP, profiles);
            search.search(keys);
            comparePairsWithin(everything);
            if (everything == profiles) {
                comparePairsWithStored(model);
            }

            touchDecided();
            final Neighbourhood neighbourhood = neighbourhood(model);
            return remember(neighbourhood, cluster(neighbourhood));
        }

        /** The model in force. When a new one is learned, all that is stored is compared and clustered anew with it. */
        private MatchModel model() throws IOException {
            final MatchModel current = modelChoice.current(transaction.model(), settings);
            final long records = transaction.recordCount() + incoming.size() - known.size();
            if (!modelChoice.isDue(current, records)) {
                return current;
            }

            final List<Profile> sample = new ArrayList<>();
            final Set<UUID> entities = new HashSet<>();
            for (final StoredRecord record : transaction.oldest(ModelChoice.ENOUGH_RECORDS)) {
                if (!known.containsKey(record.key())) {
                    sample.add(reader.read(SourceRecord.decode(record.key(), record.matchValues())));
                    entities.add(record.entityId());
                }
            }

            sample.addAll(profiles);
            final MatchModel learned = ModelChoice.learn(settings, sample);
            transaction.saveModel(learned.toJson());
            if (sample.size() == records) {
                sample.forEach(learned::apply);
                touched.addAll(entities);
                everything = sample;
            }

            return learned;
        }

        private void comparePairsWithin(final List<Profile> atHand) {
            final Blocks.Candidates reader = Blocks.of(atHand, blockKeys, BatchMatcher.BLOCK_CAP).candidates();
            for (int number = 0; number < atHand.size(); number++) {
                final IntArrayList found = reader.before(number);
                candidates += found.size();
                for (int i = 0; i < found.size(); i++) {
                    keep(atHand.get(found.getInt(i)), atHand.get(number));
                }
            }
        }

        private void comparePairsWithStored(final MatchModel model) throws IOException {
            final LongOpenHashSet ids = new LongOpenHashSet();
            for (int number = 0; number < profiles.size(); number++) {
                ids.addAll(search.candidates(number));
            }

            known.values().forEach(record -> ids.remove(record.id()));
            final Map<Long, StoredRecord> stored = new HashMap<>();
            final Map<Long, Profile> read = new HashMap<>();
            for (final StoredRecord record : transaction.records(ids)) {
                stored.put(record.id(), record);
                read.put(record.id(), profile(record, model));
            }

            for (int number = 0; number < profiles.size(); number++) {
                for (final long id : search.candidates(number).toLongArray()) {
                    final Profile other = read.get(id);
                    if (other != null) {
                        candidates++;
                        final float score = keep(other, profiles.get(number));
                        if (score >= settings.matchThreshold()) {
                            touched.add(stored.get(id).entityId());
                        }
                    }
                }
            }
        }

        private Profile profile(final StoredRecord record, final MatchModel model) {
            final Profile profile = reader.read(SourceRecord.decode(record.key(), record.matchValues()));
            model.apply(profile);
            return profile;
        }

        private float keep(final Profile older, final Profile newer) {
            final float score = scorer.score(older, newer);
            if (score >= settings.reviewThreshold()) {
                pairs.add(new ScoredPair(older, newer, score));
            }

            return score;
        }

        /** The entities of records about which a steward decided, together with records at hand or just before. */
        private void touchDecided() throws IOException {
            final Set<SourceKey> keysAtHand = new HashSet<>(decided);
            profiles.forEach(profile -> keysAtHand.add(profile.key()));
            for (final Constraint constraint : transaction.constraints(keysAtHand)) {
                if (constraint.kind() == Constraint.Kind.MUST_LINK) {
                    decided.add(constraint.first());
                    decided.add(constraint.second());
                }
            }

            transaction.find(decided).values().forEach(record -> touched.add(record.entityId()));
        }

        private Neighbourhood neighbourhood(final MatchModel model) throws IOException {
            final List<Neighbourhood.Resident> residents = new ArrayList<>();
            for (final StoredRecord record : transaction.members(touched)) {
                if (!known.containsKey(record.key())) {
                    residents.add(new Neighbourhood.Resident(profile(record, model), record.id(), record.id(), record.entityId(), record.revision(), false));
                }
            }

            for (int number = 0; number < profiles.size(); number++) {
                final Profile profile = profiles.get(number);
                final StoredRecord former = known.get(profile.key());
                residents.add(former == null ? new Neighbourhood.Resident(profile, Long.MAX_VALUE / 2 + number, -1, null, 0, true)
                        : new Neighbourhood.Resident(profile, former.id(), former.id(), former.entityId(), former.revision(), true));
            }

            final Neighbourhood neighbourhood = new Neighbourhood(scorer, residents);
            transaction.constraints(residents.stream().map(resident -> resident.profile().key()).toList()).forEach(neighbourhood::constrain);
            for (final ScoredPair pair : pairs) {
                if (neighbourhood.contains(pair.older().key()) && neighbourhood.contains(pair.newer().key())) {
                    neighbourhood.connect(pair.older().key(), pair.newer().key(), pair.score());
                }
            }

            neighbourhood.connectFormerEntities();
            return neighbourhood;
        }

        private int[] cluster(final Neighbourhood neighbourhood) {
            final Edges edges = neighbourhood.edges();
            return new Clusterer(parallel, settings.matchThreshold()).cluster(neighbourhood.residents().size(), edges,
                    neighbourhood.together(), neighbourhood);
        }

        private IncrementalMatch remember(final Neighbourhood neighbourhood, final int[] clusters) throws IOException {
            final List<Neighbourhood.Resident> residents = neighbourhood.residents();
            final Map<SourceKey, UUID> goldenIds = new HashMap<>();
            for (int position = 0; position < residents.size(); position++) {
                goldenIds.put(residents.get(position).profile().key(), residents.get(clusters[position]).profile().key().goldenId());
            }

            final Map<SourceKey, byte[]> contents = contents(residents);
            final long revision = nextRevision(residents);
            final Set<UUID> changedEntities = changedEntities(residents, goldenIds);
            save(goldenIds, changedEntities, revision);
            final Map<Long, UUID> assigned = new HashMap<>();
            for (final Neighbourhood.Resident resident : residents) {
                final UUID goldenId = goldenIds.get(resident.profile().key());
                if (!resident.incoming() && changedEntities.contains(goldenId)) {
                    assigned.put(resident.storedId(), goldenId);
                }
            }

            transaction.assign(assigned, revision);
            transaction.addBlockKeys(search.furtherKeys());
            final Map<SourceKey, UUID> batchIds = new LinkedHashMap<>();
            profiles.forEach(profile -> batchIds.put(profile.key(), goldenIds.get(profile.key())));
            return new IncrementalMatch(batchIds, states(residents, clusters, goldenIds, contents), possibleMatches(goldenIds), scorer, candidates, arrivals);
        }

        /** The time, but later than whatever happened to any of these entities, though another node's clock may have been ahead. */
        private static long nextRevision(final List<Neighbourhood.Resident> residents) {
            return Math.max(System.currentTimeMillis(), 1 + residents.stream().mapToLong(Neighbourhood.Resident::revision).max().orElse(0));
        }

        /** Entities that gained or lost a member, or of which a member says something else than before. */
        private Set<UUID> changedEntities(final List<Neighbourhood.Resident> residents, final Map<SourceKey, UUID> goldenIds) {
            final Set<UUID> entities = new HashSet<>();
            for (final Neighbourhood.Resident resident : residents) {
                final UUID goldenId = goldenIds.get(resident.profile().key());
                if (changed.contains(resident.profile().key())) {
                    entities.add(goldenId);
                }

                if (!goldenId.equals(resident.formerEntity())) {
                    entities.add(goldenId);
                    entities.add(resident.formerEntity());
                }
            }

            return entities;
        }

        private Map<SourceKey, byte[]> contents(final List<Neighbourhood.Resident> residents) throws IOException {
            final Map<Long, byte[]> stored = transaction.contents(residents.stream().filter(resident -> !resident.incoming())
                    .map(Neighbourhood.Resident::storedId).toList());
            final Map<SourceKey, byte[]> contents = new HashMap<>();
            residents.stream().filter(resident -> !resident.incoming())
                    .forEach(resident -> contents.put(resident.profile().key(), stored.getOrDefault(resident.storedId(), NO_CONTENT)));
            incoming.forEach(record -> contents.put(record.record().key(), record.content()));
            return contents;
        }

        private void save(final Map<SourceKey, UUID> goldenIds, final Set<UUID> changedEntities, final long revision) throws IOException {
            final List<RecordWrite> writes = new ArrayList<>();
            for (int number = 0; number < incoming.size(); number++) {
                final SourceRecord record = incoming.get(number).record();
                final UUID goldenId = goldenIds.get(record.key());
                writes.add(new RecordWrite(record.key(), goldenId, record.encode(), search.keys(number),
                        changedEntities.contains(goldenId) ? revision : known.get(record.key()).revision(), incoming.get(number).content()));
            }

            transaction.save(writes);
        }

        private List<EntityState> states(final List<Neighbourhood.Resident> residents, final int[] clusters,
                final Map<SourceKey, UUID> goldenIds, final Map<SourceKey, byte[]> contents) {
            final Map<UUID, UUID> successors = new HashMap<>();
            for (final Neighbourhood.Resident resident : residents) {
                if (resident.formerEntity() != null && resident.profile().key().goldenId().equals(resident.formerEntity())) {
                    successors.put(resident.formerEntity(), goldenIds.get(resident.profile().key()));
                }
            }

            final Map<Integer, List<Neighbourhood.Resident>> byCluster = new TreeMap<>();
            for (int position = 0; position < residents.size(); position++) {
                byCluster.computeIfAbsent(clusters[position], absent -> new ArrayList<>()).add(residents.get(position));
            }

            return byCluster.values().stream().map(members -> state(members, goldenIds, successors, contents)).toList();
        }

        private EntityState state(final List<Neighbourhood.Resident> members, final Map<SourceKey, UUID> goldenIds,
                final Map<UUID, UUID> successors, final Map<SourceKey, byte[]> contents) {
            final UUID goldenId = goldenIds.get(members.getFirst().profile().key());
            final Set<UUID> superseded = new HashSet<>();
            final Set<UUID> splitFrom = new HashSet<>();
            for (final Neighbourhood.Resident member : members) {
                final UUID former = member.formerEntity();
                if (former == null || former.equals(goldenId)) {
                    continue;
                }

                final UUID successor = successors.get(former);
                if (former.equals(successor)) {
                    splitFrom.add(former);
                } else if (goldenId.equals(successor)) {
                    superseded.add(former);
                }
            }

            final List<EntityState.Member> result = members.stream().map(member -> new EntityState.Member(member.profile(),
                    contents.get(member.profile().key()), member.incoming())).toList();
            return new EntityState(goldenId, result, superseded, splitFrom);
        }

        private List<PossibleMatch> possibleMatches(final Map<SourceKey, UUID> goldenIds) {
            final List<PossibleMatch> possible = new ArrayList<>();
            for (final ScoredPair pair : pairs) {
                final UUID older = goldenIds.get(pair.older().key());
                if (older == null || !older.equals(goldenIds.get(pair.newer().key()))) {
                    possible.add(new PossibleMatch(pair.older(), pair.newer(), pair.score()));
                }
            }

            return possible;
        }
    }

    /** A pair from the review threshold up. */
    private record ScoredPair(Profile older, Profile newer, float score) {
    }
}
