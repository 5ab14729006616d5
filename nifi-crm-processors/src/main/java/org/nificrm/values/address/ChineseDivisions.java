package org.nificrm.values.address;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The division tree of GB/T 2260, with the codes that were given up since 2002.
 */
public final class ChineseDivisions {
    private static final String RESOURCE = "chinese-divisions.txt";
    private static final Pattern PEOPLES = Pattern.compile("(?:(?:各|[壮回维吾尔藏苗彝侗瑶土家哈尼傣黎傈僳佤畲高山拉祜水东乡纳西景颇柯克孜达斡仫佬羌布朗撒毛南仡锡伯阿昌普米塔吉怒"
            + "乌孜别俄罗斯鄂温德保安裕固京独龙伦春赫哲门巴珞基诺满朝鲜蒙古白哈萨]{1,5})族)+(?=自治)");
    private static final Pattern KIND = Pattern.compile("(?:自治区|自治州|自治县|自治旗|特别行政区|林区|特区|地区|矿区|省|市|盟|州|县|旗|区)$");
    private static final int SHORTEST_STEM = 2;

    private final Map<String, ChineseDivision> byCode = new HashMap<>();
    private final Map<String, ChineseDivision> formerByCode = new HashMap<>();
    private final Map<String, List<Name>> byName = new HashMap<>();
    /** The names that start with the same two characters, the longest first. */
    private final Map<Integer, List<Name>> byBeginning = new HashMap<>();

    private ChineseDivisions() {
        final List<ChineseDivision> former = new ArrayList<>();
        for (final ChineseDivision division : read()) {
            if (division.former()) {
                former.add(division);
                formerByCode.putIfAbsent(division.code(), division);
            } else {
                byCode.put(division.code(), division);
            }
        }

        byCode.values().stream().filter(division -> !isNamedLikeParent(division)).forEach(this::addNames);
        former.forEach(this::addFormerNames);
        byName.values().forEach(names -> names.forEach(name ->
                byBeginning.computeIfAbsent(beginning(name.text(), 0), unused -> new ArrayList<>(1)).add(name)));
        byBeginning.values().forEach(names -> names.sort(Comparator.comparingInt((Name name) -> name.text().length()).reversed()));
    }

    /**
     * @return the tree, read once
     */
    public static ChineseDivisions shared() {
        return Shared.INSTANCE;
    }

    /**
     * @param code six digits
     * @return the division with the code, in force or given up; null when the code was never given out since 2002
     */
    public ChineseDivision find(final String code) {
        return byCode.getOrDefault(code, formerByCode.get(code));
    }

    /**
     * @return the province of a code; null without one
     */
    public ChineseDivision provinceOf(final String code) {
        return byCode.get(code.substring(0, 2) + "0000");
    }

    /**
     * @return the prefecture of a code; null for a county of a municipality or one that its province governs
     */
    public ChineseDivision prefectureOf(final String code) {
        return byCode.get(code.substring(0, 4) + "00");
    }

    /**
     * @param text a text
     * @param start where to look
     * @return the divisions whose name stands there, those with the longest names first
     */
    List<Match> matchesAt(final String text, final int start) {
        if (text.length() < start + SHORTEST_STEM) {
            return List.of();
        }

        final List<Match> matches = new ArrayList<>(0);
        for (final Name name : byBeginning.getOrDefault(beginning(text, start), List.of())) {
            if (text.startsWith(name.text(), start)) {
                matches.add(new Match(name.division(), name.kind(), start, start + name.text().length()));
            }
        }

        return matches;
    }

    private static int beginning(final String text, final int start) {
        return text.charAt(start) << Character.SIZE | text.charAt(start + 1);
    }

    private void addNames(final ChineseDivision division) {
        addName(division.name(), division, NameKind.FULL);
        final String stem = stem(division.name());
        if (stem.length() >= SHORTEST_STEM) {
            addName(stem, division, NameKind.STEM);
        }
    }

    /** A county that became a district or a city kept its stem: its old name is one more name of the division in force. */
    private void addFormerNames(final ChineseDivision former) {
        final String stem = stem(former.name());
        final boolean inPrefecture = former.level() == ChineseDivision.Level.COUNTY && prefectureOf(former.code()) != null;
        final String siblings = former.code().substring(0, inPrefecture ? 4 : 2);
        final Set<ChineseDivision> successors = new HashSet<>();
        for (final Name name : byName.getOrDefault(stem, List.of())) {
            if (name.kind() == NameKind.STEM && !name.division().former() && name.division().level() == former.level()
                    && name.division().code().startsWith(siblings)) {
                successors.add(name.division());
            }
        }

        if (successors.isEmpty()) {
            addName(former.name(), former, NameKind.FULL);
        } else if (byName.getOrDefault(former.name(), List.of()).stream().noneMatch(name -> name.division().code().startsWith(siblings))) {
            addName(former.name(), successors.iterator().next(), NameKind.FORMER);
        }
    }

    private void addName(final String text, final ChineseDivision division, final NameKind kind) {
        final List<Name> names = byName.computeIfAbsent(text, unused -> new ArrayList<>(1));
        if (names.stream().noneMatch(name -> name.division().equals(division))) {
            names.add(new Name(text, division, kind));
        }
    }

    private boolean isNamedLikeParent(final ChineseDivision division) {
        final ChineseDivision prefecture = prefectureOf(division.code());
        return division.level() == ChineseDivision.Level.COUNTY && prefecture != null && prefecture.name().equals(division.name());
    }

    private static String stem(final String name) {
        return KIND.matcher(PEOPLES.matcher(name).replaceFirst("")).replaceFirst("");
    }

    private static List<ChineseDivision> read() {
        final List<ChineseDivision> divisions = new ArrayList<>();
        try (InputStream stream = ChineseDivisions.class.getResourceAsStream(RESOURCE);
             BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.startsWith("#")) {
                    final boolean former = line.startsWith("!");
                    final String entry = former ? line.substring(1) : line;
                    divisions.add(new ChineseDivision(entry.substring(0, 6), entry.substring(7), former));
                }
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }

        return divisions;
    }

    /**
     * How a division is named.
     */
    enum NameKind {
        FULL,
        FORMER,
        STEM
    }

    private record Name(String text, ChineseDivision division, NameKind kind) {
    }

    /**
     * A name of a division found in a text.
     *
     * @param division the division
     * @param kind how it is named
     * @param start index of its first character
     * @param end index behind its last character
     */
    record Match(ChineseDivision division, NameKind kind, int start, int end) {
    }

    private static final class Shared {
        private static final ChineseDivisions INSTANCE = new ChineseDivisions();

        private Shared() {
        }
    }
}
