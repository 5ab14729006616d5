package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Letters;

import java.util.Arrays;

/**
 * Likeness of short texts, written for the hot loop: no allocation for texts that differ little or not at all.
 */
public final class Similarity {
    private static final int LONGEST = Long.SIZE;
    private static final int WINKLER_PREFIX = 4;
    private static final double WINKLER_SCALE = 0.1;

    private Similarity() {
    }

    /**
     * Jaro-Winkler similarity of two texts, unless it is certain to be less than what is of interest.
     *
     * @return the similarity, or 0 if it is less than {@code least}
     */
    public static double jaroWinkler(final Letters first, final Letters second, final double least) {
        final double common = first.mostCommon(second);
        final double jaro = (common / first.length() + common / second.length() + 1) / 3;
        if (jaro + WINKLER_PREFIX * WINKLER_SCALE * (1 - jaro) < least && Math.max(first.length(), second.length()) <= LONGEST) {
            return 0;
        }

        return jaroWinkler(first.characters(), second.characters());
    }

    /**
     * Jaro-Winkler similarity (William E. Winkler, 1990) with prefix scale 0.1 over the first 64 characters.
     *
     * @return between 0 and 1
     */
    public static double jaroWinkler(final char[] first, final char[] second) {
        final int firstLength = Math.min(first.length, LONGEST);
        final int secondLength = Math.min(second.length, LONGEST);
        if (firstLength == 0 || secondLength == 0) {
            return firstLength == secondLength ? 1 : 0;
        }

        final int window = Math.max(0, Math.max(firstLength, secondLength) / 2 - 1);
        long firstMatched = 0;
        long secondMatched = 0;
        int matches = 0;
        for (int i = 0; i < firstLength; i++) {
            final int end = Math.min(secondLength - 1, i + window);
            for (int j = Math.max(0, i - window); j <= end; j++) {
                if (first[i] == second[j] && (secondMatched & 1L << j) == 0) {
                    firstMatched |= 1L << i;
                    secondMatched |= 1L << j;
                    matches++;
                    break;
                }
            }
        }

        if (matches == 0) {
            return 0;
        }

        int outOfOrder = 0;
        while (firstMatched != 0) {
            if (first[Long.numberOfTrailingZeros(firstMatched)] != second[Long.numberOfTrailingZeros(secondMatched)]) {
                outOfOrder++;
            }

            firstMatched &= firstMatched - 1;
            secondMatched &= secondMatched - 1;
        }

        final double common = matches;
        final double jaro = (common / firstLength + common / secondLength + (common - outOfOrder / 2) / common) / 3;
        int prefix = 0;
        while (prefix < WINKLER_PREFIX && prefix < firstLength && prefix < secondLength && first[prefix] == second[prefix]) {
            prefix++;
        }

        return jaro + prefix * WINKLER_SCALE * (1 - jaro);
    }

    /** @return whether the optimal string alignment distance is at most this */
    public static boolean isWithin(final Letters first, final Letters second, final int edits) {
        return !first.needsMoreEdits(second, edits) && distance(first.characters(), second.characters(), edits) <= edits;
    }

    /**
     * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours.
     *
     * @param limit greatest distance of interest, at least 0
     * @return the distance, or {@code limit + 1} if it is greater than the limit
     */
    public static int distance(final char[] first, final char[] second, final int limit) {
        if (Math.abs(first.length - second.length) > limit) {
            return limit + 1;
        }

        int start = 0;
        int firstEnd = first.length;
        int secondEnd = second.length;
        while (start < firstEnd && start < secondEnd && first[start] == second[start]) {
            start++;
        }

        while (firstEnd > start && secondEnd > start && first[firstEnd - 1] == second[secondEnd - 1]) {
            firstEnd--;
            secondEnd--;
        }

        final int firstRest = firstEnd - start;
        final int secondRest = secondEnd - start;
        if (firstRest == 0 || secondRest == 0 || firstRest == 1 && secondRest == 1) {
            return Math.min(Math.max(firstRest, secondRest), limit + 1);
        }

        if (limit == 1) {
            final boolean swapped = firstRest == 2 && secondRest == 2
                    && first[start] == second[start + 1] && first[start + 1] == second[start];
            return swapped ? 1 : 2;
        }

        return Math.min(aligned(first, second, start, firstRest, secondRest), limit + 1);
    }

    private static int aligned(final char[] first, final char[] second, final int start, final int firstLength, final int secondLength) {
        int[] beforeLast = new int[secondLength + 1];
        int[] last = new int[secondLength + 1];
        int[] current = new int[secondLength + 1];
        for (int j = 0; j <= secondLength; j++) {
            last[j] = j;
        }

        for (int i = 1; i <= firstLength; i++) {
            current[0] = i;
            for (int j = 1; j <= secondLength; j++) {
                final char left = first[start + i - 1];
                final char right = second[start + j - 1];
                int cost = Math.min(Math.min(current[j - 1], last[j]) + 1, last[j - 1] + (left == right ? 0 : 1));
                if (i > 1 && j > 1 && left == second[start + j - 2] && first[start + i - 2] == right) {
                    cost = Math.min(cost, beforeLast[j - 2] + 1);
                }

                current[j] = cost;
            }

            final int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[secondLength];
    }

    /**
     * Dice coefficient of two bags.
     *
     * @param first  ascending
     * @param second ascending
     * @return between 0 and 1
     */
    public static double dice(final int[] first, final int[] second) {
        int common = 0;
        int i = 0;
        int j = 0;
        while (i < first.length && j < second.length) {
            if (first[i] == second[j]) {
                common++;
                i++;
                j++;
            } else if (first[i] < second[j]) {
                i++;
            } else {
                j++;
            }
        }

        return first.length + second.length == 0 ? 0 : 2.0 * common / (first.length + second.length);
    }

    /** @return length of the common start */
    public static int commonPrefix(final char[] first, final char[] second) {
        final int mismatch = Arrays.mismatch(first, second);
        return mismatch < 0 ? first.length : mismatch;
    }
}
