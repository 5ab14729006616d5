package org.nificrm.cleansing;

/**
 * How many of something there were, and how many of these were right.
 *
 * @param of    all
 * @param right those that passed, or agreed
 */
public record Tally(int of, int right) {

    public static final Tally NONE = new Tally(0, 0);

    public Tally {
        if (right < 0 || right > of) {
            throw new IllegalArgumentException("As many can be right as there are");
        }
    }

    Tally plus(final Tally other) {
        return new Tally(of + other.of, right + other.right);
    }
}
