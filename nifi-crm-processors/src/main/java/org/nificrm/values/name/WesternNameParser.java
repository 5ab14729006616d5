package org.nificrm.values.name;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Names in alphabets: titles in front, suffixes behind, and between them given names and a family name, in this order or
 * the other way round with a comma.
 */
final class WesternNameParser {

    private static final int LONGEST_CREDENTIAL_PHRASE = 4;

    private final boolean mixedCase;
    private final List<String> title = new ArrayList<>();
    private final List<String> suffix = new ArrayList<>();

    private WesternNameParser(final boolean mixedCase) {
        this.mixedCase = mixedCase;
    }

    static PersonName parse(final String text, final Locale locale) {
        final List<List<String>> segments = WordSplitter.segments(text);
        if (segments.isEmpty()) {
            return PersonName.of(text, "");
        }

        return new WesternNameParser(Letters.mixCases(text)).parse(segments, locale);
    }

    private PersonName parse(final List<List<String>> segments, final Locale locale) {
        final List<String> beforeComma = segments.getFirst();
        final List<String> afterComma = new ArrayList<>();
        final List<String> suffixSegments = new ArrayList<>();
        for (final List<String> segment : segments.subList(1, segments.size())) {
            if (isSuffixSegment(segment, beforeComma.size())) {
                suffixSegments.addAll(segment);
            } else {
                afterComma.addAll(segment);
            }
        }

        final PersonName name;
        if (afterComma.isEmpty()) {
            name = parseNaturalOrder(beforeComma, locale);
        } else if (isStrayComma(beforeComma)) {
            takeSuffixes(beforeComma, 1);
            beforeComma.addAll(afterComma);
            name = parseNaturalOrder(beforeComma, locale);
        } else {
            name = parseFamilyFirst(beforeComma, afterComma);
        }

        suffix.addAll(suffixSegments);
        return new PersonName(String.join(" ", title), name.first(), name.middle(), name.last(), String.join(" ", suffix), "");
    }

    private boolean isSuffixSegment(final List<String> segment, final int wordsBefore) {
        if (NameWords.isCredentialPhrase(String.join(" ", segment))) {
            return true;
        }

        for (final String word : segment) {
            if (!isSuffixAfterComma(word, wordsBefore)) {
                return false;
            }
        }

        return true;
    }

    /** After a single word a comma parts the family name, so that a word with two meanings is a given name there. */
    private boolean isSuffixAfterComma(final String word, final int wordsBefore) {
        final boolean standsOut = wordsBefore > 1 && (mixedCase && Letters.areCapitals(word) || Letters.isDottedAcronym(word));
        if (NameWords.isGeneration(word)) {
            return !Letters.isInitial(word) || standsOut;
        }

        if (NameWords.isCredential(word)) {
            return !NameWords.isAmbiguousCredential(word) || standsOut;
        }

        return standsOut && word.length() > 1 && !Letters.isInitial(word);
    }

    /** "Mary E, Jones" and "mary mrs, jones": what stands before the comma ends like no family name. */
    private boolean isStrayComma(final List<String> beforeComma) {
        final String last = beforeComma.getLast();
        final boolean onlyTitles = beforeComma.size() == 1 && NameWords.isCourtesyTitle(last);
        return onlyTitles || beforeComma.size() > 1 && (Letters.isInitial(last) || NameWords.isCourtesyTitle(last));
    }

    private PersonName parseFamilyFirst(final List<String> family, final List<String> given) {
        if (family.size() > 1 && (NameWords.isCourtesyTitle(family.getFirst()) || isTitleWithDot(family.getFirst()))) {
            title.add(family.removeFirst());
        }

        takeSuffixes(family, 1);
        takeTitles(given, false);
        takeSuffixes(given, 1);
        final List<String> trailingParticles = new ArrayList<>();
        while (given.size() > 1 && Character.isLowerCase(given.getLast().charAt(0)) && NameWords.isParticle(given.getLast(), mixedCase)) {
            trailingParticles.addFirst(given.removeLast());
        }

        trailingParticles.addAll(family);
        return name(given, trailingParticles);
    }

    private static boolean isTitleWithDot(final String word) {
        return word.endsWith(".") && word.length() > 2 && NameWords.isTitle(word);
    }

    private PersonName parseNaturalOrder(final List<String> words, final Locale locale) {
        takeTitles(words, true);
        takeSuffixes(words, words.size() > 2 || title.isEmpty() ? 2 : 1);
        if (words.size() < 2) {
            return singleName(words);
        }

        final int familyEnd = FamilyFirst.familyEnd(words, mixedCase, locale);
        if (familyEnd > 0) {
            return name(words.subList(familyEnd, words.size()), words.subList(0, familyEnd));
        }

        final int familyStart = familyStart(words);
        return name(words.subList(0, familyStart), words.subList(familyStart, words.size()));
    }

    /** Mr Smith is a family name, Sister Teresa a given name; so is a name alone. */
    private PersonName singleName(final List<String> words) {
        final String word = words.isEmpty() ? "" : words.getFirst();
        final boolean given = title.isEmpty() || NameWords.isTitleBeforeGivenName(title.getLast());
        return given ? PersonName.of(word, "") : PersonName.of("", word);
    }

    private void takeTitles(final List<String> words, final boolean mayBeAlone) {
        int taken = titleLength(words, 0, mayBeAlone);
        while (taken > 0) {
            title.addAll(words.subList(0, taken));
            words.subList(0, taken).clear();
            taken = titleLength(words, 0, mayBeAlone);
        }
    }

