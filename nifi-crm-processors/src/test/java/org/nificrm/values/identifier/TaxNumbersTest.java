package org.nificrm.values.identifier;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.junit.jupiter.api.Assertions.assertEquals;

class TaxNumbersTest {

    /** Numbers that companies publish in their imprints. */
    @ParameterizedTest
    @CsvSource({"AR, 30-54668997-9", "CH, CHE-105.909.036", "CL, 60.803.000-K", "CO, 899.999.068-1", "CZ, CZ45274649", "DE, DE 129 274 202", "DK, DK24256790",
            "FI, 0112038-9", "FR, 775 670 417", "GR, EL094019245", "HR, HR27759560625", "HU, 10625790", "IL, 520013954", "IT, IT00905811006", "NO, 974 760 673",
            "PE, 20100128218", "PL, 774-000-14-54", "PT, PT500697256", "RO, RO1590082", "RU, 7707083893", "SE, 556012-5790", "TH, 0107544000108", "UY, 211003420017"})
    void oneWrongDigitDoesNotFit(final String country, final String number) {
        assertEquals(IdentifierStatus.VALID, TaxNumbers.check(country, number));
        assertEquals(IdentifierStatus.CHECK_CHARACTER, TaxNumbers.check(country, withOtherDigit(number, number.length() - 2)));
    }

    @ParameterizedTest
    @CsvSource({"DE, 12/345/67890", "FR, FR40303265045", "US, 12-3456789", "ZZ, 1", "DE, ''"})
    void numbersOfOtherFormsAreNotJudged(final String country, final String number) {
        assertEquals(IdentifierStatus.FORM, TaxNumbers.check(country, number));
    }

    @Test
    void withoutACountryNothingIsJudged() {
        assertEquals(IdentifierStatus.FORM, TaxNumbers.check(null, "DE129274202"));
    }

    private static String withOtherDigit(final String number, final int from) {
        int i = from;
        while (!Character.isDigit(number.charAt(i))) {
            i--;
        }

        final char other = (char) ('0' + (number.charAt(i) - '0' + 1) % 10);
        return number.substring(0, i) + other + number.substring(i + 1);
    }
}
