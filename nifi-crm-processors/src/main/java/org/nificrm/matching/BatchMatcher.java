package org.nificrm.matching;

import org.nificrm.matching.block.CandidatePairs;
import org.nificrm.matching.cluster.Clusterer;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.compare.PairComparator;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.model.PatternCounts;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.model.Trainer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Groups records that are all at hand. Add the records, then match once.
 */
public final class BatchMatcher {
    private static final int RANGES = 256;
    private static final int READ_AT_ONCE = 4_096;
    private static final int MOST_RANDOM_PAIRS = 400_000;
    private static final int LEAST_RANDOM_PAIRS = 20_000;
    private static final int RANDOM_PAIRS_A_RECORD = 40;
    private static final long SEED = 20_240_229;
    private static final long MOST_TRAINING_PAIRS = 3_000_000;

    private final MatchSettings settings;
    private final List<Attribute> attributes;
    private final ProfileReader reader;
    private final Parallel parallel;
    private final List<Profile> profiles = new ArrayList<>();
    private final List<SourceRecord> unread = new ArrayList<>();

    public BatchMatcher(final MatchSettings settings) {
        this.settings = settings;
        attributes = Attribute.of(settings.fields());
        reader = new ProfileReader(settings.fields());
        parallel = new Parallel(settings.threads());
    }

    /** Starts with records that are read already; their numbers are their positions. */
    BatchMatcher(final MatchSettings settings, final List<Profile> profiles) {
        this(settings);
        this.profiles.addAll(profiles);
    }

    /** Adds a record; its number is the count of records added before. */
    public void add(final SourceRecord record) {
        unread.add(record);
        if (unread.size() == READ_AT_ONCE) {
            read();
        }
    }

    private void read() {
        final Profile[] read = new Profile[unread.size()];
        parallel.forEach(read.length, i -> read[i] = reader.read(unread.get(i)));
        profiles.addAll(Arrays.asList(read));
        unread.clear();
    }

    /** Matches with a model learned from the records themselves, or with the built-in one where they are too few to learn from. */
    public BatchMatch match() {
        final CandidatePairs pairs = pairs();
        return match(pairs, profiles.size() < ModelChoice.LEAST_RECORDS ? MatchModel.builtIn(settings.fields()) : train(pairs));
    }

    /** Matches with a given model. */
    public BatchMatch match(final MatchModel model) {
        return match(pairs(), model);
    }

    /** @return a model learned from the records, without matching them */
    public MatchModel train() {
        return train(pairs());
    }

    private CandidatePairs pairs() {
        read();
        return CandidatePairs.of(profiles, attributes, parallel);
    }

    private MatchModel train(final CandidatePairs pairs) {
        final PairComparator comparator = new PairComparator(attributes);
        final int stride = (int) Math.max(1, pairs.count() / MOST_TRAINING_PAIRS);
        final PatternCounts candidates = new PatternCounts();
        final PatternCounts[] parts = new PatternCounts[RANGES];
        parallel.forEach(RANGES, range -> {
            final PatternCounts counts = new PatternCounts();
            for (int id = range * stride; id < profiles.size(); id += RANGES * stride) {
                for (final int other : pairs.before(id)) {
                    counts.add(comparator.compare(profiles.get(other), profiles.get(id)));
                }
            }

            parts[range] = counts;
        });
        for (final PatternCounts part : parts) {
            candidates.addAll(part);
        }

        return new Trainer(settings.fields()).train(profiles, candidates, 1.0 / stride, random(comparator));
    }

    private PatternCounts random(final PairComparator comparator) {
        final PatternCounts counts = new PatternCounts();
        final int records = profiles.size();
        if (records < 2) {
            return counts;
        }

        final long pairs = Math.clamp((long) records * RANDOM_PAIRS_A_RECORD, LEAST_RANDOM_PAIRS, MOST_RANDOM_PAIRS);
        final PatternCounts[] parts = new PatternCounts[RANGES];
        parallel.forEach(RANGES, range -> {
            final SplittableRandom random = new SplittableRandom(SEED + range);
            parts[range] = new PatternCounts();
            for (long pair = pairs * range / RANGES; pair < pairs * (range + 1) / RANGES; pair++) {
                final int first = random.nextInt(records);
                final int second = random.nextInt(records - 1);
                final int other = second >= first ? second + 1 : second;
                parts[range].add(comparator.compare(profiles.get(Math.min(first, other)), profiles.get(Math.max(first, other))));
            }
        });
        for (final PatternCounts part : parts) {
            counts.addAll(part);
        }

        return counts;
    }

    private BatchMatch match(final CandidatePairs pairs, final MatchModel model) {
        parallel.forEach(RANGES, range -> profiles.subList(start(range), start(range + 1)).forEach(model::apply));
        final Scorer scorer = new Scorer(model, profiles.size());
        final Edges[] parts = new Edges[RANGES];
        parallel.forEach(RANGES, range -> {
            final Edges edges = new Edges();
            for (int id = start(range); id < start(range + 1); id++) {
                for (final int other : pairs.before(id)) {
                    final float score = scorer.score(profiles.get(other), profiles.get(id));
                    if (score >= settings.reviewThreshold()) {
                        edges.add(other, id, score);
                    }
                }
            }

            parts[range] = edges;
        });
        final Edges edges = new Edges();
        for (final Edges part : parts) {
            edges.addAll(part);
        }

        final int[] clusters = new Clusterer(parallel, settings.matchThreshold()).cluster(profiles.size(), edges, List.of(),
                (first, second) -> scorer.scoreWithinGroup(profiles.get(first), profiles.get(second)));
        return new BatchMatch(List.copyOf(profiles), clusters, edges, scorer, pairs);
    }

    private int start(final int range) {
        return (int) ((long) profiles.size() * range / RANGES);
    }
}
