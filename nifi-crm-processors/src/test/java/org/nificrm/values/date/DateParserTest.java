package org.nificrm.values.date;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class DateParserTest {
    private static final LocalDate DAY = LocalDate.of(1985, 3, 7);

    private final DateParser parser = new DateParser(DateOptions.of(DateOrder.UNKNOWN));

    @ParameterizedTest
    @ValueSource(strings = {"1985-03-07", "1985/3/7", "1985.03.07", "19850307", "7 March 1985", "7th of March, 1985", "March 7, 1985", "MAR-07-1985",
            "Thursday, 7 Mar 1985", "7. März 1985", "7 mars 1985", "7 de marzo de 1985", "7 марта 1985 г.", "7 Mart 1985", "7.3.1985", "7 Mar '85",
            "1985年3月7日", "1985 年 03 月 07 日", "一九八五年三月七日", "1985年3月7日 星期四", "昭和60年3月7日", "S60.3.7", "民国74年3月7日",
            "1985년 3월 7일", "１９８５年３月７日", "٧ مارس ١٩٨٥", "07Mar1985", "7 มีนาคม 2528", "ngày 7 tháng 3 năm 1985", "7 במרץ 1985", "1985. gada 7. marts",
            "1985 m. kovo 7 d.", "7. Maerz 1985", "7 brezna 1985"})
    void readsManySpellingsOfOneDay(final String raw) {
        assertEquals(DAY, parser.parse(raw).date());
    }

    @ParameterizedTest
    @CsvSource({"03/04/2021, 2021-04-03, 2021-03-04", "3-4-21, 2021-04-03, 2021-03-04", "25/12/2021, 2021-12-25, 2021-12-25", "05052021, 2021-05-05, 2021-05-05"})
    void followsTheConfiguredOrder(final String raw, final LocalDate dayFirst, final LocalDate monthFirst) {
        assertEquals(dayFirst, new DateParser(DateOptions.of(DateOrder.DAY_MONTH_YEAR)).parse(raw).date());
        assertEquals(monthFirst, new DateParser(DateOptions.of(DateOrder.MONTH_DAY_YEAR)).parse(raw).date());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"03/04/2021~AMBIGUOUS", "01-02-03~AMBIGUOUS", "2021-02-29~IMPOSSIBLE", "31.04.2021~IMPOSSIBLE", "2021-13-01~IMPOSSIBLE",
            "2021-01-01 25:00~IMPOSSIBLE", "March 2021~MONTH_ONLY", "2021-03~MONTH_ONLY", "1985年3月~MONTH_ONLY", "2021~UNREADABLE", "hello~UNREADABLE",
            "13800138000~UNREADABLE", "4155550123~UNREADABLE", "0141234567~UNREADABLE", "Room 7, March 1985~UNREADABLE", "44197~UNREADABLE", "5 lis 2020~AMBIGUOUS", "' '~EMPTY"})
    void saysWhyThereIsNoDay(final String raw, final DateStatus status) {
        assertEquals(status, parser.parse(raw.replace("'", "")).status());
    }

    @Test
    void believesTheLanguageWhereNamesDiffer() {
        assertEquals(10, new DateParser(DateOptions.of(DateOrder.UNKNOWN).withLocale(Locale.forLanguageTag("hr"))).parse("5 lis 2020").date().getMonthValue());
        assertEquals(11, new DateParser(DateOptions.of(DateOrder.UNKNOWN).withLocale(Locale.forLanguageTag("pl"))).parse("5 lis 2020").date().getMonthValue());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {"2021-03-04T05:06:07Z~2021-03-04T05:06:07", "2021-03-04 05:06~2021-03-04T05:06:00", "2021-03-04T05:06:07+08:00~2021-03-03T21:06:07",
            "4 Mar 2021 5:06 pm~2021-03-04T17:06:00", "2021年3月4日 下午5点6分~2021-03-04T17:06:00", "2021年3月4日12時6分7秒~2021-03-04T12:06:07", "20210304T050607Z~2021-03-04T05:06:07",
            "20210304050607~2021-03-04T05:06:07", "1614834367000~2021-03-04T05:06:07", "1614834367~2021-03-04T05:06:07", "4. März 2021 um 5:06 Uhr~2021-03-04T05:06:00", "Thu, 04 Mar 2021 05:06:07 -0700~2021-03-04T12:06:07",
            "2021-03-04 12:00 AM~2021-03-04T00:00:00"})
    void readsTheTime(final String raw, final LocalDateTime utc) {
        assertEquals(utc, parser.parse(raw).toOffsetDateTime(ZoneOffset.UTC).withOffsetSameInstant(ZoneOffset.UTC).toLocalDateTime());
    }

    @Test
    void takesNoOffsetFromNamesThatStandForSeveral() {
        assertNull(parser.parse("4 Mar 2021 05:06 CST").offset());
    }

    @Test
    void readsSerialsOfSpreadsheetsWhenAskedTo() {
        final DateParser serials = new DateParser(DateOptions.of(DateOrder.UNKNOWN).withSerials());
        assertEquals(LocalDate.of(2021, 1, 1), serials.parse("44197").date());
        assertEquals(LocalDateTime.of(2021, 1, 1, 12, 0), serials.parse("44197.5").toLocalDateTime());
        assertEquals(DateStatus.UNREADABLE, serials.parse("12").status());
    }

    @Test
    void expandsTwoDigitYearsFromThePivot() {
        assertEquals(1985, new DateParser(DateOptions.of(DateOrder.DAY_MONTH_YEAR)).parse("7/3/85").date().getYear());
        assertEquals(2021, new DateParser(DateOptions.of(DateOrder.DAY_MONTH_YEAR)).parse("7/3/21").date().getYear());
        assertEquals(1921, new DateParser(DateOptions.of(DateOrder.DAY_MONTH_YEAR).withPivotYear(1920)).parse("7/3/21").date().getYear());
    }

    @Test
    void readsEveryDayItWrites() {
        for (LocalDate day = LocalDate.of(1899, 12, 1); day.isBefore(LocalDate.of(2101, 1, 1)); day = day.plusDays(13)) {
            assertEquals(day, parser.parse(day.toString()).date());
        }
    }

    @Test
    void takesAnyText() {
        final Random random = new Random(5);
        final int[] pieces = "0123456789 -/.:,'年月日時分令和MTar午am+Z".codePoints().toArray();
        final DateParser serials = new DateParser(DateOptions.of(DateOrder.YEAR_MONTH_DAY).withSerials());
        for (int i = 0; i < 50_000; i++) {
            final StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(25); length > 0; length--) {
                raw.appendCodePoint(random.nextInt(12) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : pieces[random.nextInt(pieces.length)]);
            }

            final DateReading reading = serials.parse(raw.toString());
            if (reading.isValid()) {
                assertEquals(reading.date(), parser.parse(reading.date().toString()).date());
            }
        }
    }
}
