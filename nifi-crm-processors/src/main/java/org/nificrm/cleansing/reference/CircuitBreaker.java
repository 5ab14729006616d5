package org.nificrm.cleansing.reference;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Spares a system that does not answer: after a number of failures in a row it is left alone for a while, then one call tries whether
 * it is back.
 */
final class CircuitBreaker {

    private final int failuresToOpen;
    private final long pauseNanos;
    private final LongSupplier nanoClock;
    private int failures;
    private long openedAt;
    private boolean probing;

    CircuitBreaker(final int failuresToOpen, final Duration pause, final LongSupplier nanoClock) {
        this.failuresToOpen = failuresToOpen;
        this.pauseNanos = pause.toNanos();
        this.nanoClock = nanoClock;
    }

    /** Whether a call may be made; whoever may must report how it ended. */
    synchronized boolean tryAcquire() {
        if (failures < failuresToOpen) {
            return true;
        }

        if (probing || nanoClock.getAsLong() - openedAt < pauseNanos) {
            return false;
        }

        probing = true;
        return true;
    }

    synchronized void succeeded() {
        failures = 0;
        probing = false;
    }

    synchronized void failed() {
        failures++;
        openedAt = nanoClock.getAsLong();
        probing = false;
    }
}
