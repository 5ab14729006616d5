package org.nificrm.values.date;

import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The time of day in a text and the text without it.
 *
 * @param time null when the text has none
 * @param offset null when the text has none
 * @param rest what is left of the text
 * @param impossible whether the text has the form of a time that no clock shows
 */
record ClockTime(LocalTime time, ZoneOffset offset, String rest, boolean impossible) {
    private static final String BEFORE_NOON = "a\\.?m\\.?|ap\\.|上午|早上|午前|오전|πμ";
    private static final String AFTER_NOON = "p\\.?m\\.?|ip\\.|下午|晚上|午後|오후|μμ";
    private static final String HALF = "(?:" + BEFORE_NOON + '|' + AFTER_NOON + ")(?![\\p{L}])";
    private static final String ZONE = "\\s*(?<zone>[Zz](?![\\p{L}])|(?:[A-Z]{2,5}(?![\\p{L}]))?\\s?(?:[+-]\\d{2}:?\\d{2}(?!\\d)|[+-]\\d{1,2}(?![\\d/:-]))|[A-Z]{2,5}(?![\\p{L}]))?"
            + "(?:\\s*\\([\\p{L} ]+\\)|\\s+[+-]\\d{2}(?:\\d{2})?(?!\\d)|\\s+[A-Z]{3,4}(?![\\p{L}]))*";
    private static final int FLAGS = Pattern.UNICODE_CASE;

    private static final Pattern COLONS = Pattern.compile("(?:(?<first>(?i:" + HALF + "))\\s*)?(?:(?<=/\\d{4}:)|(?<![\\d:]))(?<hour>\\d{1,2})\\s?:\\s?(?<minute>\\d{1,2})"
            + "(?::(?<second>\\d{1,2})(?:[.,:](?<fraction>\\d{1,9})\\d*)?)?(?![\\d:])\\s*(?<last>(?i:" + HALF + "))?" + ZONE, FLAGS);
    private static final Pattern UNITS = Pattern.compile("(?:(?<first>(?i:" + HALF + "))\\s*)?(?<![\\d:.])(?<hour>\\d{1,2})\\s?(?:[hH](?![\\p{L}])|[点點时時시])\\s?"
            + "(?:(?<minute>\\d{1,2})\\s?(?:[m分분](?![\\p{L}&&[^\\p{IsHan}]]))?)?\\s?(?:(?<second>\\d{1,2})(?:[.](?<fraction>\\d{1,9}))?\\s?[s秒초])?(?<last>)" + ZONE, FLAGS);
    private static final Pattern BASIC = Pattern.compile("(?<=\\d)[Tt](?<hour>\\d{2})(?<minute>\\d{2})?(?<second>\\d{2})?(?:[.,](?<fraction>\\d{1,9})\\d*)?(?![\\d:])"
            + "(?<first>)(?<last>)" + ZONE, FLAGS);
    private static final Pattern DOT = Pattern.compile("(?<first>)(?:(?i:\\b(?:klo|kl\\.?)\\s*)|(?<![\\d.:]))(?<hour>\\d{1,2})(?:\\.(?<minute>\\d{2}))?(?<second>)(?<fraction>)\\s*(?<last>(?i:"
            + HALF + "))(?<zone>)", FLAGS);
    private static final Pattern NOON = Pattern.compile("\\b(?i:noon|midday|u podne)\\b|正午", FLAGS);
    private static final Pattern MIDNIGHT = Pattern.compile("\\b(?i:midnight|u ponoć)\\b|午夜", FLAGS);
    private static final Pattern AFTER = Pattern.compile("(?i:" + AFTER_NOON + ")", FLAGS);
    private static final Pattern ZERO_OFFSET = Pattern.compile("[Zz]|UTC|GMT");
    private static final Pattern OFFSET = Pattern.compile("([+-])(\\d{1,2}):?(\\d{2})?$");
    private static final List<Pattern> FORMS = List.of(COLONS, UNITS, BASIC, DOT);
    private static final Set<String> NO_ZONES = Set.of("AD", "BC", "CE");
    private static final int LARGEST_OFFSET_HOURS = 18;

    /**
     * @param text a text with a date
     * @param words knows which capitals behind a time are a month or a day
     */
    static ClockTime takeFrom(final String text, final DateWords words) {
        if (isDayOnly(text)) {
            return new ClockTime(null, null, text, false);
        }

        for (final Pattern pattern : FORMS) {
            final Matcher matcher = pattern.matcher(text);
            if (matcher.find()) {
                return read(matcher, text, words);
            }
        }

        final Matcher noon = NOON.matcher(text);
        if (noon.find()) {
            return new ClockTime(LocalTime.NOON, null, without(text, noon.start(), noon.end()), false);
        }

        final Matcher midnight = MIDNIGHT.matcher(text);
        if (midnight.find()) {
            return new ClockTime(LocalTime.MIDNIGHT, null, without(text, midnight.start(), midnight.end()), false);
        }

        return new ClockTime(null, null, text, false);
    }

    private static boolean isDayOnly(final String text) {
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            if (character == ':' || character > '9') {
                return false;
            }
        }

        return true;
    }

    private static ClockTime read(final Matcher matcher, final String text, final DateWords words) {
        final String zone = orEmpty(matcher.group("zone"));
        final String zoneLetters = zone.replaceAll("[^\\p{L}]", "");
        final boolean word = NO_ZONES.contains(zoneLetters) || words.isKnown(zoneLetters.toLowerCase(Locale.ROOT));
        final String rest = without(text, matcher.start(), word ? matcher.start("zone") : matcher.end());
        final ZoneOffset offset = word ? null : offset(zone);

        final String half = orEmpty(matcher.group("first")) + orEmpty(matcher.group("last"));
        final int minute = number(matcher.group("minute"));
        final int second = number(matcher.group("second"));
        final int hour = hour(number(matcher.group("hour")), half);
        // A clock shows second 60 when a leap second is added
        if (hour < 0 || hour > 23 || minute > 59 || second > 60) {
            return new ClockTime(null, null, rest, true);
        }

        final LocalTime time = LocalTime.of(hour, minute, Math.min(second, 59), nanoseconds(orEmpty(matcher.group("fraction"))));
        return new ClockTime(time, offset, rest, false);
    }

    private static int hour(final int hour, final String half) {
        if (half.isEmpty() || hour > 12) {
            return hour;
        }

        if (hour == 0) {
            return 0;
        }

        return hour % 12 + (AFTER.matcher(half).matches() ? 12 : 0);
    }

    private static int nanoseconds(final String fraction) {
        return fraction.isEmpty() ? 0 : Integer.parseInt((fraction + "00000000").substring(0, 9));
    }

    private static ZoneOffset offset(final String zone) {
        final Matcher matcher = OFFSET.matcher(zone);
        if (!matcher.find()) {
            return ZERO_OFFSET.matcher(zone).matches() ? ZoneOffset.UTC : null;
        }

        final int hours = number(matcher.group(2));
        final int minutes = number(matcher.group(3));
        if (hours > LARGEST_OFFSET_HOURS - 1 || minutes > 59) {
            return null;
        }

        final int sign = "-".equals(matcher.group(1)) ? -1 : 1;
        return ZoneOffset.ofHoursMinutes(sign * hours, sign * minutes);
    }

    private static String without(final String text, final int start, final int end) {
        return text.substring(0, start) + ' ' + text.substring(end);
    }

    private static int number(final String digits) {
        return digits == null || digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    private static String orEmpty(final String text) {
        return text == null ? "" : text;
    }
}
