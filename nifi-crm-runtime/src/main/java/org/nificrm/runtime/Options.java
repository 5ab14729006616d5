package org.nificrm.runtime;

import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param records how many customers the sample holds
 * @param port    where the canvas is wanted
 * @param exit    whether to end after the summary
 * @param nodes   how many nodes of NiFi, a cluster if more than one
 */
record Options(int records, int port, boolean exit, int nodes) {

    static final String USAGE = """
            Usage: ./run demo [--exit] [--records N] [--port N]
                   ./run nifi [--nodes N] [--port N]""";

    private static final int DEFAULT_RECORDS = 2_000;
    private static final int DEFAULT_PORT = 8080;
    private static final int HIGHEST_PORT = 65_535;

    Options {
        if (records < 1) {
            throw new IllegalArgumentException("--records is at least 1");
        }

        if (port < 1 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException("--port is between 1 and " + HIGHEST_PORT);
        }

        if (nodes < 1) {
            throw new IllegalArgumentException("--nodes is at least 1");
        }
    }

    /** Reads the arguments after the command; an {@link IllegalArgumentException} says what is wrong with them. */
    static Options parse(final List<String> arguments) {
        int records = DEFAULT_RECORDS;
        int port = DEFAULT_PORT;
        boolean exit = false;
        int nodes = 1;
        final Iterator<String> remaining = arguments.iterator();
        while (remaining.hasNext()) {
            final String option = remaining.next();
            switch (option) {
                case "--records" -> records = number(option, remaining);
                case "--port" -> port = number(option, remaining);
                case "--exit" -> exit = true;
                case "--nodes" -> nodes = number(option, remaining);
                default -> throw new IllegalArgumentException("Unknown option " + option);
            }
        }

        return new Options(records, port, exit, nodes);
    }

    private static int number(final String option, final Iterator<String> remaining) {
        if (!remaining.hasNext()) {
            throw new IllegalArgumentException(option + " needs a number");
        }

        final String value = remaining.next();
        try {
            return Integer.parseInt(value.replace("_", "").replace(",", ""));
        } catch (final NumberFormatException e) {
            throw new IllegalArgumentException("%s needs a number, not %s".formatted(option, value), e);
        }
    }
}
