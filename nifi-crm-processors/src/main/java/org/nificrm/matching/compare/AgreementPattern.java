package org.nificrm.matching.compare;

/**
 * The levels of all attributes of a pair, packed into one number: three bits an attribute, 0 for missing, otherwise level + 1.
 */
public final class AgreementPattern {
    /** The most attributes a pattern holds. */
    public static final int MOST_ATTRIBUTES = 21;
    /** Stands for a level where one of the values is missing. */
    public static final int MISSING = -1;

    private static final int BITS = 3;
    private static final int MASK = 7;

    private AgreementPattern() {
    }

    /** @return the pattern with a level set, which must not have been set before */
    public static long with(final long pattern, final int attribute, final int level) {
        return pattern | (long) (level + 1) << attribute * BITS;
    }

    /** @return level of an attribute, {@link #MISSING} if there is none */
    public static int level(final long pattern, final int attribute) {
        return (int) (pattern >>> attribute * BITS & MASK) - 1;
    }
}
