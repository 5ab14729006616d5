package org.nificrm.matching;

import it.unimi.dsi.fastutil.longs.Long2ObjectMap;
import it.unimi.dsi.fastutil.longs.Long2ObjectOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.Neighbourhood.Resident;
import org.nificrm.matching.PairScoring.ScoredPair;
import org.nificrm.matching.block.CandidatePairs;
import org.nificrm.matching.cluster.Clusterer;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.Constraint;
import org.nificrm.matching.index.EntityTransaction;
import org.nificrm.matching.index.RecordPair;
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
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/** One unit of work of {@link IncrementalMatcher}: save, search, compare, claim, cluster, remember. */
final class MatchUnit {
    private final EntityTransaction transaction;
    private final MatchSettings settings;
    private final ModelChoice modelChoice;
    private final VersionOrder versions;
    private final ProfileReader reader;
    private final CandidateSearch search;
    private final Parallel parallel;
    /** Records that are new, have new values, or were left unmatched by a unit of work that broke off; by id. */
    private final Long2ObjectMap<PreparedRecord> fresh = new Long2ObjectOpenHashMap<>();
    /** Records whose entities are clustered anew. */
    private final LongOpenHashSet touched = new LongOpenHashSet();
    private MatchModel model;
    private Scorer scorer;
    private PairScoring scoring;
    private StoredProfiles stored;
    private Arrivals arrivals;

    MatchUnit(final EntityTransaction transaction, final MatchSettings settings, final ModelChoice modelChoice, final VersionOrder versions,
            final ProfileReader reader, final CandidateSearch search, final Parallel parallel) {
        this.transaction = transaction;
        this.settings = settings;
        this.modelChoice = modelChoice;
        this.versions = versions;
        this.reader = reader;
        this.search = search;
        this.parallel = parallel;
    }

    /**
     * Matches records, and honours decisions that were made just now.
     *
     * @param batch    records with distinct keys
     * @param outdated number of records left out because there are newer versions of them in the batch
     */
    IncrementalMatch run(final List<PreparedRecord> batch, final int outdated, final Collection<Constraint> decisions) throws IOException {
        final Set<SourceKey> decided = new HashSet<>();
        decisions.forEach(decision -> decided.addAll(List.of(decision.first(), decision.second())));
        final long[] ids = save(batch, outdated);
        touchDecided(decided);
        if (!touched.isEmpty()) {
            compare(ids);
            cluster();
        }

        final Set<SourceKey> atHand = new TreeSet<>(decided);
        batch.forEach(record -> atHand.add(record.key()));
        return result(atHand);
    }

    /** Saves what is not known as it is, for all to see; returns its ids. */
    private long[] save(final List<PreparedRecord> batch, final int outdated) throws IOException {
        final Map<SourceKey, StoredRecord> known = transaction.find(batch.stream().map(PreparedRecord::key).toList());
        final Set<Long> unsettled = known.isEmpty() ? Set.of() : transaction.unsettled();
        final Map<Long, byte[]> contents = transaction.contents(known.values().stream().map(StoredRecord::id).toList());
        final List<PreparedRecord> changed = new ArrayList<>();
        int updated = 0;
        int older = outdated;
        for (final PreparedRecord record : batch) {
            final StoredRecord stored = known.get(record.key());
            final byte[] content = stored == null ? null : contents.get(stored.id());
            if (stored == null) {
                changed.add(record);
            } else if (versions.isOutdated(record.content(), content)) {
                older++;
            } else if (!record.matchValues().equals(stored.matchValues()) || !Arrays.equals(record.content(), content)) {
                changed.add(record);
                updated++;
            } else if (unsettled.contains(stored.id())) {
                changed.add(record);
            }
        }

        final int created = batch.size() - known.size();
        arrivals = new Arrivals(created, updated, batch.size() + outdated - created - updated - older, older);
        final long[] ids = transaction.save(changed.stream().map(record -> new RecordWrite(record.key(), record.matchValues(), record.content())).toList(),
                System.currentTimeMillis());
        transaction.publish();
        for (int i = 0; i < ids.length; i++) {
            fresh.put(ids[i], changed.get(i));
            touched.add(ids[i]);
        }

        return ids;
    }

