package org.nificrm.delivery.jdbc.type;

/** Fractions of a second. */
final class Fractions {

    private static final int[] NANOSECONDS = {1_000_000_000, 100_000_000, 10_000_000, 1_000_000, 100_000, 10_000, 1_000, 100, 10, 1};

    private Fractions() {
    }

    static int truncate(final int nanoseconds, final int digits) {
        return nanoseconds - nanoseconds % NANOSECONDS[Math.clamp(digits, 0, 9)];
    }
}
