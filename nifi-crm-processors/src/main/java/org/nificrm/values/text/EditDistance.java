package org.nificrm.values.text;

/**
 * The distance of optimal string alignment: insertions, deletions, substitutions and swaps of two neighbours.
 */
public final class EditDistance {
    private EditDistance() {
    }

    public static int between(final String first, final String second) {
        int[] beforeLast = new int[second.length() + 1];
        int[] last = new int[second.length() + 1];
        int[] current = new int[second.length() + 1];
        for (int j = 0; j <= second.length(); j++) {
            last[j] = j;
        }

        for (int i = 1; i <= first.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= second.length(); j++) {
                final int substitution = first.charAt(i - 1) == second.charAt(j - 1) ? 0 : 1;
                current[j] = Math.min(Math.min(last[j], current[j - 1]) + 1, last[j - 1] + substitution);
                final boolean swapped = i > 1 && j > 1 && first.charAt(i - 1) == second.charAt(j - 2) && first.charAt(i - 2) == second.charAt(j - 1);
                if (swapped) {
                    current[j] = Math.min(current[j], beforeLast[j - 2] + 1);
                }
            }

            final int[] free = beforeLast;
            beforeLast = last;
            last = current;
            current = free;
        }

        return last[second.length()];
    }
}
