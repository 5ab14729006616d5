package org.nificrm.values.name;

import java.util.Locale;

/**
 * The case of the letters of a name: McDonald, O'Brien, van der Berg, III. Letter case that people chose is theirs, so that
 * only names in capitals or small letters throughout are repaired.
 */
public final class NameCase {

    private NameCase() {
    }

    /**
     * Repairs a name that is in capitals or in small letters throughout.
     *
     * @param name one part of a name or a whole name, in normal form
     * @return the name with capitals where names have them; the same instance if its case is mixed or it has no letters with case
     */
    public static String repair(final String name) {
        return Letters.mixCases(name) || !hasCase(name) ? name : force(name);
    }

    /** Writes a name as {@link #repair(String)} does, whatever its case is. */
    public static String force(final String name) {
        final String lower = name.toLowerCase(Locale.ROOT);
        final StringBuilder result = new StringBuilder(lower.length());
        int start = 0;
        while (start < lower.length()) {
            final int blank = lower.indexOf(' ', start);
            final int end = blank < 0 ? lower.length() : blank;
            appendWord(result, lower.substring(start, end), start == 0, end == lower.length());
            if (blank >= 0) {
                result.append(' ');
            }

            start = end + 1;
        }

        // a small İ is two characters, which are one again as a capital
        return result.toString().replace("I\u0307", "İ");
    }

    private static boolean hasCase(final String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.isUpperCase(name.charAt(i)) || Character.isLowerCase(name.charAt(i))) {
                return true;
            }
        }

        return false;
    }

    private static void appendWord(final StringBuilder result, final String word, final boolean first, final boolean last) {
        if (!last && NameWords.isLowerCaseWord(word, first)) {
            result.append(word);
        } else if (first && !last && areBareInitials(word) || !first && isWrittenInCapitals(word)) {
            result.append(word.toUpperCase(Locale.ROOT));
        } else if (!first && "phd".equals(NameWords.key(word))) {
            result.append("phd".equals(word) ? "PhD" : "Ph.D.");
        } else {
            appendPieces(result, word);
        }
    }

    /** jd, rj: two consonants that start a name and are no word of their own. */
    private static boolean areBareInitials(final String word) {
        if (word.length() != 2 || Letters.hasVowel(word) || !Character.isLetter(word.charAt(0)) || !Character.isLetter(word.charAt(1))) {
            return false;
        }

        return !NameWords.isTitle(word) && switch (word) {
            case "ng", "md", "mc", "st", "wm", "jr", "sr", "ll" -> false;
            default -> true;
        };
    }

    private static boolean isWrittenInCapitals(final String word) {
        final boolean numeral = word.length() > 1 && NameWords.isGeneration(word) && isRomanNumeral(word);
        final boolean credential = NameWords.isCredential(word) && !NameWords.isAmbiguousCredential(word) && !NameWords.isTitle(word)
                && !NameWords.isGeneration(word) && !Letters.hasVowel(word) && !"phd".equals(NameWords.key(word));
        return numeral || credential;
    }

    private static boolean isRomanNumeral(final String word) {
        for (int i = 0; i < word.length(); i++) {
            if ("ivx".indexOf(word.charAt(i)) < 0) {
                return false;
            }
        }

        return true;
    }

    /** A capital at the start, after hyphens and dots, after O' and D', after Mc and Mac. */
    private static void appendPieces(final StringBuilder result, final String word) {
        int pieceStart = 0;
        int i = 0;
        while (i < word.length()) {
            final int c = word.codePointAt(i);
            final int next = i + Character.charCount(c);
            final boolean capital = i == pieceStart || startsStem(word, pieceStart, i);
            result.appendCodePoint(capital ? Character.toTitleCase(c) : c);
            if (!Character.isLetterOrDigit(c) && !isApostropheInside(word, pieceStart, i) && !isCombining(c)) {
                pieceStart = next;
            }

            i = next;
        }
    }

    /** Mc and Mac before a stem of two letters or more. */
    private static boolean startsStem(final String word, final int pieceStart, final int index) {
        if (index == pieceStart + 2 && word.startsWith("mc", pieceStart)) {
            return lettersFrom(word, index) > 1;
        }

        return index == pieceStart + 3 && word.startsWith("mac", pieceStart)
                && NameWords.isMacStem(word.substring(index, index + lettersFrom(word, index)));
    }

    private static int lettersFrom(final String word, final int index) {
        int end = index;
        while (end < word.length() && Character.isLetter(word.charAt(end))) {
            end++;
        }

        return end - index;
    }

    /** An apostrophe starts a new piece only after one letter: O'Brien, but La'tanya and Yuri's. */
    private static boolean isApostropheInside(final String word, final int pieceStart, final int index) {
        final char c = word.charAt(index);
        final boolean apostrophe = c == '\'' || c == '’' || c == 'ʼ' || c == '`' || c == '´';
        return apostrophe && (index != pieceStart + 1 || "odl".indexOf(word.charAt(pieceStart)) < 0);
    }

    private static boolean isCombining(final int c) {
        final int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }
}
