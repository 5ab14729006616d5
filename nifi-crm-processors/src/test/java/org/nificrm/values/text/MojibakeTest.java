package org.nificrm.values.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class MojibakeTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Jürgen Groß,             windows-1252
            Dąbrowska Górka,         windows-1250
            Пётр Кузнецов,           windows-1251
            李建国,                  ISO-8859-1
            上海市浦东新区,          ISO-8859-1
            Zoë O’Neil,              windows-1252
            Ağaoğlu,                 windows-1254
            Peña,                    x-MacRoman
            ¿Qué pasó?,              IBM437
            김민수,                  windows-1252
            Αθήνα,                   windows-1253
            Übergröße,               IBM850
            Кузнецов,                KOI8-R
            François Lüdenscheidt,   ISO-8859-2
            Timișoara,               windows-1252
            Škoda,                   windows-1252
            """)
    void repairsUtf8ReadInAnotherCharacterSet(final String text, final String readIn) {
        assertEquals(text, Mojibake.repair(misread(text, StandardCharsets.UTF_8, Charset.forName(readIn))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"转讈", "霃甁"})
    void twoHanCharactersAreNotTakenForOtherLetters(final String text) {
        assertSame(text, Mojibake.repair(text));
    }

    @Test
    void repairsOneCyrillicSetReadInTheOther() {
        assertEquals("Владивосток", Mojibake.repair(misread("Владивосток", Charset.forName("KOI8-R"), Charset.forName("windows-1251"))));
        assertEquals("Владивосток", Mojibake.repair(misread("Владивосток", Charset.forName("windows-1251"), Charset.forName("KOI8-R"))));
    }

    @Test
    void repairsUtf8ReadTwice() {
        final Charset windows = Charset.forName("windows-1252");
        assertEquals("José García", Mojibake.repair(misread(misread("José García", StandardCharsets.UTF_8, windows), StandardCharsets.UTF_8, windows)));
    }

    @Test
    void repairsUtf8ReadAsGbk() {
        assertEquals("客户资料", Mojibake.repair(misread("客户资料", StandardCharsets.UTF_8, Charset.forName("GBK"))));
    }

    @Test
    void repairsGbkReadAsLatin1() {
        assertEquals("中国上海", Mojibake.repair(misread("中国上海", Charset.forName("GBK"), StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Иванов Иван", "улица Ленина, дом 5", "САНКТ-ПЕТЕРБУРГ"})
    void repairsCyrillicReadAsLatin1(final String text) {
        assertEquals(text, Mojibake.repair(misread(text, Charset.forName("windows-1251"), StandardCharsets.ISO_8859_1)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "+86vanßéé", "ÀÉÎÕÜ", "ÄÖÜÅ", "Jürgen Groß", "José Ñáñez", "ÅÄÖ", "CAFÉ…", "«\u00A0Été\u00A0»", "naïve façade", "Ærøskøbing", "10 € – 20 €", "Ελλάδα", "Мария Ивановна", "李建国", "한국어",
        "東京都千代田区", "日本（東京）", "™ ® ©", "½ ¼", "São João", "IRMÃ", "Łódź", "Đặng Thị Ngọc Ánh", "عبد الله", "दिल्ली", "ﬁn", "😀 Zoë"})
    void leavesSoundTextAlone(final String text) {
        assertSame(text, Mojibake.repair(text));
    }

    @Test
    void leavesTextAloneWhereBytesAreLost() {
        final String text = "SlovenÄ\uFFFDina";
        assertSame(text, Mojibake.repair(text));
    }

    @Test
    void changesNothingTheSecondTime() {
        final Random random = Fuzz.random(24);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final String once = Mojibake.repair(RandomText.next(random));
            assertEquals(once, Mojibake.repair(once));
        }
    }

    private static String misread(final String text, final Charset written, final Charset read) {
        return new String(text.getBytes(written), read);
    }
}
