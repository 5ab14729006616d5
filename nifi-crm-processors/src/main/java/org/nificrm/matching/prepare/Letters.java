package org.nificrm.matching.prepare;

import java.util.Arrays;

/**
 * Characters with what is worth knowing of them before they are compared: which letters occur at all. Most pairs are so unlike that
 * this alone settles the comparison.
 */
public final class Letters {
    private final char[] characters;
    private final long occurring;

    public Letters(final String text) {
        this(text.toCharArray());
    }

    Letters(final char[] characters) {
        this.characters = characters;
        long set = 0;
        for (final char character : characters) {
            set |= 1L << character;
        }

        occurring = set;
    }

    public char[] characters() {
        return characters;
    }

    public int length() {
        return characters.length;
    }

    /** @return whether fewer edits than this many certainly cannot turn one into the other, each edit changing at most two letters */
    public boolean needsMoreEdits(final Letters other, final int edits) {
        return Math.abs(characters.length - other.characters.length) > edits || Long.bitCount(occurring ^ other.occurring) > 2 * edits;
    }

    /** @return the most characters that can have a counterpart in the other text */
    public int mostCommon(final Letters other) {
        final int missing = Long.bitCount(occurring & ~other.occurring);
        final int otherMissing = Long.bitCount(other.occurring & ~occurring);
        return Math.min(characters.length - missing, other.characters.length - otherMissing);
    }

    /** @return whether both have the same letters in any order */
    public boolean isAnagramOf(final Letters other) {
        if (occurring != other.occurring || characters.length != other.characters.length) {
            return false;
        }

        final char[] sorted = characters.clone();
        final char[] otherSorted = other.characters.clone();
        Arrays.sort(sorted);
        Arrays.sort(otherSorted);
        return Arrays.equals(sorted, otherSorted);
    }

    public boolean sameAs(final Letters other) {
        return Arrays.equals(characters, other.characters);
    }

    @Override
    public String toString() {
        return new String(characters);
    }
}