    /** Records about which a steward decided, just now or together with records at hand. */
    private void touchDecided(final Set<SourceKey> decided) throws IOException {
        final Set<SourceKey> atHand = new HashSet<>(decided);
        fresh.values().forEach(record -> atHand.add(record.key()));
        final Set<SourceKey> keys = new HashSet<>(decided);
        for (final Constraint constraint : transaction.constraints(atHand)) {
            if (constraint.kind() == Constraint.Kind.MUST_LINK) {
                keys.addAll(List.of(constraint.first(), constraint.second()));
            }
        }

        transaction.find(keys).values().forEach(record -> touched.add(record.id()));
    }

    private void compare(final long[] ids) throws IOException {
        final long records = transaction.recordCount();
        model = modelChoice.current(transaction.model(), settings);
        final boolean due = modelChoice.isDue(model, records);
        final List<StoredRecord> sample = due ? transaction.oldest(ModelChoice.ENOUGH_RECORDS) : List.of();
        if (due) {
            model = ModelChoice.learn(settings, sample.stream().map(record -> reader.read(SourceRecord.decode(record.key(), record.matchValues()))).toList());
            transaction.saveModel(model.toJson());
        }

        stored = new StoredProfiles(transaction, model.reader(), parallel);
        scorer = new Scorer(model, records);
        scoring = new PairScoring(scorer, settings.reviewThreshold(), parallel);
        fresh.values().forEach(record -> model.apply(record.profile()));
        if (due && sample.size() < ModelChoice.ENOUGH_RECORDS) {
            compareAll(sample);
        } else {
            compareWithStored(ids);
        }

        for (final ScoredPair pair : scoring.pairs()) {
            if (pair.score() >= settings.matchThreshold()) {
                touched.add(pair.older());
                touched.add(pair.newer());
            }
        }
    }

    /** With a new model all that is stored is compared and clustered anew. */
    private void compareAll(final List<StoredRecord> sample) {
        final List<Profile> profiles = stored.of(sample);
        final long[] ids = sample.stream().mapToLong(StoredRecord::id).toArray();
        touched.addAll(LongArrayList.wrap(ids));
        scoring.score(ids, profiles, CandidatePairs.of(profiles, model.attributes(), parallel));
    }

    private void compareWithStored(final long[] ids) throws IOException {
        final int[][] candidates = search.search(transaction, ids, Arrays.stream(ids).mapToObj(id -> fresh.get(id).profile()).toList());
        final LongOpenHashSet others = new LongOpenHashSet();
        for (final int[] found : candidates) {
            for (final int id : found) {
                others.add(id);
            }
        }

        others.removeAll(fresh.keySet());
        stored.read(others);
        scoring.score(ids, candidates, id -> fresh.containsKey(id) ? fresh.get(id).profile() : stored.get(id), fresh::containsKey);
    }

    private void cluster() throws IOException {
        final List<StoredRecord> claimed = transaction.claim(touched);
        final List<Profile> profiles = stored.of(claimed.stream().filter(record -> !isFresh(record)).toList());
        final List<Resident> residents = new ArrayList<>();
        int read = 0;
        for (final StoredRecord record : claimed) {
            final Profile profile = isFresh(record) ? fresh.get(record.id()).profile() : profiles.get(read++);
            residents.add(new Resident(record.id(), profile, record.entityId(), record.revision(), isFresh(record)));
        }

        final Neighbourhood neighbourhood = new Neighbourhood(scorer, residents);
        transaction.constraints(residents.stream().map(Resident::key).toList()).forEach(neighbourhood::constrain);
        scoring.pairs().forEach(pair -> neighbourhood.connect(pair.older(), pair.newer(), pair.score()));
        neighbourhood.connectFormerEntities();
        remember(neighbourhood, new Clusterer(parallel, settings.matchThreshold()).cluster(residents.size(), neighbourhood.edges(), neighbourhood.together(),
                neighbourhood));
    }

