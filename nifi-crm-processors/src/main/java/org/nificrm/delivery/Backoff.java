package org.nificrm.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/** Whether to try again and how long to wait before: doubling from 100 ms with jitter, or what the CRM asks for. */
final class Backoff {

    /** How a thread waits. */
    interface Pause {
        void pause(Duration duration) throws InterruptedException;
    }

    /** Longer waits are not for a thread: the record is given back instead. */
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private static final long FIRST_MILLISECONDS = 100;

    private final int maximumAttempts;
    private final Pause pause;

    Backoff(final int maximumAttempts, final Pause pause) {
        this.maximumAttempts = maximumAttempts;
        this.pause = pause;
    }

    /**
     * @param attempts   number of attempts made, from 1
     * @param retryAfter what the CRM asks for, or null
     */
    boolean isWorthRepeating(final int attempts, final Duration retryAfter) {
        return attempts < maximumAttempts && (retryAfter == null || retryAfter.compareTo(LONGEST) <= 0);
    }

    void pause(final int attempts, final Duration retryAfter) throws CrmException {
        final Duration duration = retryAfter == null ? jittered(attempts) : retryAfter;
        if (duration.isPositive()) {
            try {
                pause.pause(duration);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new CrmException(CrmException.Kind.UNAVAILABLE, "INTERRUPTED", "Interrupted while waiting for another attempt", e);
            }
        }
    }

    private static Duration jittered(final int attempts) {
        final long ceiling = Math.min(LONGEST.toMillis(), FIRST_MILLISECONDS << Math.min(attempts - 1, 10));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(ceiling / 2, ceiling + 1));
    }
}
