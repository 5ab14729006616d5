package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.Letters;
import org.nificrm.matching.prepare.NameValue;

import java.util.Arrays;
import java.util.List;

/**
 * Given names and surnames, Latin or Han. A name in characters and the same name in Latin letters agree by its pinyin.
 */
final class NameComparator implements LevelComparator<NameValue> {
    static final int ELSE = 0;
    static final int WEAK = 1;
    static final int SIMILAR = 2;
    static final int NEAR = 3;
    static final int EXACT = 4;
    /** Given name and surname stand in each other's place; given by {@link PairComparator}, which sees both. */
    static final int SWAPPED = 5;

    private static final List<String> LEVELS = List.of("else", "weak", "similar", "near", "exact", "swapped");
    private static final double NEAR_LIKENESS = 0.94;
    private static final double SIMILAR_LIKENESS = 0.86;
    private static final double WEAK_LIKENESS = 0.76;
    private static final int SHORTEST_FOR_TYPO = 4;
    private static final int SHORTEST_WORD = 3;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final NameValue first, final NameValue second) {
        if (first.sameAs(second)) {
            return EXACT;
        }

        if (first.sharesNickname(second)) {
            return NEAR;
        }

        return first.isHan() && second.isHan() ? compareHan(first, second) : compareLatin(first, second);
    }

    private static int compareHan(final NameValue first, final NameValue second) {
        if (first.latin().sameAs(second.latin())) {
            return NEAR;
        }

        final boolean longEnough = Math.max(first.letters().length(), second.letters().length()) > 1;
        return longEnough && Similarity.isWithin(first.letters(), second.letters(), 1) ? SIMILAR : ELSE;
    }

    private static int compareLatin(final NameValue first, final NameValue second) {
        final Letters left = first.latin();
        final Letters right = second.latin();
        final int shorter = Math.min(left.length(), right.length());
        if (first.isHan() != second.isHan()) {
            return left.sameAs(right) ? NEAR : ELSE;
        }

        if (shorter >= SHORTEST_FOR_TYPO && Similarity.isWithin(left, right, 1)) {
            return NEAR;
        }

        final double likeness = Similarity.jaroWinkler(left, right, WEAK_LIKENESS);
        if (likeness >= NEAR_LIKENESS && shorter >= SHORTEST_FOR_TYPO) {
            return NEAR;
        }

        if (likeness >= SIMILAR_LIKENESS && shorter >= SHORTEST_WORD || isSlip(left, right) || shareWord(first, second)) {
            return SIMILAR;
        }

        final boolean prefix = Similarity.commonPrefix(left.characters(), right.characters()) == shorter;
        return prefix || likeness >= WEAK_LIKENESS ? WEAK : ELSE;
    }

    /** A letter too few or too many in a short name, or letters that changed places. */
    private static boolean isSlip(final Letters first, final Letters second) {
        final int shorter = Math.min(first.length(), second.length());
        if (first.length() != second.length()) {
            return shorter > 1 && Similarity.isWithin(first, second, 1);
        }

        return shorter >= SHORTEST_FOR_TYPO && first.isAnagramOf(second);
    }

    private static boolean shareWord(final NameValue first, final NameValue second) {
        if (first.words().length == 1 && second.words().length == 1) {
            return false;
        }

        for (final char[] word : first.words()) {
            for (final char[] other : second.words()) {
                if (word.length >= SHORTEST_WORD && Arrays.equals(word, other)) {
                    return true;
                }
            }
        }

        return false;
    }
}
