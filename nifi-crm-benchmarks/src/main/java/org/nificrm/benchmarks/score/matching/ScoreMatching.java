package org.nificrm.benchmarks.score.matching;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.nificrm.benchmarks.Command;
import org.nificrm.benchmarks.Heap;
import org.nificrm.matching.BatchMatch;
import org.nificrm.matching.BatchMatcher;
import org.nificrm.matching.IncomingRecord;
import org.nificrm.matching.IncrementalMatcher;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.ModelChoice;
import org.nificrm.matching.VersionOrder;
import org.nificrm.matching.block.CandidatePairs;
import org.nificrm.matching.field.MatchField;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.Role;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.StoredRecord;
import org.nificrm.matching.index.embedded.EmbeddedEntityStore;
import org.nificrm.samples.ClusterMetrics;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Matches a labelled CSV with the engine and the defaults of the processor, and compares the groups with the truth.
 */
public final class ScoreMatching implements Command {
    private static final String ID = "rec_id";
    private static final String TRUTH = "cluster_id";
    private static final byte[] NO_CONTENT = {};

    @Override
    public String name() {
        return "score er";
    }

    @Override
    public String usage() {
        return "CSV --fields FIELDS.json [--out FILE] [--batches N] [--threads N] [--threshold BITS]: "
                + "accuracy of matching; FIELDS.json maps column to role, the columns rec_id and cluster_id (truth) are never matched";
    }

    @Override
    public void run(final List<String> arguments) throws IOException {
        final ScoreArguments options = ScoreArguments.parse(arguments);
        final MatchFields fields = MatchFields.parse(Files.readString(options.fields()));
        final MatchSettings settings = new MatchSettings(fields, options.threshold(),
                Math.min(options.threshold(), MatchSettings.DEFAULT_REVIEW_THRESHOLD), options.threads());
        final Labelled labelled = read(options.csv(), fields);
        Heap.reset();
        final long start = System.nanoTime();
        final Result result = options.batches() == 1 ? matchAtOnce(labelled.records, settings)
                : matchInBatches(labelled.records, settings, options.batches());
        final double seconds = (System.nanoTime() - start) / 1e9;
        final long peak = Heap.peak();
        if (options.out() != null) {
            write(options.out(), labelled, result.goldenIds);
        }

        final int records = labelled.records.size();
        System.out.printf("records             %d%n", records);
        if (labelled.truth.length > 0) {
            print(ClusterMetrics.of(labelled.truth, result.goldenIds));
            if (result.pairs != null) {
                System.out.printf("blocking recall     %.6f%n", blockingRecall(result.pairs, labelled.truth));
            }
        }

        System.out.printf("candidates a record %.1f%n", (double) result.candidates / records);
        System.out.printf("wall time           %.2f s (%.0f records/s, %d threads)%n", seconds, records / seconds, options.threads());
        System.out.printf("peak heap           %d MB%n", peak);
    }

    private static Result matchAtOnce(final List<SourceRecord> records, final MatchSettings settings) {
        final BatchMatcher matcher = new BatchMatcher(settings);
        records.forEach(matcher::add);
        final BatchMatch match = matcher.match();
        final String[] goldenIds = new String[records.size()];
        for (int record = 0; record < goldenIds.length; record++) {
            goldenIds[record] = records.get(match.clusters()[record]).key().goldenId().toString();
        }

        return new Result(goldenIds, match.candidates().count(), match.candidates());
    }

    private static Result matchInBatches(final List<SourceRecord> records, final MatchSettings settings, final int batches) throws IOException {
        long candidates = 0;
        try (EmbeddedEntityStore store = EmbeddedEntityStore.inMemory()) {
            final IncrementalMatcher matcher = new IncrementalMatcher(settings, ModelChoice.automatic(), store, VersionOrder.LAST_ARRIVED);
            for (int batch = 0; batch < batches; batch++) {
                final List<SourceRecord> part = records.subList((int) ((long) records.size() * batch / batches),
                        (int) ((long) records.size() * (batch + 1) / batches));
                candidates += matcher.match(part.stream().map(record -> new IncomingRecord(record, NO_CONTENT)).toList()).candidates();
            }

            final Map<SourceKey, StoredRecord> stored = store.transact(
                    transaction -> transaction.find(records.stream().map(SourceRecord::key).toList()));
            final String[] goldenIds = records.stream().map(record -> stored.get(record.key()).entityId().toString()).toArray(String[]::new);
            return new Result(goldenIds, candidates, null);
        }
    }

    private static void print(final ClusterMetrics metrics) {
        System.out.printf("pairwise precision  %.6f%n", metrics.precision());
        System.out.printf("pairwise recall     %.6f%n", metrics.recall());
        System.out.printf("pairwise F1         %.6f%n", metrics.f1());
        System.out.printf("B-cubed F1          %.6f%n", metrics.bcubedF1());
        System.out.printf("pairs               %d true, %d found, %d correct%n", metrics.truePairs(), metrics.foundPairs(),
                metrics.correctPairs());
    }

    private static double blockingRecall(final CandidatePairs pairs, final String[] truth) {
        final ClusterMetrics everything = ClusterMetrics.of(truth, truth);
        long met = 0;
        for (int record = 0; record < truth.length; record++) {
            for (final int other : pairs.before(record)) {
                met += truth[other].equals(truth[record]) ? 1 : 0;
            }
        }

        return everything.truePairs() == 0 ? 1 : (double) met / everything.truePairs();
    }

    private static Labelled read(final Path csv, final MatchFields fields) throws IOException {
        final List<SourceRecord> records = new ArrayList<>();
        final List<String> truth = new ArrayList<>();
        final CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (CSVParser parser = CSVParser.parse(csv, StandardCharsets.UTF_8, format)) {
            final boolean labelled = parser.getHeaderMap().containsKey(TRUTH);
            for (final MatchField field : fields.fields()) {
                if (!parser.getHeaderMap().containsKey(field.name()) || field.name().equals(TRUTH)) {
                    throw new IllegalArgumentException("FIELDS.json names '%s', which is not a column to match by".formatted(field.name()));
                }
            }

            final int[] sources = fields.positions(Role.SOURCE);
            for (final CSVRecord row : parser) {
                final String[] values = new String[fields.size()];
                for (int i = 0; i < values.length; i++) {
                    final String value = row.get(fields.fields().get(i).name());
                    values[i] = value.isEmpty() ? null : value;
                }

                final String system = sources.length == 0 || values[sources[0]] == null ? "" : values[sources[0]];
                records.add(new SourceRecord(new SourceKey(system, row.get(ID)), values));
                if (labelled) {
                    truth.add(row.get(TRUTH));
                }
            }
        }

        return new Labelled(records, truth.toArray(String[]::new));
    }

    private static void write(final Path file, final Labelled labelled, final String[] found) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file)) {
            writer.write("rec_id,golden_id\n");
            for (int record = 0; record < found.length; record++) {
                writer.write(labelled.records.get(record).key().id() + "," + found[record] + "\n");
            }
        }
    }

    /** @param pairs null if there was more than one batch */
    private record Result(String[] goldenIds, long candidates, CandidatePairs pairs) {
    }

    private record Labelled(List<SourceRecord> records, String[] truth) {
    }
}
