package org.nificrm.values.phone;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PhoneParserTest {
    private final PhoneParser parser = new PhoneParser();

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '`', value = {
            "139 1234 5678~CN~+8613912345678~",
            "'+49 30 22730027~US~+493022730027~",
            "=\"02022730027\"~GB~+442022730027~",
            "13912345678.0~CN~+8613912345678~",
            "１３９１２３４５６７８~CN~+8613912345678~",
            "手机：139-1234-5678~CN~+8613912345678~",
            "Phone no. (212) 736-5000~US~+12127365000~",
            "Cell: 212.736.5000 (assistant)~US~+12127365000~",
            "212-736-5000 work~US~+12127365000~",
            "王先生 13912345678~CN~+8613912345678~",
            "13912345678（微信同号）~CN~+8613912345678~",
            "tel:+49-30-22730027;ext=12~~+493022730027~12",
            "021-62881234转8012~CN~+862162881234~8012",
            "021-62881234 分机 12~CN~+862162881234~12",
            "021-62881234-305~CN~+862162881234~305",
            "+86 21 6288 1234-305~US~+862162881234~305",
            "(212) 736-5000 Ext. 7~US~+12127365000~7",
            "03-3581-3111 内線 45~JP~+81335813111~45",
            "1-800-FLOWERS~US~+18003569377~",
    })
    void readsOneNumber(final String raw, final String region, final String e164, final String extension) {
        final PhoneReading reading = parser.parse(raw, region);
        assertEquals(e164, reading.numbers().stream().map(PhoneNumber::e164).findFirst().orElse(null));
        assertEquals(extension == null ? "" : extension, reading.numbers().stream().map(PhoneNumber::extension).findFirst().orElse(""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "13912345678/13712345678~CN",
            "13912345678;13712345678~CN",
            "13912345678, 13712345678~CN",
            "13912345678 13712345678~CN",
            "手机:13912345678 家:13712345678~CN",
            "+86 139 1234 5678 or +86 137 1234 5678~US",
    })
    void readsSeveralNumbers(final String raw, final String region) {
        final List<String> numbers = parser.parse(raw, region).numbers().stream().map(PhoneNumber::e164).toList();
        assertEquals(List.of("+8613912345678", "+8613712345678"), numbers);
    }

    @ParameterizedTest
    @CsvSource({
            "1391234567O, CN, LETTERS",
            "l39l2345678, CN, LETTERS",
            "800-82O-8820, CN, LETTERS",
            "1.39E+10, CN, ROUNDED",
            "139****5678, CN, MASKED",
            "139xxxx5678, CN, MASKED",
            "unknown, CN, EMPTY",
            "---, CN, EMPTY",
            "139123456789012, CN, INVALID",
            "13912345678, , INVALID",
            "555 0100, US, INVALID",
            "012345678, CN, POSSIBLE",
    })
    void saysWhyThereIsNoValidNumber(final String raw, final String region, final PhoneStatus status) {
        assertEquals(status, parser.parse(raw, region).status());
    }

    @Test
    void knowsRangesGivenByTheCaller() {
        final PhoneRange range = new PhoneRange(86, Pattern.compile("129\\d{8}"), PhoneType.MOBILE);
        assertEquals(PhoneStatus.POSSIBLE, parser.parse("+86 129 1234 5678", null).status());
        assertEquals(PhoneType.MOBILE, new PhoneParser(List.of(range)).parse("+86 129 1234 5678", null).numbers().getFirst().type());
    }

    @Test
    void readsItsOwnResultAsItIs() {
        for (final String raw : List.of("139 1234 5678", "(0)21-62881234", "400 820 8820")) {
            final PhoneNumber number = parser.parse(raw, "CN").numbers().getFirst();
            assertEquals(number, parser.parse(number.e164(), "US").numbers().getFirst());
        }
    }

    @Test
    void takesAnyText() {
        final Random random = new Random(7);
        for (int i = 0; i < 20_000; i++) {
            final int[] codePoints = random.ints(random.nextInt(40), 0, 5).map(kind -> codePoint(kind, random)).toArray();
            final PhoneReading reading = parser.parse(new String(codePoints, 0, codePoints.length), random.nextBoolean() ? "CN" : null);
            assertTrue(reading.numbers().stream().allMatch(number -> number.e164().matches("\\+\\d{4,17}")));
        }
    }

    private static int codePoint(final int kind, final Random random) {
        return switch (kind) {
            case 0, 1 -> '0' + random.nextInt(10);
            case 2 -> " +-()/.,;#*xX转号".codePointAt(random.nextInt(15));
            case 3 -> random.nextInt(0xFFFF);
            default -> random.nextInt(Character.MAX_CODE_POINT + 1);
        };
    }
}
