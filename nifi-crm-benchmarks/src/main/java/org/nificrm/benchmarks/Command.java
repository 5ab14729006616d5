package org.nificrm.benchmarks;

import java.util.List;

/** One thing {@link Main} can be asked to do. */
public interface Command {

    /** The words that call it, for example {@code score cleanse}. */
    String name();

    /** What follows the name, and what it does, in one line. */
    String usage();

    /**
     * Runs to the end and prints its result.
     *
     * @throws IllegalArgumentException if the arguments are not of the form that {@link #usage()} says
     */
    void run(List<String> arguments) throws Exception;
}
