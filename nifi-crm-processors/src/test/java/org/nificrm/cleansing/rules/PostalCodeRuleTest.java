package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.FieldState;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PostalCodeRuleTest {

    private static final String ADDRESS = "{\"country\": \"%s\", \"postal_code\": %s}";

    @Test
    void aCodeIsWrittenAsTheCountryDoes() {
        assertEquals("SW1A 2AA", cleansed("GB", "\"sw1a2aa\"").value("postal_code"));
        assertEquals("10115", cleansed("DE", "\"D-10115\"").value("postal_code"));
        assertTrue(cleansed("DE", "\"D-10115\"").codes().contains("POSTAL_CODE_FORMATTED"));
    }

    @Test
    void aCodeOfNoSuchFormStaysAndIsToldInvalid() {
        final Cleansing.Result result = cleansed("DE", "\"1011\"");

        assertEquals("1011", result.value("postal_code"));
        assertTrue(result.codes().contains("POSTAL_CODE_INVALID"));
        final FieldState state = result.cleansed().fields().stream().filter(field -> field.field().equals("/postal_code")).findFirst().orElseThrow();
        assertTrue(state.checkable());
        assertFalse(state.validAfter());
    }

    @Test
    void zerosThatANumberLostComeBack() {
        final Cleansing.Result result = cleansed("US", "2134");

        assertEquals("02134", result.value("postal_code"));
        assertTrue(result.codes().contains("POSTAL_CODE_ZEROS"));
    }

    @Test
    void ofACountryWithoutCodesNothingIsSaid() {
        assertFalse(cleansed("AE", "\"00000-X\"").codes().stream().anyMatch(code -> code.startsWith("POSTAL_CODE")));
        assertFalse(Cleansing.byDefault().of("{\"postal_code\": \"1\"}").codes().stream().anyMatch(code -> code.startsWith("POSTAL_CODE")));
    }

    @Test
    void whatAnAddressOfTheCountryNeedsAndLacksIsTold() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"country\": \"DE\", \"address_line1\": \"Unter den Linden 1\", \"city\": \"Berlin\"}");

        assertEquals("/postal_code", result.finding("ADDRESS_INCOMPLETE").orElseThrow().field());
    }

    private static Cleansing.Result cleansed(final String country, final String code) {
        return Cleansing.byDefault().of(ADDRESS.formatted(country, code));
    }
}
