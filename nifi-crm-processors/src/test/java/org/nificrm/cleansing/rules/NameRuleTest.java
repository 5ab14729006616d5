package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.Finding;

import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class NameRuleTest {

    @Test
    void theFullNameFillsItsParts() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Dr. Rosa Maria Klein\"}");

        assertEquals("Dr.", result.value("title"));
        assertEquals("Rosa", result.value("first_name"));
        assertEquals("Maria", result.value("middle_name"));
        assertEquals("Klein", result.value("last_name"));
        final Finding finding = result.finding("NAME_SPLIT").orElseThrow();
        assertEquals("/full_name", finding.source());
        assertNull(finding.before());
    }

    @Test
    void chineseNamesStartWithTheFamily() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"full_name\": \"欧阳小红\"}");

        assertEquals("欧阳", result.value("last_name"));
        assertEquals("小红", result.value("first_name"));
    }

    @Test
    void partsThatAreThereStay() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Grace Hopper\", \"last_name\": \"Murray\"}");

        assertEquals("Murray", result.value("last_name"));
        assertNull(result.value("first_name"));
    }

    @Test
    void aNicknameIsKeptAmongTheExtras() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Grace \\\"Amazing\\\" Hopper\"}");

        assertEquals(Map.of("nickname", "Amazing"), result.value("extra"));
    }

    @Test
    void aTitleMovesOutOfANamePart() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"first_name\": \"Dr. Grace\", \"last_name\": \"Hopper\"}");

        assertEquals("Grace", result.value("first_name"));
        assertEquals("Dr.", result.value("title"));
    }

    @ParameterizedTest
    @CsvSource({"王先生, 王", "Müller先生, Müller", "ɱ先生, Ɱ", "Miller 先生, Miller"})
    void aFormOfAddressMovesOutWhateverAlphabetStandsBeforeIt(final String lastName, final String expected) {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"" + lastName + "\"}");

        assertEquals(expected, result.value("last_name"));
        assertEquals("先生", result.value("title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12先生34先生ა", "x先生y"})
    void aFormOfAddressAmidOtherTextStays(final String lastName) {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"" + lastName + "\"}");

        assertTrue(((String) result.value("last_name")).contains("先生"));
        assertNull(result.value("title"));
    }

    @Test
    void aNameThatMayBeATitleStays() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"first_name\": \"Major\", \"last_name\": \"Tom\"}");

        assertEquals("Major", result.value("first_name"));
        assertNull(result.value("title"));
    }

    @Test
    void companiesAreNotTakenApart() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"customer_type\": \"organization\", \"full_name\": \"Lovelace Engines Ltd\"}");

        assertNull(result.value("last_name"));
    }

    @Test
    void capitalsThroughoutBecomeTheCaseOfNames() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"first_name\": \"GRACE\", \"last_name\": \"o'brien\"}");

        assertEquals("Grace", result.value("first_name"));
        assertEquals("O'Brien", result.value("last_name"));
    }

    @Test
    void chosenCaseStays() {
        assertTrue(Cleansing.byDefault().of("{\"last_name\": \"DeVito\"}").codes().isEmpty());
    }

    @Test
    void whatIsNoNameSurvivesAndIsTold() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"12345\"}");

        assertEquals("12345", result.value("last_name"));
        assertTrue(result.codes().contains("NAME_INVALID"));
        assertFalse(result.state("/last_name").validAfter());
    }
}
