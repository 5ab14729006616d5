package org.nificrm.values.address;

import org.nificrm.values.text.TextNormalizer;
import org.nificrm.values.text.WordLists;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes a US address line apart, from its end: country, ZIP code, state, then what parts the city from the street.
 */
public final class UsAddressParser {
    private static final int LONGEST_TEXT = 500;
    private static final String BOX = "box";
    private static final WordLists LISTS = WordLists.read(UsAddressParser.class, "us-words.txt");
    private static final Set<String> STREET_SUFFIXES = LISTS.get("street suffixes");
    private static final Set<String> WEAK_STREET_SUFFIXES = LISTS.get("weak street suffixes");
    private static final Set<String> DIRECTIONALS = LISTS.get("directionals");
    private static final Set<String> UNITS = LISTS.get("units");
    private static final Set<String> CITY_BEGINNINGS = LISTS.get("city beginnings");
    private static final Set<String> NUMBERED_ROADS = Set.of("highway", "hwy", "hiway", "hgwy", "route", "rte", "rt", "road", "rd", "us", "business", "interstate", "sr", "cr", "fm", "avenue", "ave");

    private static final Pattern LINE_BREAK = Pattern.compile("\\s*[\\r\\n;]+\\s*");
    private static final Pattern COUNTRY = Pattern.compile("[\\s,]+(?:USA|U\\.\\s?S\\.\\s?A\\.?|US|U\\.S\\.|United States(?: of America)?)\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern POSTCODE = Pattern.compile("(?:^|[\\s,.])(\\d{5})(?:\\s?[-–—]\\s?(\\d{4})|(\\d{4})|\\s(\\d{4}))?[\\s,.]*$");
    private static final String WORD = "(?:(?:\\p{L}\\.){2,}|\\p{L}+\\.?)";
    private static final Pattern LAST_WORDS = Pattern.compile("(?:^|[\\s,.])((?:" + WORD + "[ ]){0,3}" + WORD + ")[\\s,.]*$");
    private static final Pattern PO_BOX = Pattern.compile("\\b((?:p\\.?\\s*o\\.?\\s*|post office |lock |caller )?box\\s*#?\\s*[\\w-]+"
            + "|(?:rr|rural route|hcr?|hc r|star route)\\.?\\s*#?\\s*\\w+,?\\s*box\\s*#?\\s*[\\w-]+)(?=[\\s,]|$)", Pattern.CASE_INSENSITIVE);
    private static final Pattern HOUSE_NUMBER = Pattern.compile("^(?:\\p{L}{0,2}\\d[\\w/-]*|\\d+ \\d/\\d)$");
    private static final Pattern UNIT_ID = Pattern.compile("#?[\\w-]*\\d[\\w-]*|\\p{L}");
    private static final Pattern ROAD_ID = Pattern.compile("\\p{L}?-?\\d+\\p{L}?|\\p{Lu}{1,3}");

    /**
     * @param raw an address, on one line or several
     * @return its parts as far as they can be told
     */
    public UsAddress parse(final String raw) {
        if (raw.length() > LONGEST_TEXT) {
            return new UsAddress("", raw, "", "", "", "", "");
        }

        String text = TextNormalizer.normalize(LINE_BREAK.matcher(raw.strip()).replaceAll(", "));
        text = COUNTRY.matcher(text).replaceFirst("");

        String postcode = "";
        final Matcher postcodeMatcher = POSTCODE.matcher(text);
        if (postcodeMatcher.find() && postcodeMatcher.start() > 0) {
            postcode = postcode(postcodeMatcher);
            text = text.substring(0, postcodeMatcher.start());
        }

        final State state = stateAtEnd(text, !postcode.isEmpty());
        final List<List<String>> segments = segments(text.substring(0, state.start()));
        if (postcode.isEmpty() && state.code().isEmpty()) {
            return withoutPlace(segments);
        }

        final List<String> last = segments.isEmpty() ? List.of() : segments.removeLast();
        final int cityStart = cityStart(last, segments.isEmpty() || !hasHouseNumber(segments));
        if (cityStart > 0) {
            segments.add(last.subList(0, cityStart));
        }

        return parts(segments, String.join(" ", last.subList(cityStart, last.size())), state.code(), postcode);
    }

    private static String postcode(final Matcher matcher) {
        for (int group = 2; group <= 4; group++) {
            if (matcher.group(group) != null) {
                return matcher.group(1) + '-' + matcher.group(group);
            }
        }

        return matcher.group(1);
    }

    /** The longest name of a state at the end; without a ZIP code a code is one only behind a comma, where Ct is not a court, or in capitals. */
    private static State stateAtEnd(final String text, final boolean beforePostcode) {
        final Matcher matcher = LAST_WORDS.matcher(text);
        if (!matcher.find()) {
            return new State("", text.length());
        }

        int start = matcher.start(1);
        while (start >= 0 && start < matcher.end(1)) {
            final String words = text.substring(start, matcher.end(1));
            final String code = UsStates.codeOf(words);
            final boolean spelledOut = words.replace(".", "").length() > 2;
            final boolean behindComma = text.substring(0, start).strip().endsWith(",");
            if (!code.isEmpty() && (beforePostcode || spelledOut && start > 0 || behindComma || standsOut(text, start, words))) {
                return new State(code, start);
            }

            final int blank = text.indexOf(' ', start);
            start = blank < 0 || blank >= matcher.end(1) ? matcher.end(1) : blank + 1;
        }

        return new State("", text.length());
    }

    /** A code in capitals behind a city, in a text that has small letters too; no direction, unit or kind of street. */
    private static boolean standsOut(final String text, final int start, final String words) {
        final String key = plain(words);
        final boolean inCapitals = words.equals(words.toUpperCase(Locale.ROOT)) && !text.equals(text.toUpperCase(Locale.ROOT));
        return inCapitals && text.lastIndexOf(',', start) > 0 && !STREET_SUFFIXES.contains(key) && !DIRECTIONALS.contains(key) && !UNITS.contains(key);
    }

    private static List<List<String>> segments(final String text) {
        final List<List<String>> segments = new ArrayList<>();
        for (final String segment : text.split(",")) {
            final String spaced = segment.replace("#", " #").strip();
            if (!spaced.isEmpty()) {
                segments.add(joinedNumberSigns(Arrays.asList(spaced.split("\\s+"))));
            }
        }

        return segments;
    }

    private static List<String> joinedNumberSigns(final List<String> words) {
        final List<String> joined = new ArrayList<>();
        for (final String word : words) {
            if (!joined.isEmpty() && joined.getLast().equals("#")) {
                joined.set(joined.size() - 1, "# " + word);
            } else {
                joined.add(word);
            }
        }

        return joined;
    }

    private static boolean hasHouseNumber(final List<List<String>> segments) {
        return segments.stream().anyMatch(segment -> segment.stream().anyMatch(word -> word.chars().anyMatch(Character::isDigit)));
    }

    /**
     * Where the city starts in the words before the state.
     *
     * @param withStreet whether the words may hold the whole street
     */
    private static int cityStart(final List<String> words, final boolean withStreet) {
        final int start = afterUnits(words, afterPoBox(words));
        final boolean startsWithNumber = startOfStreet(words) > 0;
        if (start == 0 && !startsWithNumber && !withStreet) {
            return 0;
        }

        final int strong = afterStreet(words, start, STREET_SUFFIXES);
        if (strong > 0 || !startsWithNumber) {
            return strong;
        }

        final int weak = afterStreet(words, 1, WEAK_STREET_SUFFIXES);
        return weak > 1 ? weak : lastWords(words);
    }

    private static int afterPoBox(final List<String> words) {
        if (words.stream().noneMatch(word -> word.equalsIgnoreCase(BOX))) {
            return 0;
        }

        final Matcher matcher = PO_BOX.matcher(String.join(" ", words));
        int end = 0;
        while (matcher.find()) {
            end = matcher.end();
        }

        int length = 0;
        int index = 0;
        while (index < words.size() && length < end) {
            length += words.get(index).length() + 1;
            index++;
        }

        return index;
    }

    private static int afterUnits(final List<String> words, final int from) {
        int end = from;
        for (int i = from; i < words.size() - 1; i++) {
            final int endOfUnit = endOfUnit(words, i);
            if (endOfUnit > i && endOfUnit < words.size()) {
                end = endOfUnit;
            }
        }

        return end;
    }

    /** Behind a unit that starts at the index: Apt 5, Ste. 201, #234; the index itself when there is none. */
    private static int endOfUnit(final List<String> words, final int start) {
        final String word = plain(words.get(start));
        if (word.startsWith("#")) {
            return start + 1;
        }

        if (UNITS.contains(word) && start + 1 < words.size() && UNIT_ID.matcher(words.get(start + 1)).matches()) {
            return start + 2;
        }

        return start;
    }

    private static int afterStreet(final List<String> words, final int from, final Set<String> suffixes) {
        int end = from;
        for (int i = Math.max(from, 1); i < words.size() - 1; i++) {
            final String word = plain(words.get(i));
            final boolean numbered = NUMBERED_ROADS.contains(word) && isRoadId(words.get(i + 1));
            if (numbered && i + 2 < words.size()) {
                end = afterDirectional(words, i + 2);
            } else if (suffixes.contains(word) && !isSaint(words, i, end)) {
                end = afterDirectional(words, i + 1);
            }
        }

        return end;
    }

    private static boolean isRoadId(final String word) {
        return ROAD_ID.matcher(word).matches() && !DIRECTIONALS.contains(plain(word));
    }

    private static boolean isSaint(final List<String> words, final int index, final int end) {
        return plain(words.get(index)).equals("st") && index == end && end > 0;
    }

    private static int afterDirectional(final List<String> words, final int index) {
        final String word = plain(words.get(index));
        final boolean business = word.equals("business");
        final boolean directional = DIRECTIONALS.contains(word) && word.length() <= 2 && !words.get(index).endsWith(".");
        return (directional || business) && index + 1 < words.size() ? index + 1 : index;
    }

    /** Without a word that ends the street the city is the last word, and the one before it where that begins names of cities. */
    private static int lastWords(final List<String> words) {
        int start = words.size() - 1;
        while (start > 2 && CITY_BEGINNINGS.contains(plain(words.get(start - 1)))) {
            start--;
        }

        return Math.max(start, 0);
    }

    private static UsAddress withoutPlace(final List<List<String>> segments) {
        return parts(segments, "", "", "");
    }

    private static UsAddress parts(final List<List<String>> segments, final String city, final String state, final String postcode) {
        final List<String> units = new ArrayList<>();
        final List<String> streets = new ArrayList<>();
        String poBox = "";
        String number = "";
        for (final List<String> segment : segments) {
            final String text = String.join(" ", segment);
            final Matcher matcher = PO_BOX.matcher(text);
            if (matcher.find()) {
                poBox = matcher.group(1);
                addUnit(text.substring(0, matcher.start()).strip(), units);
                continue;
            }

            final int street = startOfStreet(segment);
            if (number.isEmpty() && street > 0) {
                number = segment.get(street - 1);
                addStreet(segment.subList(street, segment.size()), streets, units);
            } else if (endOfUnit(segment, 0) > 0) {
                units.add(text);
            } else if (number.isEmpty() && streets.isEmpty() && Character.isLetter(text.charAt(0)) && segments.size() == 1) {
                addStreet(segment, streets, units);
            }
        }

        return new UsAddress(number, String.join(", ", streets), String.join(" ", units), poBox, city, state, postcode);
    }

    private static void addUnit(final String text, final List<String> units) {
        if (UNITS.stream().anyMatch(unit -> text.regionMatches(true, 0, unit + ' ', 0, unit.length() + 1))) {
            units.add(text);
        }
    }

    private static int startOfStreet(final List<String> segment) {
        return segment.size() > 1 && HOUSE_NUMBER.matcher(segment.getFirst()).matches() ? 1 : 0;
    }

    private static void addStreet(final List<String> words, final List<String> streets, final List<String> units) {
        for (int i = 1; i < words.size(); i++) {
            if (endOfUnit(words, i) > i) {
                streets.add(String.join(" ", words.subList(0, i)));
                units.add(String.join(" ", words.subList(i, words.size())));
                return;
            }
        }

        streets.add(String.join(" ", words));
    }

    private static String plain(final String word) {
        return word.replace(".", "").toLowerCase(Locale.ROOT);
    }

    private record State(String code, int start) {
    }
}
