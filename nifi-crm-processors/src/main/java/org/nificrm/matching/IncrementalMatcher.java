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
    private final List<Attribute> attributes;
    private final ProfileReader reader;
    private final BlockKeys blockKeys;
    private final Parallel parallel;

    public IncrementalMatcher(final MatchSettings settings, final ModelChoice modelChoice, final EntityStore store) {
        this.settings = settings;
        this.modelChoice = modelChoice;
        this.store = store;
        attributes = Attribute.of(settings.fields());
        reader = new ProfileReader(settings.fields());
        blockKeys = new BlockKeys(attributes);
        parallel = new Parallel(settings.threads());
    }

    /**
     * Matches a batch and remembers it. Of several records with one source key the last counts.
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
        final Map<SourceKey, IncomingRecord> distinct = new LinkedHashMap<>();
        batch.forEach(incoming -> distinct.put(incoming.record().key(), incoming));
        final List<IncomingRecord> incoming = List.copyOf(distinct.values());
        final List<Profile> profiles = new ArrayList<>();
        final List<long[]> keys = new ArrayList<>();
        final LongArrayList locks = new LongArrayList();
        for (final IncomingRecord record : incoming) {
            final Profile profile = reader.read(record.record());
            profiles.add(profile);
            keys.add(blockKeys.of(profile));
            locks.addElements(locks.size(), keys.getLast());
        }

        return store.transact(locks.toLongArray(), transaction -> {
            transaction.addConstraints(decisions);
            return new Unit(transaction, incoming, profiles, keys, decisions).run();
        });
    }

    /** One unit of work. */
    private final class Unit {
        private final EntityTransaction transaction;
        private final List<IncomingRecord> incoming;
        private final List<Profile> profiles;
        private final List<long[]> keys;
        private final Set<SourceKey> decided = new HashSet<>();
        private final List<ScoredPair> pairs = new ArrayList<>();
        private final Set<UUID> touched = new HashSet<>();
        /** The records compared with each other: those at hand, or with them all that are stored. */
        private List<Profile> everything;
        private Map<SourceKey, StoredRecord> known;
        private CandidateSearch search;
        private Scorer scorer;
        private long candidates;

        private Unit(final EntityTransaction transaction, final List<IncomingRecord> incoming, final List<Profile> profiles,
                final List<long[]> keys, final Collection<Constraint> decisions) {
            this.transaction = transaction;
            this.incoming = incoming;
            this.profiles = profiles;
            this.keys = keys;
            everything = profiles;
            decisions.forEach(decision -> {
                decided.add(decision.first());
                decided.add(decision.second());
            });
        }

        private IncrementalMatch run() throws IOException {
            known = transaction.find(incoming.stream().map(record -> record.record().key()).toList());
            known.values().forEach(record -> touched.add(record.entityId()));
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
                    residents.add(new Neighbourhood.Resident(profile(record, model), record.id(), record.id(), record.entityId(), false));
                }
            }

            for (int number = 0; number < profiles.size(); number++) {
                final Profile profile = profiles.get(number);
                final StoredRecord former = known.get(profile.key());
                residents.add(former == null ? new Neighbourhood.Resident(profile, Long.MAX_VALUE / 2 + number, -1, null, true)
                        : new Neighbourhood.Resident(profile, former.id(), former.id(), former.entityId(), true));
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
            save(goldenIds);
            final Map<Long, UUID> moved = new HashMap<>();
            for (final Neighbourhood.Resident resident : residents) {
                final UUID goldenId = goldenIds.get(resident.profile().key());
                if (!resident.incoming() && !goldenId.equals(resident.formerEntity())) {
                    moved.put(resident.storedId(), goldenId);
                }
            }

            transaction.assign(moved);
            transaction.addBlockKeys(search.furtherKeys());
            final Map<SourceKey, UUID> batchIds = new LinkedHashMap<>();
            profiles.forEach(profile -> batchIds.put(profile.key(), goldenIds.get(profile.key())));
            return new IncrementalMatch(batchIds, states(residents, clusters, goldenIds, contents), possibleMatches(goldenIds), scorer, candidates);
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

        private void save(final Map<SourceKey, UUID> goldenIds) throws IOException {
            final List<RecordWrite> writes = new ArrayList<>();
            for (int number = 0; number < incoming.size(); number++) {
                final SourceRecord record = incoming.get(number).record();
                writes.add(new RecordWrite(record.key(), goldenIds.get(record.key()), record.encode(), search.keys(number),
                        incoming.get(number).content()));
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
