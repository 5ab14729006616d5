package org.nificrm.values.name;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;
import org.nificrm.values.text.RandomText;
import org.nificrm.values.text.TextNormalizer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PersonNameParserTest {

    @ParameterizedTest
    @CsvSource(nullValues = "-", emptyValue = "", textBlock = """
            # input,                                 title,              first,          middle,   last,             suffix,   nickname
            'Peter Okafor',                          '',                 Peter,          '',       Okafor,           '',       ''
            'Anna Maria L. Fischer',                 '',                 Anna,           Maria L., Fischer,          '',       ''
            'Prof. Dr. Klaus von der Heide',         'Prof. Dr.',        Klaus,          '',       von der Heide,    '',       ''
            'Heide, Klaus von der',                  '',                 Klaus,          '',       von der Heide,    '',       ''
            'Pieter van den Broek Jr.',              '',                 Pieter,         '',       van den Broek,    Jr.,      ''
            'Ramos Ortiz, Ms. Lucía, CPA',           Ms.,                Lucía,          '',       Ramos Ortiz,      CPA,      ''
            'Luis Ortega y Vidal',                   '',                 Luis,           '',       Ortega y Vidal,   '',       ''
            'William "Buck" Tanner',                 '',                 William,        '',       Tanner,           '',       Buck
            'Roberta (Bobbie) Lind III',             '',                 Roberta,        '',       Lind,             III,      Bobbie
            'Sinead O Sullivan',                     '',                 Sinead,         '',       O Sullivan,       '',       ''
            'Mr Bell',                               Mr,                 '',             '',       Bell,             '',       ''
            'Dr. rer. nat. Uta Kern',                'Dr. rer. nat.',    Uta,            '',       Kern,             '',       ''
            'Chief Justice Warner',                  'Chief Justice',    '',             '',       Warner,           '',       ''
            'Phil Kern',                             '',                 Phil,           '',       Kern,             '',       ''
            'Sister Agnes',                          Sister,             Agnes,          '',       '',               '',       ''
            'State Senator Ruth Oduya',              'State Senator',    Ruth,           '',       Oduya,            '',       ''
            'Mr. and Mrs. Paul Weber',               'Mr. and Mrs.',     Paul,           '',       Weber,            '',       ''
            'Dean Hall',                             '',                 Dean,           '',       Hall,             '',       ''
            'Van Tran',                              '',                 Van,            '',       Tran,             '',       ''
            'Ben Small',                             '',                 Ben,            '',       Small,            '',       ''
            'Lena SCHMITT',                          '',                 Lena,           '',       SCHMITT,          '',       ''
            'MOREAU Jean-Luc',                       '',                 Jean-Luc,       '',       MOREAU,           '',       ''
            'Ana PEREIRA GOMES',                     '',                 Ana,            '',       PEREIRA GOMES,    '',       ''
            'ANA PEREIRA GOMES',                     '',                 ANA,            PEREIRA,  GOMES,            '',       ''
            'TJ Holm',                               '',                 TJ,             '',       Holm,             '',       ''
            'Jack Ma',                               '',                 Jack,           '',       Ma,               '',       ''
            'Holly Reed MA',                         '',                 Holly,          '',       Reed,             MA,       ''
            'Holly Reed MEng',                       '',                 Holly,          '',       Reed,             MEng,     ''
            'Xiaoling Meng',                         '',                 Xiaoling,       '',       Meng,             '',       ''
            'Wei Ma',                                '',                 Wei,            '',       Ma,               '',       ''
            'Reed, J.R.',                            '',                 J.R.,           '',       Reed,             '',       ''
            'Mary E, Holt',                          '',                 Mary,           E,        Holt,             '',       ''
            'Петров Олег Сергеевич',                 '',                 Олег,           Сергеевич, Петров,          '',       ''
            'Maria del Carmen',                      '',                 Maria,          '',       del Carmen,       '',       ''
            'de Gaulle',                             '',                 '',             '',       de Gaulle,        '',       ''
            'Paul e Norton',                         '',                 Paul,           e,        Norton,           '',       ''
            'Kees in ’t Hout',                       '',                 Kees,           '',       in ’t Hout,       '',       ''
            'Ulrich von und zu Bergen',              '',                 Ulrich,         '',       von und zu Bergen, '',      ''
            'MUDr. Alena Černá, CSc.',               MUDr.,              Alena,          '',       Černá,            CSc.,     ''
            'Univ.-Prof. Dr. Otto Lang',             'Univ.-Prof. Dr.',  Otto,           '',       Lang,             '',       ''
            'dr hab. inż. Marek Nowak',              'dr hab. inż.',     Marek,          '',       Nowak,            '',       ''
            'Dña. Elena Prieto',                     Dña.,               Elena,          '',       Prieto,           '',       ''
            'проф. Олег Белов',                      проф.,              Олег,           '',       Белов,            '',       ''
            'δρ. Νίκος Δήμου',                       δρ.,                Νίκος,          '',       Δήμου,            '',       ''
            'د. سامي حداد',                          د.,                 سامي,           '',       حداد,             '',       ''
            'श्री अजय वर्मा',                            श्री,                 अजय,            '',       वर्मा,             '',       ''
            'นาย วิชัย สุขใจ',                           นาย,                วิชัย,            '',       สุขใจ,             '',       ''
            """)
    void takesWesternNamesApart(final String input, final String title, final String first, final String middle, final String last,
            final String suffix, final String nickname) {
        assertEquals(new PersonName(title, first, middle, last, suffix, nickname), PersonNameParser.parse(input));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            # input,            locale,  title,      last,      first,        nickname
            李建国,              '',      '',         李,        建国,          ''
            李建国,              zh-CN,   '',         李,        建国,          ''
            诸葛青云,            '',      '',         诸葛,      青云,          ''
            諸葛青雲,            zh-TW,   '',         諸葛,      青雲,          ''
            陈李婉芬,            '',      '',         陈李,      婉芬,          ''
            李 建国,             '',      '',         李,        建国,          ''
            李　建　国,          '',      '',         李,        建国,          ''
            周先生,              '',      先生,       周,        '',            ''
            周总,                '',      总,         周,        '',            ''
            周志强总经理,        '',      总经理,     周,        志强,          ''
            女士 周敏,           '',      女士,       周,        敏,            ''
            周敏（Mindy）,       '',      '',         周,        敏,            Mindy
            周敏 Mindy,          '',      '',         周,        敏,            Mindy
            Mindy 周,            '',      '',         周,        Mindy,         ''
            Mr. 周,              '',      Mr.,        周,        '',            ''
            卡尔·荣格,           '',      '',         荣格,      卡尔,          ''
            叶赫那拉·婉贞,       '',      '',         叶赫那拉,  婉贞,          ''
            박지성,              ko-KR,   '',         박,        지성,          ''
            박지성 선생님,       '',      선생님,     박,        지성,          ''
            황보관우,            '',      '',         황보,      관우,          ''
            鈴木　一郎,          '',      '',         鈴木,      一郎,          ''
            鈴木一郎,            ja-JP,   '',         鈴木,      一郎,          ''
            鈴木一郎,            '',      '',         鈴木,      一郎,          ''
            山口さくら,          '',      '',         山口,      さくら,        ''
            鈴木様,              '',      様,         鈴木,      '',            ''
            田原様,              '',      様,         田原,      '',            ''
            即墨青云,            zh-CN,   '',         即墨,      青云,          ''
            堀江一郎,            ja-JP,   '',         堀江,      一郎,          ''
            雫田舞,              ja-JP,   '',         雫田,      舞,            ''
            周将军,              '',      将军,       周,        '',            ''
            Weber 先生,          '',      先生,       Weber,     '',            ''
            """)
    void takesEastAsianNamesApart(final String input, final String locale, final String title, final String last, final String first,
            final String nickname) {
        assertEquals(new PersonName(title, first, "", last, "", nickname), PersonNameParser.parse(input, Locale.forLanguageTag(locale)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Szabó Katalin,      hu-HU, Katalin,   '',  Szabó
            Nguyễn Thị Hoa,     vi-VN, Thị,       Hoa, Nguyễn
            Zhao Ping,          zh-CN, Zhao,      '',  Ping
            Zhao Xiaoping,      zh-CN, Xiaoping,  '',  Zhao
            Zhao Xiaoping,      en-US, Zhao,      '',  Xiaoping
            """)
    void letsTheLocaleDecideWhatTheScriptCannot(final String input, final String locale, final String first, final String middle, final String last) {
        assertEquals(new PersonName("", first, middle, last, "", ""), PersonNameParser.parse(input, Locale.forLanguageTag(locale)));
    }

    @Test
    void leavesUnspacedHanThatStartsWithNoSurnameWhole() {
        assertEquals(PersonName.of("迪丽热巴", ""), PersonNameParser.parse("迪丽热巴"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u200B", "\u3000"})
    void givesNoPartsForABlankName(final String input) {
        assertTrue(PersonNameParser.parse(input).isEmpty());
    }

    @Test
    void givesNoPartsForNull() {
        assertTrue(PersonNameParser.parse(null).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "()", "\"", "''", "·", ", ,", "(unclosed", "Dr.", "jr", "III", "and", "&", "of the", "先生", "-", "!!!", "氏", "총"})
    void keepsEveryTextThatIsNoName(final String input) {
        final PersonName name = PersonNameParser.parse(input);
        assertTrue(!name.isEmpty(), name.toString());
    }

    @Test
    void losesNoLetterOfAnyInput() {
        final Random random = Fuzz.random(20);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final String input = RandomNames.next(random);
            final PersonName name = PersonNameParser.parse(input);
            assertEquals(letters(TextNormalizer.normalize(input)), letters(String.join(" ", parts(name))), input);
        }
    }

    private static List<String> parts(final PersonName name) {
        return List.of(name.title(), name.first(), name.middle(), name.last(), name.suffix(), name.nickname());
    }

    private static String letters(final String text) {
        final int[] letters = text.codePoints().filter(Character::isLetterOrDigit).sorted().toArray();
        return Arrays.toString(letters);
    }
}
