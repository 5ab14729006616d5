package org.nificrm.delivery.rest;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RateLimiterTest {

    private final AtomicLong clock = new AtomicLong();

    @Test
    void requestsAreSpreadEvenly() {
        final RateLimiter limiter = new RateLimiter(10, 1, clock::get);

        assertEquals(0, limiter.reserve());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(100), limiter.reserve());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(200), limiter.reserve());
    }

    @Test
    void timeThatWasNotUsedIsNotSavedForABurst() {
        final RateLimiter limiter = new RateLimiter(10, 1, clock::get);
        clock.addAndGet(TimeUnit.SECONDS.toNanos(60));

        assertEquals(0, limiter.reserve());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(80), limiter.reserve());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(180), limiter.reserve());
    }

    @Test
    void requestsThatWakeUpLateDoNotLowerTheRate() {
        final RateLimiter limiter = new RateLimiter(100, 1, clock::get);
        for (int i = 0; i < 1000; i++) {
            clock.addAndGet(limiter.reserve() + TimeUnit.MILLISECONDS.toNanos(5));
        }

        assertEquals(10, clock.get() / 1e9, 0.1);
    }

    @Test
    void aComplaintHalvesTheRateWhichThenGrowsBackToWhatIsConfigured() {
        final RateLimiter limiter = new RateLimiter(10, 1, clock::get);
        limiter.tooMany();
        limiter.reserve();
        assertEquals(TimeUnit.MILLISECONDS.toNanos(200), limiter.reserve());

        clock.addAndGet(TimeUnit.SECONDS.toNanos(60));
        limiter.reserve();
        assertEquals(TimeUnit.MILLISECONDS.toNanos(80), limiter.reserve());
    }

    @Test
    void howeverManyComplaintsThereIsAlwaysSomeRate() {
        final RateLimiter limiter = new RateLimiter(10, 1, clock::get);
        for (int i = 0; i < 100; i++) {
            limiter.tooMany();
        }

        limiter.reserve();
        assertTrue(limiter.reserve() <= TimeUnit.SECONDS.toNanos(5));
    }

    @Test
    void aClosedLimiterOpensWhenTheTimeIsOver() {
        final RateLimiter limiter = new RateLimiter(10, 1, clock::get);
        limiter.closeFor(Duration.ofSeconds(30));
        limiter.closeFor(Duration.ofSeconds(3));
        assertEquals(Duration.ofSeconds(30), limiter.closedFor());

        clock.addAndGet(TimeUnit.SECONDS.toNanos(31));
        assertEquals(Duration.ZERO, limiter.closedFor());
    }

    @Test
    void aLimitOfNothingIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new RateLimiter(0, 1));
        assertThrows(IllegalArgumentException.class, () -> new RateLimiter(1, 0));
    }
}
