package org.nificrm.values.name;

import org.nificrm.values.text.WordLists;

import java.util.Locale;
import java.util.Set;

/** What is known about the words of Western names. Keys are lower case without dots, as {@link #key(String)} makes them. */
final class NameWords {

    private static final WordLists LISTS = WordLists.read(NameWords.class, "western.txt");

    private static final Set<String> TITLES = LISTS.get("titles");
    private static final Set<String> TITLE_QUALIFIERS = LISTS.get("title qualifiers");
    private static final Set<String> TITLES_BEFORE_GIVEN_NAMES = LISTS.get("titles before given names");
    private static final Set<String> AMBIGUOUS_TITLES = LISTS.get("ambiguous titles");
    private static final Set<String> DOCTORATES = LISTS.get("doctorates");
    private static final Set<String> GENERATIONS = LISTS.get("generations");
    private static final Set<String> CREDENTIALS = LISTS.get("credentials");
    private static final Set<String> AMBIGUOUS_CREDENTIALS = LISTS.get("ambiguous credentials");
    private static final Set<String> CREDENTIAL_PHRASES = LISTS.get("credential phrases");
    private static final Set<String> PARTICLES = LISTS.get("particles");
    private static final Set<String> LOWER_CASE_PARTICLES = LISTS.get("lower-case particles");
    private static final Set<String> IRISH_O = LISTS.get("irish o");
    private static final Set<String> DOUBLE_GIVEN_NAMES = LISTS.get("double given names");
    private static final Set<String> CONNECTORS = Set.of("and", "&", "+", "of", "und", "et");

    private static final Set<String> LOWER_CASE_WORDS = LISTS.get("lower case in names");
    private static final Set<String> LOWER_CASE_AT_START = LISTS.get("lower case at the start");
    private static final Set<String> MAC_STEMS = LISTS.get("mac stems");

    private NameWords() {
    }

    /** Lower case without dots and the comma that may follow. */
    static String key(final String word) {
        boolean plain = true;
        for (int i = 0; i < word.length() && plain; i++) {
            final char c = word.charAt(i);
            plain = c >= 'a' && c <= 'z';
        }

        return plain ? word : word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    static boolean isTitle(final String word) {
        return TITLES.contains(key(word)) || consistsOf(TITLES, word);
    }

    static boolean isAmbiguousTitle(final String word) {
        return AMBIGUOUS_TITLES.contains(key(word)) && !word.endsWith(".");
    }

    /** The field behind a doctor's title: Dr. med., Dr. rer. nat. */
    static boolean isDoctorate(final String previous, final String word) {
        return word.endsWith(".") && DOCTORATES.contains(key(word)) && ("dr".equals(key(previous)) || DOCTORATES.contains(key(previous)));
    }

    static boolean isTitleQualifier(final String word) {
        return TITLE_QUALIFIERS.contains(key(word));
    }

    static boolean isTitleBeforeGivenName(final String word) {
        return TITLES_BEFORE_GIVEN_NAMES.contains(key(word));
    }

    /** A title that can stand behind a name without being its end: Mr, Mrs, Dr. */
    static boolean isCourtesyTitle(final String word) {
        return switch (key(word)) {
            case "mr", "mrs", "ms", "dr", "mme", "mlle", "sra", "srta", "frau", "herr" -> true;
            default -> false;
        };
    }

    static boolean isGeneration(final String word) {
        final int dot = word.indexOf('.');
        return GENERATIONS.contains(key(word)) && (dot < 0 || dot == word.length() - 1);
    }

    static boolean isCredential(final String word) {
        return CREDENTIALS.contains(key(word)) || word.indexOf('.') > 0 && consistsOf(CREDENTIALS, word);
    }

    static boolean isAmbiguousCredential(final String word) {
        return AMBIGUOUS_CREDENTIALS.contains(key(word)) && word.indexOf('.') < 0;
    }

    static boolean isCredentialPhrase(final String words) {
        return CREDENTIAL_PHRASES.contains(key(words));
    }

    static boolean isBracketedSuffix(final String inside) {
        final String key = key(inside);
        return GENERATIONS.contains(key) || "ret".equals(key) || "retd".equals(key) || "esq".equals(key);
    }

    /** de, van, bin; those that are names as well only if they stand out by lower case. */
    static boolean isParticle(final String word, final boolean mixedCase) {
        final String key = key(word);
        return PARTICLES.contains(key) || mixedCase && LOWER_CASE_PARTICLES.contains(word);
    }


    static boolean isIrishO(final String word, final String next) {
        return word.length() == 1 && "oO".indexOf(word.charAt(0)) >= 0 && IRISH_O.contains(key(next));
    }

    static boolean isDoubleGivenName(final String first, final String second) {
        return DOUBLE_GIVEN_NAMES.contains(key(first) + ' ' + key(second));
    }

    /** Words that tie their neighbours into one: John and Jane, Lord of the Universe. */
    static boolean isConnector(final String word) {
        return CONNECTORS.contains(key(word));
    }

    /** Written in lower case before another word of the name. */
    static boolean isLowerCaseWord(final String key, final boolean atStart) {
        return atStart ? LOWER_CASE_AT_START.contains(key) : LOWER_CASE_WORDS.contains(key);
    }

    /** Donald, but not hado: what follows Mac with a capital. */
    static boolean isMacStem(final String stem) {
        return MAC_STEMS.contains(stem);
    }

    /** Compounds such as Lt.Gov., Msc.Ed., Magistrate-Judge: every piece is of the list. */
    private static boolean consistsOf(final Set<String> list, final String word) {
        int start = 0;
        int pieces = 0;
        for (int i = 0; i <= word.length(); i++) {
            if (i == word.length() || word.charAt(i) == '.' || word.charAt(i) == '-' || word.charAt(i) == '/') {
                if (i > start) {
                    if (i - start < 2 || !list.contains(word.substring(start, i).toLowerCase(Locale.ROOT))) {
                        return false;
                    }

                    pieces++;
                }

                start = i + 1;
            }
        }

        return pieces > 1;
    }
}
