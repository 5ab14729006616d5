package org.nificrm.samples;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class IdentifiersTest {

    private static final Place BEIJING = new Place("北京市", "北京市", "1000", "10", "110105");

    @Test
    void residentIdCarriesDivisionBirthDateAndGender() {
        final String id = Identifiers.residentId(BEIJING, LocalDate.of(1949, 12, 31), Gender.FEMALE, Dice.of(1, 1));

        assertTrue(id.startsWith("11010519491231"));
        assertEquals(0, (id.charAt(16) - '0') % 2);
    }

    @Test
    void checksOfResidentIdAddUpToOneModuloEleven() {
        final String id = Identifiers.residentId(BEIJING, LocalDate.of(1980, 5, 6), Gender.MALE, Dice.of(3, 1));

        int sum = 0;
        for (int i = 0; i < id.length(); i++) {
            final int digit = id.charAt(i) == 'X' ? 10 : id.charAt(i) - '0';
            sum += digit * (1 << (17 - i));
        }

        assertEquals(1, sum % 11);
    }

    @Test
    void creditCodeHasEighteenCharacters() {
        assertEquals(18, Identifiers.creditCode(BEIJING, Dice.of(1, 1)).length());
    }
}
