package org.nificrm.matching.prepare;

import org.nificrm.matching.prepare.Profile.Generation;

/**
 * Suffixes that tell namesakes of one family apart.
 */
final class GenerationSuffix {
    private GenerationSuffix() {
    }

    /** @return what the word says, {@link Generation#UNKNOWN} if it is no suffix */
    static Generation of(final String word) {
        return switch (Fold.compact(word)) {
            case "sr", "senior" -> Generation.SENIOR;
            case "jr", "jnr", "junior" -> Generation.JUNIOR;
            case "ii" -> Generation.SECOND;
            case "iii" -> Generation.THIRD;
            case "iv" -> Generation.FOURTH;
            default -> Generation.UNKNOWN;
        };
    }

    /** @return what the last word of a name says, if it is not the only word */
    static Generation last(final String name) {
        if (name == null) {
            return Generation.UNKNOWN;
        }

        final String stripped = name.strip();
        final int space = stripped.lastIndexOf(' ');
        return space < 0 ? Generation.UNKNOWN : of(stripped.substring(space + 1));
    }

    /** @return the name without a suffix at its end */
    static String strip(final String name) {
        return last(name) == Generation.UNKNOWN ? name : name.strip().substring(0, name.strip().lastIndexOf(' '));
    }
}
