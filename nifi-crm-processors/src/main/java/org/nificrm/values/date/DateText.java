package org.nificrm.values.date;

import org.nificrm.values.text.TextNormalizer;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Brings a date to ASCII digits, Thai years to the common era and East Asian dates to numbers with hyphens.
 */
final class DateText {
    private static final Map<String, Integer> YEARS_BEFORE_ERA = Map.ofEntries(
            Map.entry("明治", 1867), Map.entry("大正", 1911), Map.entry("昭和", 1925), Map.entry("平成", 1988), Map.entry("令和", 2018),
            Map.entry("M", 1867), Map.entry("T", 1911), Map.entry("S", 1925), Map.entry("H", 1988), Map.entry("R", 2018),
            Map.entry("民国", 1911), Map.entry("民國", 1911), Map.entry("中華民國", 1911), Map.entry("中华民国", 1911));
    private static final Pattern EAST_ASIAN = Pattern.compile("[年月日년월일号號周週曜]");
    private static final Pattern ERA_YEAR = Pattern.compile("(明治|大正|昭和|平成|令和|中華民國|中华民国|民国|民國)\\s*(元|\\d{1,3})\\s*年");
    private static final Pattern ERA_LETTER = Pattern.compile("^([MTSHR])(\\d{1,2})([./-]\\d{1,2}[./-]\\d{1,2})(?!\\d)");
    private static final Pattern NUMERALS = Pattern.compile("[〇○零一二三四五六七八九十]+(?=\\s*[年月日号號])");
    private static final Pattern YEAR_MONTH_DAY = Pattern.compile(
            "(\\d{4}|\\d{2})\\s*[年년]\\s*(\\d{1,2})\\s*[月월]\\s*(?:(3[01]|[12]\\d|0?[1-9])(?:\\s*[日号號일])?)?");
    private static final Pattern DAY_NAME = Pattern.compile("(?:星期|周|週|礼拜|禮拜)[一二三四五六日天]|[日月火水木金土]曜日?|[월화수목금토일]요일"
            + "|[(（][日月火水木金土月一二三四五六월화수목금토일][)）]");
    private static final Pattern VIETNAMESE = Pattern.compile("(?:ngày\\s*)?\\b(\\d{1,2})\\s*tháng\\s*(\\d{1,2})\\s*năm\\s*(\\d{4})", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    private static final Pattern THAI = Pattern.compile("\\p{IsThai}");
    /** From 1857 to 2056. */
    private static final Pattern BUDDHIST_YEAR = Pattern.compile("(?<!\\d)2[45]\\d{2}(?!\\d)");
    private static final int YEARS_BEFORE_CHRIST = 543;
    private static final String NUMERAL_DIGITS = "〇一二三四五六七八九";

    private DateText() {
    }

    static String of(final String raw) {
        final String text = asciiDigits(TextNormalizer.normalize(raw));
        final Matcher eraLetter = ERA_LETTER.matcher(text);
        if (eraLetter.find()) {
            return eraLetter.replaceFirst(match -> eraYear(match) + match.group(3));
        }

        if (THAI.matcher(text).find()) {
            return BUDDHIST_YEAR.matcher(text).replaceAll(match -> Integer.toString(Integer.parseInt(match.group()) - YEARS_BEFORE_CHRIST));
        }

        if (EAST_ASIAN.matcher(text).find()) {
            return withHyphens(text);
        }

        return VIETNAMESE.matcher(text).replaceFirst("$3-$2-$1");
    }

    private static String withHyphens(final String text) {
        String plain = DAY_NAME.matcher(text).replaceAll(" ");
        plain = NUMERALS.matcher(plain).replaceAll(match -> Integer.toString(number(match.group())));
        plain = ERA_YEAR.matcher(plain).replaceAll(match -> eraYear(match) + "年");
        return YEAR_MONTH_DAY.matcher(plain).replaceAll(match -> ' ' + hyphenated(match) + ' ');
    }

    private static String eraYear(final MatchResult match) {
        final int year = "元".equals(match.group(2)) ? 1 : Integer.parseInt(match.group(2));
        return Integer.toString(YEARS_BEFORE_ERA.get(match.group(1)) + year);
    }

    private static String hyphenated(final MatchResult match) {
        final String month = match.group(1) + '-' + match.group(2);
        return match.group(3) == null ? month : month + '-' + match.group(3);
    }

    private static int number(final String numerals) {
        final int ten = numerals.indexOf('十');
        if (ten >= 0) {
            final int tens = ten == 0 ? 1 : digits(numerals.substring(0, ten));
            return tens * 10 + digits(numerals.substring(ten + 1).replace("十", ""));
        }

        return digits(numerals);
    }

    private static int digits(final String numerals) {
        int number = 0;
        for (int i = 0; i < Math.min(numerals.length(), 4); i++) {
            number = number * 10 + Math.max(0, NUMERAL_DIGITS.indexOf(numerals.charAt(i)));
        }

        return number;
    }

    private static String asciiDigits(final String text) {
        StringBuilder ascii = null;
        for (int i = 0; i < text.length(); i++) {
            final char character = text.charAt(i);
            if (character > 0x7F && Character.isDigit(character)) {
                ascii = ascii == null ? new StringBuilder(text) : ascii;
                ascii.setCharAt(i, (char) ('0' + Character.digit(character, 10)));
            }
        }

        return ascii == null ? text : ascii.toString();
    }
}
