package org.nificrm.values.flag;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FlagsTest {

    @ParameterizedTest
    @ValueSource(strings = {"Y", "yes", " TRUE ", "1", "Sí", "是", "有", "はい", "да", "✓", "ＹＥＳ", "Oui.", "1.0", "Opted in", "已订阅", "đúng"})
    void readsYes(final String text) {
        assertEquals(Optional.of(true), Flags.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"N", "No", "FALSE", "0", "não", "否", "无", "いいえ", "нет", "✗", "0.0", "Unsubscribed", "未认证"})
    void readsNo(final String text) {
        assertEquals(Optional.of(false), Flags.parse(text));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " ", "unknown", "未知", "N/A", "null", "?", "-", "2", "perhaps", "yes and no", "01", "Noah"})
    void leavesTheRestUndecided(final String text) {
        assertEquals(Optional.empty(), Flags.parse(text));
    }
}
