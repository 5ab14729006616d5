package org.nificrm.mapping.value;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The parts of a person's name, Chinese or Western. */
public final class PersonNameSplit implements Splitter {

    private static final Set<String> COMPOUND_SURNAMES = Set.of("欧阳", "上官", "司马", "诸葛", "夏侯", "皇甫", "尉迟", "公孙", "慕容", "司徒",
            "令狐", "端木", "东方", "南宫", "长孙", "宇文", "轩辕", "独孤", "申屠", "太史", "百里", "呼延", "歐陽", "司馬", "諸葛", "東方", "南宮");
    private static final Set<String> PARTICLES = Set.of("van", "von", "de", "del", "della", "der", "den", "da", "di", "la", "le", "du", "dos", "bin", "al", "ten");
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "dr", "prof", "sir", "mx");
    private static final Set<String> SUFFIXES = Set.of("jr", "sr", "ii", "iii", "iv", "phd", "md");

    private final List<PersonNamePart> parts;

    public PersonNameSplit(final List<PersonNamePart> parts) {
        this.parts = List.copyOf(parts);
    }

    @Override
    public Object[] split(final String text) throws MappingFailure {
        final Map<PersonNamePart, String> name = parse(text.strip());
        if (name.isEmpty()) {
            throw new MappingFailure(FailureCode.MAP_SPLIT, "value %s is not a person's name".formatted(MappingFailure.quote(text)));
        }

        return parts.stream().map(name::get).toArray();
    }

    private static Map<PersonNamePart, String> parse(final String text) {
        final Map<PersonNamePart, String> name = new EnumMap<>(PersonNamePart.class);
        if (text.codePoints().noneMatch(Character::isLetter)) {
            return name;
        }

        if (isHan(text)) {
            parseHan(text, name);
        } else {
            parseWestern(text, name);
        }

        return name;
    }

    private static boolean isHan(final String text) {
        return text.codePoints().allMatch(point -> Character.isWhitespace(point) || point == '·'
                || Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN);
    }

    private static void parseHan(final String text, final Map<PersonNamePart, String> name) {
        final int dot = text.indexOf('·');
        if (dot > 0) {
            name.put(PersonNamePart.FIRST, text.substring(0, dot));
            name.put(PersonNamePart.LAST, text.substring(dot + 1));
            return;
        }

        final String[] words = text.split("\\s+", 2);
        final int family = text.length() > 2 && COMPOUND_SURNAMES.contains(text.substring(0, 2)) ? 2 : 1;
        name.put(PersonNamePart.LAST, words.length == 2 ? words[0] : text.substring(0, family));
        put(name, PersonNamePart.FIRST, words.length == 2 ? words[1].replaceAll("\\s+", "") : text.substring(family));
    }

    private static void parseWestern(final String text, final Map<PersonNamePart, String> name) {
        final int comma = text.indexOf(',');
        final List<String> words = new ArrayList<>(Arrays.asList((comma < 0 ? text : text.substring(comma + 1)).strip().split("\\s+")));
        if (comma > 0 && words.size() == 1 && SUFFIXES.contains(plain(words.getFirst()))) {
            name.put(PersonNamePart.SUFFIX, words.getFirst());
            parseWestern(text.substring(0, comma), name);
            return;
        }

        if (words.size() > 1 && TITLES.contains(plain(words.getFirst()))) {
            name.put(PersonNamePart.TITLE, words.removeFirst());
        }

        if (words.size() > 1 && SUFFIXES.contains(plain(words.getLast()))) {
            name.put(PersonNamePart.SUFFIX, words.removeLast());
        }

        if (comma > 0) {
            name.put(PersonNamePart.LAST, text.substring(0, comma).strip());
        } else if (words.size() > 1) {
            int last = words.size() - 1;
            while (last > 1 && PARTICLES.contains(plain(words.get(last - 1)))) {
                last--;
            }

            name.put(PersonNamePart.LAST, String.join(" ", words.subList(last, words.size())));
            words.subList(last, words.size()).clear();
        }

        put(name, PersonNamePart.FIRST, words.getFirst());
        put(name, PersonNamePart.MIDDLE, String.join(" ", words.subList(1, words.size())));
    }

    private static void put(final Map<PersonNamePart, String> name, final PersonNamePart part, final String text) {
        if (!text.isEmpty()) {
            name.put(part, text);
        }
    }

    private static String plain(final String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }
}
