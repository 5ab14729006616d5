package org.nificrm.matching.prepare;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class FullNameTest {

    @ParameterizedTest
    @CsvSource({
        "Ada Lovelace, Ada, Lovelace",
        "'Lovelace, Ada', Ada, Lovelace",
        "Lovelace, '', Lovelace",
        "Ludwig van Beethoven, Ludwig, van Beethoven",
        "Mary Jane Watson, Mary Jane, Watson",
        "Prof. Dr. med. Anna Schmidt, Anna, Schmidt",
        "Anna Schmidt PhD, Anna, Schmidt",
        "Martin Luther King Jr., Martin Luther, King",
        "欧阳娜娜, 娜娜, 欧阳",
        "山田 太郎, 太郎, 山田",
        "김민준, 민준, 김",
    })
    void aFullNameIsReadInTheOrderOfItsScript(final String text, final String given, final String surname) {
        assertEquals(new FullName(given, surname), FullName.parse(text));
    }
}
