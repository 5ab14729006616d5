package org.nificrm.values.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.LocalDate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ResidentIdParserTest {
    /** The example that GB 11643 itself gives. */
    private static final String EXAMPLE_OF_THE_STANDARD = "11010519491231002X";

    @Test
    void readsBirthAndSex() {
        final ResidentId id = ResidentIdParser.parse(EXAMPLE_OF_THE_STANDARD).id();
        assertEquals(LocalDate.of(1949, 12, 31), id.birthDate());
        assertEquals(Sex.FEMALE, id.sex());
        assertEquals("110105", id.areaCode());
    }

    @Test
    void completesTheOldForm() {
        final ResidentIdReading reading = ResidentIdParser.parse("110105491231002");
        assertTrue(reading.oldForm());
        assertEquals(EXAMPLE_OF_THE_STANDARD, reading.id().number());
    }

    @ParameterizedTest
    @CsvSource({
            "110105 19491231 002x, VALID",
            "１１０１０５１９４９１２３１００２Ｘ, VALID",
            "110105194912310021, CHECK_CHARACTER",
            "11010519491231002A, FORM",
            "11010519490231002X, DATE",
            "000105194912310020, REGION",
            "1101051949123100, FORM",
            "'', FORM",
    })
    void saysWhatIsWrong(final String number, final IdentifierStatus status) {
        assertEquals(status, ResidentIdParser.parse(number).status());
    }

    @Test
    void noticesEveryMistypedDigit() {
        for (int place = 0; place < 17; place++) {
            for (char digit = '0'; digit <= '9'; digit++) {
                final StringBuilder number = new StringBuilder(EXAMPLE_OF_THE_STANDARD);
                number.setCharAt(place, digit);
                assertEquals(number.toString().equals(EXAMPLE_OF_THE_STANDARD), ResidentIdParser.parse(number.toString()).isValid());
            }
        }
    }
}
