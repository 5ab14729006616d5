package org.nificrm.delivery.rest;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * One limit for all tasks that talk to a CRM: a token bucket for requests per second and a cap on requests at a time. When
 * the CRM says that it is too much, the rate is halved at once and grows back slowly (additive increase, multiplicative
 * decrease: Chiu and Jain, 1989).
 */
public final class RateLimiter {

    /** Share of the configured rate that each second without a complaint gives back. */
    private static final double INCREASE = 0.05;
    private static final double LEAST_SHARE = 0.02;
    /** How far a request that woke up late does not move the later ones: without it every oversleep lowers the rate. */
    private static final long CATCH_UP = TimeUnit.MILLISECONDS.toNanos(20);
    private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

    private final double configuredRate;
    private final Semaphore concurrent;
    private final LongSupplier nanoTime;
    private double rate;
    private long changedAt;
    /** The instant from which the next request may leave. */
    private long nextSlot;
    private long closedUntil;

    /**
     * @param perSecond  requests a second; positive infinity for no limit
     * @param concurrent requests at a time
     */
    public RateLimiter(final double perSecond, final int concurrent) {
        this(perSecond, concurrent, System::nanoTime);
    }

    RateLimiter(final double perSecond, final int concurrent, final LongSupplier nanoTime) {
        if (!(perSecond > 0) || concurrent < 1) {
            throw new IllegalArgumentException("a rate limit requires a positive rate and at least one request at a time");
        }

        this.configuredRate = perSecond;
        this.rate = perSecond;
        this.concurrent = new Semaphore(concurrent, true);
        this.nanoTime = nanoTime;
        this.nextSlot = nanoTime.getAsLong();
        this.changedAt = nextSlot;
        this.closedUntil = nextSlot;
    }

    /** How long the CRM must be left alone before anything is sent; zero if it need not. */
    public synchronized Duration closedFor() {
        return Duration.ofNanos(Math.max(0, closedUntil - nanoTime.getAsLong()));
    }

    /** Leaves the CRM alone for this long. */
    public synchronized void closeFor(final Duration duration) {
        closedUntil = Math.max(closedUntil, nanoTime.getAsLong() + duration.toNanos());
    }

    /** Waits for a turn; {@link #release()} gives it back once the answer is there. */
    public void acquire() throws InterruptedException {
        concurrent.acquire();
        try {
            final long wait = reserve();
            if (wait > 0) {
                TimeUnit.NANOSECONDS.sleep(wait);
            }
        } catch (final InterruptedException e) {
            concurrent.release();
            throw e;
        }
    }

    /** Takes the next slot and returns how many nanoseconds it is away. */
    synchronized long reserve() {
        final long now = nanoTime.getAsLong();
        grow(now);
        if (Double.isInfinite(rate)) {
            return 0;
        }

        nextSlot = Math.max(nextSlot, now - CATCH_UP);
        final long wait = Math.max(0, nextSlot - now);
        nextSlot += (long) (NANOS / rate);
        return wait;
    }

    private void grow(final long now) {
        if (rate < configuredRate) {
            rate = Math.min(configuredRate, rate + configuredRate * INCREASE * (now - changedAt) / NANOS);
        }

        changedAt = now;
    }

    public void release() {
        concurrent.release();
    }

    /** The CRM refused a request because there were too many. */
    public synchronized void tooMany() {
        if (!Double.isInfinite(rate)) {
            grow(nanoTime.getAsLong());
            rate = Math.max(configuredRate * LEAST_SHARE, rate / 2);
        }
    }
}
