package org.nificrm.values.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Repairs text whose bytes were read in the wrong character set: {@code MÃ¼ller}, {@code РџСЂРёРІРµС‚}, {@code ÖÐ¹ú}.
 * <p>
 * A repair is made only if it loses nothing, that is the repaired text read in the same wrong way gives the text again,
 * and if the result looks better: fewer symbols inside words, fewer mixed scripts, fewer capitals after small letters. The
 * longer a text fits the pattern of UTF-8 by all its characters, the less can that be chance; one short sequence alone counts only
 * where it gives a usual character in a fitting place. Repair before {@link TextNormalizer}: it takes away characters that
 * are evidence here.
 */
public final class Mojibake {

    /** Systems that pass text on twice damage it twice; more than three times has not been reported. */
    private static final int MOST_ROUNDS = 3;
    private static final int LONGEST_TEXT = 20_000;

    private Mojibake() {
    }

    /**
     * Repairs a text.
     *
     * @param text any text; may be null
     * @return the repaired text, or the same instance if there is nothing to repair with certainty
     */
    public static String repair(final String text) {
        if (text == null || !mayBeDamaged(text) || text.length() > LONGEST_TEXT) {
            return text;
        }

        final Candidate best = new Search(text).best();
        return best == null ? text : best.text();
    }

    /** Two neighbours beyond ASCII: a character of UTF-8 beyond ASCII has at least two bytes. */
    private static boolean mayBeDamaged(final String text) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) > 0x7F && text.charAt(i - 1) > 0x7F) {
                return true;
            }
        }

        return false;
    }

    private record Candidate(String text, int badness) {
    }

    /** Tries all wrong readings, and on their results all again. */
    private static final class Search {

        private final String original;
        private final int originalBadness;
        private Candidate best;

        private Search(final String original) {
            this.original = original;
            this.originalBadness = Badness.of(original);
        }

        private Candidate best() {
            if (originalBadness > 0) {
                tryAll(original, MOST_ROUNDS);
            }

            return best;
        }

        private void tryAll(final String text, final int rounds) {
            for (final String repaired : repairs(text)) {
                final int badness = Badness.of(repaired);
                if (badness < (best == null ? originalBadness : best.badness())) {
                    best = new Candidate(repaired, badness);
                }

                if (rounds > 1 && badness > 0) {
                    tryAll(repaired, rounds - 1);
                }
            }
        }

        private static List<String> repairs(final String text) {
            final List<String> repairs = new ArrayList<>();
            for (final Misreading misreading : Misreading.ALL) {
                final String repaired = misreading.undo(text);
                if (repaired != null && !repairs.contains(repaired)) {
                    repairs.add(repaired);
                }
            }

            return repairs;
        }
    }
}
