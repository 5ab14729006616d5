package org.nificrm.values.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nificrm.values.text.Placeholders.Kind;

import java.util.Map;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceholdersTest {

    private final Placeholders placeholders = Placeholders.standard();

    @ParameterizedTest
    @CsvSource(textBlock = """
            N/A,                ANY
            Ｎ／Ａ,             ANY
            ' unknown ',        ANY
            未知,               ANY
            xxx,                NAME
            Test,               NAME
            匿名,               NAME
            TEST@test.com,      EMAIL
            000-000-0000,       PHONE
            11111111111,        PHONE
            1900-01-01,         DATE
            00000,              POSTAL_CODE
            999-99-9999,        IDENTIFIER
            同上,               ADDRESS
            """)
    void knowsValuesThatStandForNone(final String value, final Kind kind) {
        assertTrue(placeholders.isPlaceholder(value, kind));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Christopher Null,   NAME
            Testa,              NAME
            Xu,                 NAME
            contest@test.com,   EMAIL
            00000,              NAME
            匿名,               ADDRESS
            1900-01-02,         DATE
            +1 415 555 2671,    PHONE
            '',                 ANY
            """)
    void leavesRealValuesAlone(final String value, final Kind kind) {
        assertFalse(placeholders.isPlaceholder(value, kind));
    }

    @Test
    void knowsNoNullAsPlaceholder() {
        assertFalse(placeholders.isPlaceholder(null, Kind.ANY));
    }

    @Test
    void learnsMoreWords() {
        final Placeholders extended = Placeholders.with(Map.of(Kind.ANY, Set.of("Leer"), Kind.NAME, Set.of("Laufkunde")));
        assertTrue(extended.isPlaceholder("leer", Kind.PHONE));
        assertTrue(extended.isPlaceholder("LAUFKUNDE", Kind.NAME));
        assertFalse(extended.isPlaceholder("Laufkunde", Kind.ADDRESS));
        assertTrue(extended.isPlaceholder("n/a", Kind.NAME));
    }
}
