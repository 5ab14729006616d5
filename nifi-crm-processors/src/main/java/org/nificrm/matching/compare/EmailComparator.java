package org.nificrm.matching.compare;

import org.nificrm.matching.prepare.EmailValue;

import java.util.List;

/**
 * E-mail addresses. The local part of a function (info@) at another domain is no agreement, and another number in it
 * (smith35@, smith30@) is another person's.
 */
final class EmailComparator implements LevelComparator<EmailValue> {
    private static final List<String> LEVELS = List.of("else", "similar local part", "same local part", "similar", "exact");
    private static final int SIMILAR_ERRORS = 2;
    private static final double SIMILAR_LOCAL = 0.9;
    private static final int SHORTEST_LOCAL = 5;

    @Override
    public List<String> levels() {
        return LEVELS;
    }

    @Override
    public int compare(final EmailValue first, final EmailValue second) {
        if (first.sameAs(second)) {
            return 4;
        }

        if (first.isRole() || second.isRole()) {
            return 0;
        }

        if (Similarity.isWithin(first.address(), second.address(), SIMILAR_ERRORS) && sameDigits(first.local().characters(), second.local().characters())) {
            return 3;
        }

        if (first.local().sameAs(second.local())) {
            return first.local().length() >= SHORTEST_LOCAL ? 2 : 1;
        }

        final boolean longEnough = Math.min(first.local().length(), second.local().length()) >= SHORTEST_LOCAL;
        return longEnough && Similarity.jaroWinkler(first.local(), second.local(), SIMILAR_LOCAL) >= SIMILAR_LOCAL ? 1 : 0;
    }

    private static boolean sameDigits(final char[] first, final char[] second) {
        int i = 0;
        int j = 0;
        while (true) {
            while (i < first.length && !Character.isDigit(first[i])) {
                i++;
            }

            while (j < second.length && !Character.isDigit(second[j])) {
                j++;
            }

            if (i == first.length || j == second.length) {
                return i == first.length && j == second.length;
            }

            if (first[i++] != second[j++]) {
                return false;
            }
        }
    }
}
