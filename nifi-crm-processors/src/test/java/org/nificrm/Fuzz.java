package org.nificrm;

import java.util.Random;

/**
 * How thoroughly properties are tried. The system property {@code fuzz.inputs} sets how many random inputs each gets, a million
 * in the profile {@code fuzz}; {@code fuzz.seed}, 0 if absent, which ones.
 */
public final class Fuzz {

    private static final long SEED = Long.getLong("fuzz.seed", 0);
    private static final int STEP = 1_000_003;

    private Fuzz() {
    }

    /** The number of inputs, the given one unless the system property says otherwise. */
    public static int inputs(final int ordinary) {
        return Integer.getInteger("fuzz.inputs", ordinary);
    }

    /** The random numbers of a property; the same ones in every run with the same seed. */
    public static Random random(final int property) {
        return new Random(property + SEED * STEP);
    }
}
