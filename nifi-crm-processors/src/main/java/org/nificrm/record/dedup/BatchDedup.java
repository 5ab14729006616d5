package org.nificrm.record.dedup;

import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.matching.BatchMatch;
import org.nificrm.matching.BatchMatcher;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.PossibleMatch;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.record.RecordInput;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds duplicates within one FlowFile. Its content is read twice: first for what is compared, kept in a compact form, then
 * for the records themselves, of which only those wait in memory whose duplicates have not been read yet.
 */
public final class BatchDedup {

    private final MatchSettings settings;
    private final Optional<MatchModel> model;
    private final GoldenRecords golden;
    private final LinkRecords links;
    private final MatchInput input;

    /**
     * @param settings how to match
     * @param model    the model to use; empty to learn one from each FlowFile
     * @param golden   builds golden records
     * @param links    builds the records about links
     */
    public BatchDedup(final MatchSettings settings, final Optional<MatchModel> model, final GoldenRecords golden, final LinkRecords links) {
        this.settings = settings;
        this.model = model;
        this.golden = golden;
        this.links = links;
        this.input = new MatchInput(settings.fields());
    }

    /** Reads all records and groups them. */
    public BatchMatch match(final RecordInput records) {
        final BatchMatcher matcher = new BatchMatcher(settings);
        for (Record record = records.next(); record != null; record = records.next()) {
            matcher.add(input.read(record));
        }

        return model.isPresent() ? matcher.match(model.get()) : matcher.match();
    }

    /** Reads the same records again and writes what became of them. */
    public void write(final BatchMatch match, final RecordInput records, final DedupRoutes routes) throws IOException {
        final RecordSchema goldenSchema = GoldenRecords.schema(records.schema());
        final RecordSchema memberSchema = LinkRecords.memberSchema(records.schema());
        routes.declare(goldenSchema, memberSchema);
        final int[] groups = groups(match);
        final int[] awaited = sizes(groups);
        final Map<Integer, Group> waiting = new HashMap<>();
        int number = 0;
        for (Record record = records.next(); record != null; record = records.next()) {
            final int group = groups[number];
            final Group gathered = waiting.computeIfAbsent(group, absent -> new Group());
            gathered.add(match.profiles().get(number), record);
            awaited[group]--;
            if (awaited[group] == 0) {
                write(match, waiting.remove(group), goldenSchema, memberSchema, routes);
            }

            number++;
        }

        for (final PossibleMatch possible : match.possibleMatches()) {
            routes.review(links.pair(match.scorer(), possible));
        }
    }

    /** For each record the number of the first of its group, where records with one source key are one whatever they say. */
    private static int[] groups(final BatchMatch match) {
        final int[] groups = match.clusters().clone();
        final Map<SourceKey, Integer> first = new HashMap<>();
        for (int number = 0; number < groups.length; number++) {
            final Integer earlier = first.putIfAbsent(match.profiles().get(number).key(), number);
            if (earlier != null) {
                join(groups, root(groups, earlier), root(groups, number));
            }
        }

        for (int number = 0; number < groups.length; number++) {
            groups[number] = root(groups, number);
        }

        return groups;
    }

    private static void join(final int[] groups, final int one, final int other) {
        groups[Math.max(one, other)] = Math.min(one, other);
    }

    private static int root(final int[] groups, final int number) {
        int root = number;
        while (groups[root] != root) {
            root = groups[root];
        }

        return root;
    }

    private static int[] sizes(final int[] groups) {
        final int[] sizes = new int[groups.length];
        for (final int group : groups) {
            sizes[group]++;
        }

        return sizes;
    }

    private void write(final BatchMatch match, final Group group, final RecordSchema goldenSchema, final RecordSchema memberSchema, final DedupRoutes routes)
            throws IOException {
        final List<SourceKey> keys = group.profiles.stream().map(Profile::key).toList();
        final Record merged = golden.golden(keys.getFirst().goldenId(), keys, group.records, goldenSchema, null);
        routes.golden(merged);
        if (keys.size() > 1) {
            for (int i = 0; i < keys.size(); i++) {
                routes.duplicate(links.member(group.records.get(i), memberSchema, keys.getFirst().goldenId(), match.scorer(), group.profiles.get(i), group.profiles));
            }
        }
    }

    /** The records of one group that have been read so far. */
    private static final class Group {
        private final List<Profile> profiles = new ArrayList<>(1);
        private final List<Record> records = new ArrayList<>(1);

        private void add(final Profile profile, final Record record) {
            profiles.add(profile);
            records.add(record);
        }
    }
}
