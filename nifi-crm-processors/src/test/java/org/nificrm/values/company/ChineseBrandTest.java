package org.nificrm.values.company;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;
import org.nificrm.values.text.RandomText;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

class ChineseBrandTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            深圳市蓝鲸科技有限公司,            蓝鲸
            蓝鲸网络科技（深圳）有限公司,      蓝鲸
            浙江省杭州市西湖区青禾文化传媒有限公司, 青禾
            江苏苏州云帆国际贸易有限公司,      云帆
            沭阳县喜雨商行,                    喜雨
            蓝鲸集团股份有限公司,              蓝鲸
            云帆建材北京分公司,                云帆
            苏州工业园区蓝鲸机械有限公司,      蓝鲸
            义乌云帆饰品有限公司,              云帆
            成都市武侯区巴蜀火锅店,            巴蜀
            """)
    void isWhatPlaceBusinessAndFormLeave(final String name, final String brand) {
        assertEquals(brand, ChineseBrand.of(name));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "上海贸易有限公司", "有限公司", "Northwind Inc", "科技"})
    void isEmptyWhereNothingIsLeft(final String name) {
        assertEquals("", ChineseBrand.of(name));
    }

    @Test
    void takesAnyTextWithoutFailing() {
        final Random random = Fuzz.random(26);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            assertNotNull(ChineseBrand.of("北京市" + RandomText.next(random) + "有限公司"));
        }
    }
}
