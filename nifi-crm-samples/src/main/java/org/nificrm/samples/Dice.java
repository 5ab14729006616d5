package org.nificrm.samples;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/** The chance behind a sample: the same seed always throws the same numbers. */
final class Dice {

    private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

    private final SplittableRandom random;

    private Dice(final SplittableRandom random) {
        this.random = random;
    }

    /** Dice for one item of a sequence, independent of how many were drawn for the others. */
    static Dice of(final long seed, final long item) {
        return new Dice(new SplittableRandom(seed * GOLDEN_GAMMA + item));
    }

    boolean chance(final double probability) {
        return random.nextDouble() < probability;
    }

    /** A number from {@code low} to {@code high}, both included. */
    int between(final int low, final int high) {
        return random.nextInt(low, high + 1);
    }

    int below(final int bound) {
        return random.nextInt(bound);
    }

    <T> T pick(final List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    @SafeVarargs
    final <T> T oneOf(final T... values) {
        return values[random.nextInt(values.length)];
    }

    void shuffle(final List<?> values) {
        for (int last = values.size() - 1; last > 0; last--) {
            Collections.swap(values, last, random.nextInt(last + 1));
        }
    }

    /** The pattern with each {@code #} a digit, each {@code N} a digit from 2 to 9 and each {@code @} a capital letter. */
    String fill(final String pattern) {
        final StringBuilder filled = new StringBuilder(pattern.length());
        for (final char symbol : pattern.toCharArray()) {
            filled.append(switch (symbol) {
                case '#' -> (char) ('0' + random.nextInt(10));
                case 'N' -> (char) ('2' + random.nextInt(8));
                case '@' -> (char) ('A' + random.nextInt(26));
                default -> symbol;
            });
        }

        return filled.toString();
    }
}
