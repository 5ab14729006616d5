package org.nificrm.runtime;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Shows lines that change: in place on a terminal, from time to time in a log. */
final class Screen {

    /** System property that is true where output goes to a terminal. */
    static final String TERMINAL_PROPERTY = "nificrm.terminal";

    private static final Duration LOG_INTERVAL = Duration.ofSeconds(10);

    private final PrintStream out;
    private final boolean terminal = Boolean.getBoolean(TERMINAL_PROPERTY);

    private int linesShown;
    private Instant lastShown = Instant.EPOCH;

    Screen(final PrintStream out) {
        this.out = out;
    }

    /** Replaces what the last call showed; a log gets the lines at most every ten seconds. */
    void show(final List<String> lines) {
        if (terminal) {
            if (linesShown > 0) {
                out.printf("\033[%dA\033[J", linesShown);
            }

            lines.forEach(out::println);
            linesShown = lines.size();
        } else if (lastShown.plus(LOG_INTERVAL).isBefore(Instant.now())) {
            lines.forEach(out::println);
            lastShown = Instant.now();
        }
    }

    /** Writes a line that stays. */
    void say(final String format, final Object... values) {
        out.printf(format + "%n", values);
        linesShown = 0;
    }
}
