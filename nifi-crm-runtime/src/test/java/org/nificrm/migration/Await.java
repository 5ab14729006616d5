package org.nificrm.migration;

import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** Waiting for what a server does in its own time. */
final class Await {

    private static final int POLL_MILLIS = 200;

    private Await() {
    }

    /**
     * Polls until the condition holds; what it throws counts as "not yet".
     *
     * @param state what to show if it never does
     */
    static void until(final Duration timeout, final Supplier<Boolean> condition, final Supplier<Object> state) {
        final Instant deadline = Instant.now().plus(timeout);
        while (!holds(condition)) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("Not within %s: %s".formatted(timeout, state.get()));
            }

            pause(POLL_MILLIS);
        }
    }

    private static boolean holds(final Supplier<Boolean> condition) {
        try {
            return condition.get();
        } catch (final RuntimeException notYet) {
            return false;
        }
    }

    static void pause(final long millis) {
        try {
            Thread.sleep(millis);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting", e);
        }
    }
}
