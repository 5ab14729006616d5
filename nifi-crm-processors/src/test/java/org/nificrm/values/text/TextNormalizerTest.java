package org.nificrm.values.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextNormalizerTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "Peter Okafor", "李建国", "a@b.example", "42"})
    void returnsTheSameInstanceWhenNothingHasToChange(final String text) {
        assertSame(text, TextNormalizer.normalize(text));
    }

    @Test
    void leavesNullNull() {
        assertNull(TextNormalizer.normalize(null));
    }

    @Test
    void makesEveryRunOfBlanksOneBlank() {
        assertEquals("a b c d", TextNormalizer.normalize(" \ta\u00A0\u3000b\r\n c\u2003d\u2028"));
    }

    @Test
    void removesWhatHasNoWidth() {
        assertEquals("+8613800138000", TextNormalizer.normalize("\u202A+86\u200B138\u20600013\uFEFF8000\u202C"));
    }

    @Test
    void foldsFullWidthAscii() {
        assertEquals("Room 12-B(rear)", TextNormalizer.normalize("Ｒｏｏｍ　１２－Ｂ（ｒｅａｒ）"));
    }

    @Test
    void composesAccents() {
        assertEquals("Zoë", TextNormalizer.normalize("Zoe\u0308"));
    }

    @Test
    void keepsLettersThatNfkcWouldChange() {
        assertEquals("ﬁ Ⅳ ㈱ ﾔﾏﾀﾞ", TextNormalizer.normalize("ﬁ Ⅳ ㈱ ﾔﾏﾀﾞ"));
    }

    @Test
    void keepsTheJoinersOfScriptsThatSpellWithThem() {
        assertEquals("علی\u200Cرضا", TextNormalizer.normalize("علی\u200Cرضا"));
    }

    @Test
    void seesLostCharacters() {
        assertTrue(TextNormalizer.hasLostCharacters("Jos\uFFFD"));
        assertFalse(TextNormalizer.hasLostCharacters("José"));
    }

    @Test
    void changesNothingTheSecondTime() {
        final Random random = Fuzz.random(22);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final String once = TextNormalizer.normalize(RandomText.next(random));
            assertEquals(once, TextNormalizer.normalize(once));
        }
    }
}
