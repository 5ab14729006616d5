package org.nificrm.cleansing.reference;

import java.time.Duration;

/**
 * How reference systems are asked.
 *
 * @param timeout        how long one look-up may take
 * @param cacheSize      number of answers that are remembered, hits and misses alike
 * @param cacheAge       how long an answer is remembered
 * @param failuresToOpen failures in a row after which a system is left alone
 * @param pause          for how long it is
 */
public record LookupSettings(Duration timeout, long cacheSize, Duration cacheAge, int failuresToOpen, Duration pause) {

    public static final LookupSettings DEFAULT = new LookupSettings(Duration.ofSeconds(2), 10_000, Duration.ofMinutes(10), 5, Duration.ofSeconds(30));

    public LookupSettings {
        if (timeout.isNegative() || timeout.isZero() || cacheSize < 0 || cacheAge.isNegative() || failuresToOpen < 1 || pause.isNegative()) {
            throw new IllegalArgumentException("Look-ups need a positive time-out, at least one failure to open, and no negative size or age");
        }
    }
}