    /** Number of words of the title that starts here: qualifiers and the title itself; 0 if none does. */
    private int titleLength(final List<String> words, final int start, final boolean mayBeAlone) {
        int i = start;
        while (i < words.size() && NameWords.isTitleQualifier(words.get(i)) && !NameWords.isTitle(words.get(i))) {
            i++;
        }

        if (i == words.size()) {
            return 0;
        }

        final String word = words.get(i);
        if (i == start && !title.isEmpty() && NameWords.isDoctorate(title.getLast(), word)) {
            return 1;
        }

        final int wordsBehind = words.size() - i - 1;
        if (!WordSplitter.isTitle(word) || wordsBehind == 0 && !(mayBeAlone && title.isEmpty())) {
            return 0;
        }

        final boolean qualified = i > start || !title.isEmpty() && NameWords.isTitleQualifier(title.getLast());
        return NameWords.isAmbiguousTitle(word) && !qualified && wordsBehind < 2 ? 0 : i - start + 1;
    }

    /** Takes suffixes from the end, in their order, as long as the given number of words stays. */
    private void takeSuffixes(final List<String> words, final int wordsToKeep) {
        final List<String> taken = new ArrayList<>();
        final List<String> takenTitles = new ArrayList<>();
        while (words.size() > 1) {
            final int phrase = credentialPhraseLength(words);
            if (phrase > 0) {
                for (int i = 0; i < phrase; i++) {
                    taken.addFirst(words.removeLast());
                }
            } else if (isSuffixAtEnd(words, wordsToKeep)) {
                taken.addFirst(words.removeLast());
            } else if (words.size() > wordsToKeep && NameWords.isCourtesyTitle(words.getLast())) {
                takenTitles.addFirst(words.removeLast());
            } else {
                break;
            }
        }

        suffix.addAll(taken);
        title.addAll(takenTitles);
    }

    private static int credentialPhraseLength(final List<String> words) {
        for (int length = Math.min(LONGEST_CREDENTIAL_PHRASE, words.size() - 1); length > 1; length--) {
            if (NameWords.isCredentialPhrase(String.join(" ", words.subList(words.size() - length, words.size())))) {
                return length;
            }
        }

        return 0;
    }

    private boolean isSuffixAtEnd(final List<String> words, final int wordsToKeep) {
        final String word = words.getLast();
        final boolean nameIsComplete = words.size() > wordsToKeep;
        if (NameWords.isGeneration(word)) {
            return Letters.isGenerationAlone(word) || nameIsComplete && isGenerationInContext(words);
        }

        if (NameWords.isCredential(word)) {
            return !NameWords.isAmbiguousCredential(word) || nameIsComplete && words.size() > 2 && mixedCase && Letters.haveInnerCapital(word);
        }

        return nameIsComplete && words.size() > 2 && Letters.isDottedAcronym(word);
    }

    /** Junior, Senior and the like are family names too; V is an initial as well, VI and XI are names. */
    private boolean isGenerationInContext(final List<String> words) {
        final String word = words.getLast();
        if (word.length() > 2) {
            return true;
        }

        return words.size() > 2 && Letters.areCapitals(word) && !word.endsWith(".") && !Letters.isInitial(words.get(words.size() - 2));
    }

    /** Index of the first word of the family name: the last word and the particles before it. */
    private int familyStart(final List<String> words) {
        if (isFamilyOnly(words)) {
            return 0;
        }

        for (int i = capitalFamilyStart(words) - 1; i > 0; i--) {
            if (leadsFamily(words, i)) {
                int start = i;
                while (start > 1 && leadsFamily(words, start - 1)) {
                    start--;
                }

                return start;
            }
        }

        return capitalFamilyStart(words);
    }

    /** Maria GARCIA LOPEZ: capitals at the end where the rest has small letters mark the family name. */
    private int capitalFamilyStart(final List<String> words) {
        int start = words.size() - 1;
        while (!isInCapitals(words.getFirst()) && start > 1 && isInCapitals(words.get(start)) && isInCapitals(words.get(start - 1))) {
            start--;
        }

        return start;
    }

    private static boolean isInCapitals(final String word) {
        return word.length() > 1 && Letters.areCapitals(word) && !Letters.isInitial(word) && word.indexOf('.') < 0;
    }

    private boolean leadsFamily(final List<String> words, final int index) {
        final String word = words.get(index);
        if (isParticle(word) || NameWords.isIrishO(word, words.get(index + 1))) {
            return true;
        }

        final int hyphen = word.lastIndexOf('-');
        return hyphen > 0 && hyphen < word.length() - 1 && NameWords.isParticle(word.substring(hyphen + 1), mixedCase);
    }

    /** "van der Berg": nothing but particles before the last word. */
    private boolean isFamilyOnly(final List<String> words) {
        for (int i = 0; i < words.size() - 1; i++) {
            if (!isParticle(words.get(i))) {
                return false;
            }
        }

        return words.size() > 2 || mixedCase && Character.isLowerCase(words.getFirst().charAt(0));
    }

    /** A particle, or several tied together: von und zu. */
    private boolean isParticle(final String word) {
        return word.indexOf(' ') < 0
                ? NameWords.isParticle(word, mixedCase)
                : Stream.of(word.split(" ")).allMatch(part -> NameWords.isParticle(part, mixedCase) || NameWords.isConnector(part));
    }

    private static PersonName name(final List<String> given, final List<String> family) {
        if (given.isEmpty()) {
            return PersonName.of("", String.join(" ", family));
        }

        final int firstLength = given.size() > 1 && NameWords.isDoubleGivenName(given.get(0), given.get(1)) ? 2 : 1;
        final String first = String.join(" ", given.subList(0, firstLength));
        final String middle = String.join(" ", given.subList(firstLength, given.size()));
        return new PersonName("", first, middle, String.join(" ", family), "", "");
    }
}
