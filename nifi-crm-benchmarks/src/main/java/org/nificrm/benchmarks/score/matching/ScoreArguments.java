package org.nificrm.benchmarks.score.matching;

import org.nificrm.matching.MatchSettings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The arguments of {@link ScoreMatching}.
 *
 * @param csv       labelled records
 * @param fields    column to role
 * @param out       where the result goes, null for nowhere
 * @param batches   number of batches; with more than one each is matched against those before
 * @param threads   threads to use
 * @param threshold match threshold in bits
 */
record ScoreArguments(Path csv, Path fields, Path out, int batches, int threads, double threshold) {
    private static final Set<String> OPTIONS = Set.of("--fields", "--out", "--batches", "--threads", "--threshold");

    static ScoreArguments parse(final List<String> arguments) {
        final List<String> files = new ArrayList<>();
        final Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            final String argument = arguments.get(i);
            if (!argument.startsWith("--")) {
                files.add(argument);
            } else if (!OPTIONS.contains(argument) || i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Option " + argument + " is not known or has no value");
            } else {
                options.put(argument, arguments.get(++i));
            }
        }

        if (files.size() != 1 || !options.containsKey("--fields")) {
            throw new IllegalArgumentException("One CSV file and --fields are needed");
        }

        return new ScoreArguments(Path.of(files.getFirst()), Path.of(options.get("--fields")),
                options.containsKey("--out") ? Path.of(options.get("--out")) : null,
                Integer.parseInt(options.getOrDefault("--batches", "1")),
                Integer.parseInt(options.getOrDefault("--threads", String.valueOf(Runtime.getRuntime().availableProcessors()))),
                Double.parseDouble(options.getOrDefault("--threshold", String.valueOf(MatchSettings.DEFAULT_MATCH_THRESHOLD))));
    }
}