    private boolean isFresh(final StoredRecord record) {
        final PreparedRecord atHand = fresh.get(record.id());
        return atHand != null && atHand.matchValues().equals(record.matchValues());
    }

    private void remember(final Neighbourhood neighbourhood, final int[] clusters) throws IOException {
        final List<Resident> residents = neighbourhood.residents();
        final int[] sizes = new int[clusters.length];
        Arrays.stream(clusters).forEach(cluster -> sizes[cluster]++);
        final Set<UUID> changed = new HashSet<>();
        final Set<UUID> toTell = new HashSet<>();
        for (int position = 0; position < clusters.length; position++) {
            final Resident resident = residents.get(position);
            final UUID goldenId = goldenId(residents, clusters, position);
            final boolean moved = !goldenId.equals(resident.formerEntity());
            if (moved || resident.incoming() && sizes[clusters[position]] > 1) {
                changed.addAll(List.of(goldenId, resident.formerEntity()));
            }

            // A record at hand tells of its own entity itself; one that stood alone leaves none behind.
            if (moved && !(resident.incoming() && resident.key().goldenId().equals(resident.formerEntity()))) {
                toTell.addAll(List.of(goldenId, resident.formerEntity()));
            }
        }

        final Map<Long, UUID> assigned = new HashMap<>();
        for (int position = 0; position < clusters.length; position++) {
            final UUID goldenId = goldenId(residents, clusters, position);
            if (changed.contains(goldenId)) {
                assigned.put(residents.get(position).id(), goldenId);
            }
        }

        transaction.assign(assigned, nextRevision(residents));
        if (!toTell.isEmpty()) {
            transaction.addConsequences(cause(), toTell);
        }

        transaction.addPossibleMatches(possibleMatches(neighbourhood, clusters));
        transaction.settle(fresh.keySet());
    }

    private static UUID goldenId(final List<Resident> residents, final int[] clusters, final int position) {
        return residents.get(clusters[position]).key().goldenId();
    }

    /** The time, but later than whatever happened to any of these entities, though another node's clock may have been ahead. */
    private static long nextRevision(final List<Resident> residents) {
        return Math.max(System.currentTimeMillis(), 1 + residents.stream().mapToLong(Resident::revision).max().orElse(0));
    }

    /** One of the records at hand stands for all: they come again together. */
    private long cause() {
        return fresh.isEmpty() ? touched.longStream().min().orElseThrow() : fresh.keySet().longStream().min().orElseThrow();
    }

    private Set<RecordPair> possibleMatches(final Neighbourhood neighbourhood, final int[] clusters) {
        final Set<RecordPair> possible = new TreeSet<>();
        for (final ScoredPair pair : scoring.pairs()) {
            if (!neighbourhood.areTogether(pair.older(), pair.newer(), clusters)) {
                possible.add(new RecordPair(pair.older(), pair.newer()));
            }
        }

        final Edges edges = neighbourhood.edges();
        for (int edge = 0; edge < edges.size(); edge++) {
            if (edges.score(edge) >= settings.reviewThreshold() && clusters[edges.first(edge)] != clusters[edges.second(edge)]) {
                possible.add(new RecordPair(neighbourhood.residents().get(edges.first(edge)).id(), neighbourhood.residents().get(edges.second(edge)).id()));
            }
        }

        return possible;
    }

    private IncrementalMatch result(final Set<SourceKey> atHand) throws IOException {
        final Map<SourceKey, StoredRecord> stored = transaction.find(atHand);
        final Map<SourceKey, UUID> goldenIds = new HashMap<>();
        stored.forEach((key, record) -> goldenIds.put(key, record.entityId()));
        return new IncrementalMatch(goldenIds, stored.values().stream().mapToLong(StoredRecord::id).sorted().toArray(), scoring == null ? 0 : scoring.compared(), arrivals);
    }
}
