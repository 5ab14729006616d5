package org.nificrm.values.address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ChineseAddressParserTest {
    private final ChineseAddressParser parser = new ChineseAddressParser();

    @ParameterizedTest
    @CsvSource({
            "广东省深圳市南山区科技园路1号, 440305, 广东省, 深圳市, 南山区",
            "深圳南山科技园路1号, 440305, 广东省, 深圳市, 南山区",
            "中国 广东省 深圳市 南山区, 440305, 广东省, 深圳市, 南山区",
            "北京朝阳区望京街10号, 110105, 北京市, 北京市, 朝阳区",
            "吉林省吉林市昌邑区, 220202, 吉林省, 吉林市, 昌邑区",
            "湖北省仙桃市, 429004, 湖北省, , 仙桃市",
            "内蒙古海南区, 150303, 内蒙古自治区, 乌海市, 海南区",
            "广东东莞长安镇, 441900, 广东省, 东莞市, ",
            "苏州市市辖区, 320501, 江苏省, 苏州市, ",
            "延边延吉市, 222401, 吉林省, 延边朝鲜族自治州, 延吉市",
            "香港湾仔区, 810102, 香港特别行政区, 香港岛, 湾仔区",
    })
    void fillsTheLevelsThatTheAddressLeavesOut(final String raw, final String code, final String province, final String city, final String county) {
        final ChineseAddress address = parser.parse(raw);
        assertEquals(code, address.code());
        assertEquals(province, address.province());
        assertEquals(city == null ? "" : city, address.city());
        assertEquals(county == null ? "" : county, address.county());
        assertFalse(address.conflict());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "朝阳区望京街10号", "北京路5号", "1600 Pennsylvania Avenue", "某地某街"})
    void doesNotGuess(final String raw) {
        assertFalse(parser.parse(raw).isKnown());
    }

    @Test
    void takesStreetsNamedAfterCitiesForStreets() {
        assertEquals("320100", parser.parse("南京市上海路5号").code());
        assertEquals("上海路5号", parser.parse("南京市上海路5号").detail());
    }

    @Test
    void knowsDivisionsThatWereGivenUp() {
        assertEquals("110118", parser.parse("北京市密云县鼓楼大街").code());
        assertEquals("110000", parser.parse("北京市崇文区").code().substring(0, 2) + "0000");
        assertEquals("崇文区", parser.parse("北京市崇文区").former());
    }

    @Test
    void reportsDivisionsThatDoNotLieInEachOther() {
        assertTrue(parser.parse("江苏省杭州市西湖区").conflict());
        assertFalse(parser.parse("浙江省杭州市西湖区").conflict());
    }

    @Test
    void findsDivisionsByCode() {
        assertEquals("南山区", ChineseDivisions.shared().find("440305").name());
        assertTrue(ChineseDivisions.shared().find("110103").former());
        assertNull(ChineseDivisions.shared().find("999999"));
    }

    @Test
    void takesAnyText() {
        final Random random = new Random(3);
        final String pieces = "北京市上海朝阳区吉林省长春南山县自治州路号1 ,";
        for (int i = 0; i < 20_000; i++) {
            final StringBuilder raw = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                raw.appendCodePoint(random.nextInt(6) == 0 ? random.nextInt(Character.MAX_CODE_POINT + 1) : pieces.charAt(random.nextInt(pieces.length())));
            }

            final ChineseAddress address = parser.parse(raw.toString());
            if (address.isKnown()) {
                assertNotNull(ChineseDivisions.shared().provinceOf(address.code()));
            }
        }
    }
}
