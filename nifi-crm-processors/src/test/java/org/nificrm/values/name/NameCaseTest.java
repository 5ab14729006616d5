package org.nificrm.values.name;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.Fuzz;
import org.nificrm.values.text.RandomText;

import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

class NameCaseTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            MARGARET O'HARA,            Margaret O'Hara
            fiona mcallister,           Fiona McAllister
            EWAN MACGREGOR,             Ewan MacGregor
            rosa machado,               Rosa Machado
            hendrik van der meer,       Hendrik van der Meer
            VAN DER MEER,               van der Meer
            van,                        Van
            al green,                   Al Green
            anne-marie d'arcy,          Anne-Marie D'Arcy
            p.j. hogan,                 P.J. Hogan
            henry viii,                 Henry VIII
            dr emil roth jr,            Dr Emil Roth Jr
            ÅSA ÖBERG,                  Åsa Öberg
            ng'ang'a,                   Ng'ang'a
            ИВАН ПЕТРОВ,                Иван Петров
            GROßMANN,                   Großmann
            """)
    void repairsNamesInOneCase(final String input, final String expected) {
        assertEquals(expected, NameCase.repair(input));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Shirley Maclean", "deShawn Hill", "王小明", "", "123"})
    void leavesChosenCaseAlone(final String input) {
        assertSame(input, NameCase.repair(input));
    }

    @Test
    void canBeForced() {
        assertEquals("Deshawn McCoy", NameCase.force("deShawn MCcoy"));
    }

    @Test
    void aCapitalWithDotStaysOneCharacter() {
        assertEquals("İsmet İnönü", NameCase.repair("İSMET İNÖNÜ"));
    }

    @Test
    void changesNothingTheSecondTime() {
        final Random random = Fuzz.random(21);
        for (int i = 0; i < RandomText.INPUTS; i++) {
            final String once = NameCase.repair(RandomNames.next(random));
            assertEquals(once, NameCase.repair(once));
        }
    }
}
