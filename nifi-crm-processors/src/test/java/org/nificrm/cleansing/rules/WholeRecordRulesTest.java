package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.Tally;
import org.nificrm.document.InvalidDocumentException;

import java.util.List;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class WholeRecordRulesTest {

    @Test
    void namesThatContradictEachOtherAreTold() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Grace Hopper\", \"first_name\": \"Ada\", \"last_name\": \"Lovelace\"}");

        assertEquals("/full_name", result.finding("NAME_PARTS_DIFFER").orElseThrow().field());
        assertEquals(new Tally(1, 0), result.cleansed().consistencyAfter());
    }

    @Test
    void accentsAndOrderAreNoContradiction() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Muñoz, José\", \"first_name\": \"Jose\", \"last_name\": \"Munoz\"}");

        assertEquals(new Tally(1, 1), result.cleansed().consistencyAfter());
    }

    @Test
    void whatWasFilledInAgreesOnlyAfterwards() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"full_name\": \"Grace Hopper\"}");

        assertEquals(Tally.NONE, result.cleansed().consistencyBefore());
        assertEquals(new Tally(1, 1), result.cleansed().consistencyAfter());
    }

    @Test
    void aPhoneNumberOfAnotherCountryIsTold() {
        assertTrue(Cleansing.byDefault().of("{\"phone\": \"+49 30 901820\", \"country\": \"FR\"}").codes().contains("PHONE_COUNTRY_DIFFERS"));
        assertFalse(Cleansing.byDefault().of("{\"phone\": \"+49 30 901820\", \"country\": \"DE\"}").codes().contains("PHONE_COUNTRY_DIFFERS"));
    }

    @Test
    void aRecordCannotChangeBeforeItExists() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"created_at\": \"2020-02-02 00:00:00\", \"updated_at\": \"2020-02-01 00:00:00\"}");

        assertTrue(result.codes().contains("DATES_OUT_OF_ORDER"));
    }

    @Test
    void datesThatMustBeInOrderCanBeNamed() {
        final Cleansing cleansing = Cleansing.byDefault()
                .rules("{\"rules\": {\"consistency\": {\"dates\": [{\"earlier\": \"/customer_since\", \"later\": \"/orders[*]/order_date\"}]}}}");
        final String record = "{\"customer_since\": \"2020-02-02\", \"orders\": [{\"order_date\": \"2020-02-02\"}, {\"order_date\": \"%s\"}]}";

        assertEquals(new Tally(2, 2), cleansing.of(record.formatted("2021-01-01")).cleansed().consistencyAfter());
        final Cleansing.Result result = cleansing.of(record.formatted("2020-02-01"));
        assertEquals(new Tally(2, 1), result.cleansed().consistencyAfter());
        assertEquals("/orders[*]/order_date", result.finding("DATES_OUT_OF_ORDER").orElseThrow().field());
    }

    @Test
    void aPairOfDatesWithoutPathsIsRefusedWithItsPlace() {
        final String message = assertThrows(InvalidDocumentException.class,
                () -> Cleansing.byDefault().rules("{\"rules\": {\"consistency\": {\"dates\": [{\"earlier\": \"since\"}]}}}").of("{}")).getMessage();

        assertTrue(message.contains("/rules/consistency/dates/0/earlier: must be a record path"), message);
        assertTrue(message.contains("/rules/consistency/dates/0/later: must be a record path"), message);
    }

    @Test
    void aPostalCodeOfAnotherProvinceIsTold() {
        final String address = "{\"country\": \"%s\", \"region\": \"%s\", \"postal_code\": \"%s\"}";

        assertTrue(Cleansing.byDefault().of(address.formatted("CN", "浙江省", "510000")).codes().contains("POSTAL_CODE_REGION_DIFFERS"));
        assertTrue(Cleansing.byDefault().of(address.formatted("US", "Oregon", "10118")).codes().contains("POSTAL_CODE_REGION_DIFFERS"));
        assertTrue(Cleansing.byDefault().of(address.formatted("CA", "ON", "H2X 1Y4")).codes().contains("POSTAL_CODE_REGION_DIFFERS"));
        assertEquals(new Tally(1, 1), Cleansing.byDefault().of(address.formatted("US", "NY", "10118")).cleansed().consistencyAfter());
        assertEquals(Tally.NONE, Cleansing.byDefault().of(address.formatted("DE", "Bayern", "80331")).cleansed().consistencyAfter());
    }

    @Test
    void checksCanBeSkipped() {
        final String rules = "{\"rules\": {\"consistency\": {\"skip\": [\"PHONE_COUNTRY_DIFFERS\"]}}}";

        assertFalse(Cleansing.byDefault().rules(rules).of("{\"phone\": \"+49 30 901820\", \"country\": \"FR\"}").codes().contains("PHONE_COUNTRY_DIFFERS"));
    }

    @Test
    void oneOfTheAlternativesOfARequiredFieldSuffices() {
        final Cleansing cleansing = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withRequiredFields(List.of(List.of("email", "phone"))));

        assertTrue(cleansing.of("{\"phone\": \"+4930901820\"}").cleansed().quarantineReasons().isEmpty());
        assertEquals(Set.of("MISSING_REQUIRED"), cleansing.of("{\"last_name\": \"Hopper\"}").cleansed().quarantineReasons());
        assertEquals("/email", cleansing.of("{}").finding("MISSING_REQUIRED").orElseThrow().field());
    }

    @Test
    void aPlaceholderDoesNotSatisfyARequirement() {
        final Cleansing cleansing = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withRequiredFields(List.of(List.of("email"))));

        assertEquals(Set.of("MISSING_REQUIRED"), cleansing.of("{\"email\": \"test@test.com\"}").cleansed().quarantineReasons());
    }

    @Test
    void anErrorOfTheMappingSendsTheRecordAside() {
        final String record = "{\"last_name\": \"Hopper\", \"issues\": [{\"code\": \"MAP_TYPE\", \"severity\": \"%s\", \"message\": \"no date\"}]}";

        assertEquals(Set.of("MAPPING_ERROR"), Cleansing.byDefault().of(record.formatted("error")).cleansed().quarantineReasons());
        assertTrue(Cleansing.byDefault().of(record.formatted("warning")).cleansed().quarantineReasons().isEmpty());
    }

    @Test
    void findingsThatUsersNameSendTheRecordAside() {
        final Cleansing cleansing = Cleansing.byDefault().rules("{\"quarantine\": {\"codes\": [\"PHONE_INVALID\"]}}");

        assertEquals(Set.of("PHONE_INVALID"), cleansing.of("{\"phone\": \"12\"}").cleansed().quarantineReasons());
    }
}
