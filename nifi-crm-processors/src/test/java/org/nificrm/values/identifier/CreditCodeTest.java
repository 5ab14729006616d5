package org.nificrm.values.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class CreditCodeTest {

    @ParameterizedTest
    @CsvSource({
            "91350100M000100Y43, VALID",
            "91350100m000100y43, VALID",
            "9135 0100 M000 100Y 43, VALID",
            "91350100M000100Y44, PILOT",
            "91350100M000200Y43, CHECK_CHARACTER",
            "91350100M000100I43, FORM",
            "9135O100M000100Y43, FORM",
            "91350100M000100Y4, FORM",
            "'', FORM",
    })
    void saysWhatIsWrong(final String code, final IdentifierStatus status) {
        assertEquals(status, CreditCode.check(code));
    }

    @Test
    void normalizesWithoutLosingAnything() {
        assertEquals("91350100M000100Y43", CreditCode.normalize(" 91350100-m000100y-43 "));
        assertEquals("WHATEVER", CreditCode.normalize("what ever"));
    }
}
