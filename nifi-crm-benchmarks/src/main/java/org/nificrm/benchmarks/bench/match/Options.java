package org.nificrm.benchmarks.bench.match;

import java.util.List;

/**
 * The sizes of a run.
 *
 * @param records matched at once, and at half, a quarter and an eighth of it; 0 leaves this part out, as everywhere
 * @param index   customers in the embedded index when the next ones are timed
 * @param shared  customers in the index in PostgreSQL when the next ones are timed
 * @param peers   records that all contenders match
 * @param threads threads of the matcher
 */
record Options(int records, int index, int shared, int peers, int threads) {

    static final Options DEFAULT = new Options(500_000, 1_000_000, 200_000, 10_000, Runtime.getRuntime().availableProcessors());

    static Options parse(final List<String> arguments) {
        Options options = DEFAULT;
        for (int i = 0; i < arguments.size(); i += 2) {
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException("Option " + arguments.get(i) + " has no value");
            }

            options = options.with(arguments.get(i), Integer.parseInt(arguments.get(i + 1)));
        }

        return options;
    }

    private Options with(final String option, final int value) {
        return switch (option) {
            case "--records" -> new Options(value, index, shared, peers, threads);
            case "--index" -> new Options(records, value, shared, peers, threads);
            case "--shared" -> new Options(records, index, value, peers, threads);
            case "--peers" -> new Options(records, index, shared, value, threads);
            case "--threads" -> new Options(records, index, shared, peers, value);
            default -> throw new IllegalArgumentException("Option " + option + " is not known");
        };
    }
}
