package org.nificrm.matching.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A full name read into its parts.
 *
 * @param given   given names as written, empty if there are none
 * @param surname surname as written, empty if there is none
 */
record FullName(String given, String surname) {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "dame", "herr", "frau", "mme", "mlle",
            "sr", "sra", "ing", "dipl", "mx");
    private static final Set<String> PARTICLES = Set.of("van", "von", "der", "den", "de", "del", "della", "di", "da", "dos", "la", "le",
            "bin", "ibn", "al", "el", "ter", "ten", "zu", "st");
    private static final Set<String> COMPOUND_SURNAMES = Set.of("欧阳", "歐陽", "司马", "司馬", "上官", "诸葛", "諸葛", "夏侯", "东方", "東方",
            "皇甫", "尉迟", "尉遲", "公孙", "公孫", "令狐", "慕容", "司徒", "司空", "端木", "南宫", "南宮", "独孤", "獨孤", "长孙", "長孫", "宇文");

    static FullName parse(final String text) {
        final String stripped = text.strip();
        if (isHanWithoutSpace(stripped)) {
            final int length = stripped.length() > 2 && COMPOUND_SURNAMES.contains(stripped.substring(0, 2)) ? 2 : 1;
            return new FullName(stripped.substring(length), stripped.substring(0, length));
        }

        final int comma = stripped.indexOf(',');
        if (comma > 0 && comma < stripped.length() - 1) {
            return new FullName(stripped.substring(comma + 1).strip(), stripped.substring(0, comma).strip());
        }

        final List<String> words = Arrays.stream(stripped.split("[\\s,]+")).filter(word -> !word.isEmpty()).toList();
        int start = 0;
        while (start < words.size() - 1 && TITLES.contains(Fold.compact(words.get(start)))) {
            start++;
        }

        int end = words.size();
        while (end > start + 1 && GenerationSuffix.of(words.get(end - 1)) != Profile.Generation.UNKNOWN) {
            end--;
        }

        int surname = end - 1;
        while (surname > start + 1 && PARTICLES.contains(Fold.compact(words.get(surname - 1)))) {
            surname--;
        }

        if (surname <= start) {
            return new FullName("", String.join(" ", words.subList(start, end)));
        }

        return new FullName(String.join(" ", words.subList(start, surname)), String.join(" ", words.subList(surname, end)));
    }

    private static boolean isHanWithoutSpace(final String text) {
        return text.length() >= 2 && text.length() <= 5 && text.chars().allMatch(character -> Fold.isHan((char) character));
    }
}
