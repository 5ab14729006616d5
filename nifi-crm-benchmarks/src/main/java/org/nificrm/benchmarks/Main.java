package org.nificrm.benchmarks;

import org.nificrm.benchmarks.bench.cleanse.BenchCleanse;
import org.nificrm.benchmarks.bench.map.BenchMap;
import org.nificrm.benchmarks.bench.match.BenchMatch;
import org.nificrm.benchmarks.bench.put.BenchPut;
import org.nificrm.benchmarks.bench.rest.BenchRest;
import org.nificrm.benchmarks.score.cleanse.ScoreCleanse;
import org.nificrm.benchmarks.score.matching.GenerateMatching;
import org.nificrm.benchmarks.score.matching.ScoreMatching;

import java.util.List;

/** Dispatches {@code score …} and {@code bench …} to their {@link Command}. */
public final class Main {

    private static final List<Command> COMMANDS = List.of(new ScoreCleanse(), new ScoreMatching(), new GenerateMatching(),
            new BenchMap(), new BenchCleanse(), new BenchMatch(), new BenchPut(), new BenchRest());

    private Main() {
    }

    public static void main(final String[] arguments) throws Exception {
        final String name = arguments.length < 2 ? "" : arguments[0] + " " + arguments[1];
        for (final Command command : COMMANDS) {
            if (command.name().equals(name)) {
                run(command, List.of(arguments).subList(2, arguments.length));
                return;
            }
        }

        System.err.println("Commands:");
        COMMANDS.forEach(command -> System.err.println("  " + command.name() + " " + command.usage()));
        System.exit(2);
    }

    private static void run(final Command command, final List<String> arguments) throws Exception {
        try {
            command.run(arguments);
        } catch (final IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.err.println("Usage: ./run " + command.name() + " " + command.usage());
            System.exit(2);
        }
    }
}
