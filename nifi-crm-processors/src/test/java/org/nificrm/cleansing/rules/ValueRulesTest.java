package org.nificrm.cleansing.rules;

import org.apache.nifi.serialization.record.Record;
import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.PlaceholderPolicy;
import org.nificrm.values.date.DateOrder;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ValueRulesTest {

    private static final Clock IN_2025 = Clock.fixed(Instant.parse("2025-06-01T00:00:00Z"), ZoneOffset.UTC);

    @Test
    void countriesBecomeCodes() {
        assertEquals("DE", Cleansing.byDefault().of("{\"country\": \"Deutschland\"}").value("country"));
        assertEquals("CN", Cleansing.byDefault().of("{\"country\": \"中国\"}").value("country"));
    }

    @Test
    void aNameOfTwoCountriesStays() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"country\": \"Congo\"}");

        assertEquals("Congo", result.value("country"));
        assertTrue(result.codes().contains("COUNTRY_AMBIGUOUS"));
    }

    @Test
    void usersNameCountriesInTheirOwnWay() {
        final String rules = "{\"rules\": {\"country\": {\"aliases\": {\"Region DACH-1\": \"AT\"}}}}";

        assertEquals("AT", Cleansing.byDefault().rules(rules).of("{\"country\": \"region dach 1\"}").value("country"));
    }

    @Test
    void birthDatesAreWrittenInIso() {
        assertEquals("1990-02-03", dates(DateOrder.DAY_MONTH_YEAR).of("{\"birth_date\": \"03/02/1990\"}").value("birth_date"));
        assertEquals("1990-02-03", dates(DateOrder.UNKNOWN).of("{\"birth_date\": \"1990年2月3日\"}").value("birth_date"));
    }

    @Test
    void aDateOfTwoReadingsStays() {
        final Cleansing.Result result = dates(DateOrder.UNKNOWN).of("{\"birth_date\": \"03/02/1990\"}");

        assertEquals("03/02/1990", result.value("birth_date"));
        assertTrue(result.codes().contains("DATE_AMBIGUOUS"));
    }

    @Test
    void nobodyIsBornInTheFutureOrOlderThanPeopleGet() {
        assertTrue(dates(DateOrder.UNKNOWN).of("{\"birth_date\": \"2026-01-01\"}").codes().contains("BIRTH_DATE_IN_FUTURE"));
        assertTrue(dates(DateOrder.UNKNOWN).of("{\"birth_date\": \"1880-01-01\"}").codes().contains("BIRTH_DATE_TOO_EARLY"));
        assertTrue(dates(DateOrder.UNKNOWN).of("{\"birth_date\": \"1950-01-02\"}").codes().isEmpty());
    }

    @Test
    void gendersBecomeTheWordsOfTheRules() {
        assertEquals("female", Cleansing.byDefault().of("{\"gender\": \"女\"}").value("gender"));
        assertEquals("F", Cleansing.byDefault().rules("{\"rules\": {\"gender\": {\"values\": {\"F\": [\"女\"], \"female\": null}}}}")
                .of("{\"gender\": \"女\"}").value("gender"));
    }

    @Test
    void residentNumbersAreCheckedAndStateTheBirthDate() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"national_id\": \"11010519491231002x\", \"gender\": \"male\"}");

        assertEquals("11010519491231002X", result.value("national_id"));
        assertEquals("1949-12-31", result.value("birth_date"));
        assertTrue(result.codes().contains("NATIONAL_ID_GENDER_DIFFERS"));
        assertTrue(Cleansing.byDefault().region("CN").of("{\"national_id\": \"110105194912310021\"}").codes().contains("NATIONAL_ID_INVALID"));
    }

    @Test
    void identityNumbersOfOtherCountriesAreNotJudged() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"national_id\": \"AB 12\", \"country\": \"DE\"}");

        assertTrue(result.codes().isEmpty());
        assertFalse(result.state("/national_id").checkable());
    }

    @Test
    void creditCodesAreWrittenWithoutBlanks() {
        assertEquals("91350100M000100Y43", Cleansing.byDefault().region("CN").of("{\"tax_id\": \"91350100 m000100y43\"}").value("tax_id"));
        assertTrue(Cleansing.byDefault().region("CN").of("{\"tax_id\": \"91350100M000200Y43\"}").codes().contains("TAX_ID_INVALID"));
    }

    @Test
    void taxNumbersOfOtherCountriesAreCheckedWhereTheirDigitsTell() {
        assertTrue(Cleansing.byDefault().region("DE").of("{\"tax_id\": \"DE 129 274 202\"}").codes().isEmpty());
        assertTrue(Cleansing.byDefault().region("DE").of("{\"tax_id\": \"DE129274203\"}").codes().contains("TAX_ID_INVALID"));
        assertFalse(Cleansing.byDefault().region("DE").of("{\"tax_id\": \"12/345/67890\"}").state("/tax_id").checkable());
    }

    @Test
    void aChineseAddressFillsItsDivisions() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"address_line1\": \"广东省深圳市南山区科技园1号\"}");

        assertEquals("广东省", result.value("region"));
        assertEquals("深圳市", result.value("city"));
        assertEquals("南山区", result.value("district"));
        assertEquals("广东省深圳市南山区科技园1号", result.value("address_line1"));
    }

    @Test
    void addressesInAListAreFilledEachOnItsOwn() {
        final Cleansing.Result result = Cleansing.byDefault().of("""
                {"addresses": [{"address_line1": "浙江省杭州市西湖区文三路9号", "region": null, "city": null, "country": "中国"},
                               {"address_line1": "1 Main Street", "region": "California", "city": "Fresno", "country": "USA"}]}""");

        final Object[] addresses = (Object[]) result.value("addresses");
        assertEquals("杭州市", ((Record) addresses[0]).getValue("city"));
        assertEquals("CA", ((Record) addresses[1]).getValue("region"));
        assertEquals("/addresses/1/region", result.finding("REGION_CODED").orElseThrow().field());
    }

    @Test
    void anAmericanAddressLineFillsCityStateAndPostalCode() {
        final Cleansing.Result result = Cleansing.byDefault().region("US").of("{\"address_line1\": \"123 Main St, Springfield, IL 62701\"}");

        assertEquals("Springfield", result.value("city"));
        assertEquals("IL", result.value("region"));
        assertEquals("62701", result.value("postal_code"));
    }

    @Test
    void partsOfACompanysNameAreKeptAmongTheExtras() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"company_name\": \"Lovelace Engines Ltd\"}");

        assertEquals("Lovelace Engines Ltd", result.value("company_name"));
        assertEquals(Map.of("company_base_name", "Lovelace Engines", "company_legal_form", "Ltd"), result.value("extra"));
    }

    @Test
    void textReadInTheWrongCharacterSetIsReadInTheRightOne() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"MÃ¼ller\"}");

        assertEquals("Müller", result.value("last_name"));
        assertFalse(result.state("/last_name").validBefore());
    }

    @Test
    void aRuleCanBeSwitchedOff() {
        assertEquals("N/A", Cleansing.byDefault().rules("{\"rules\": {\"placeholder\": {\"enabled\": false}}}").of("{\"city\": \"N/A\"}").value("city"));
        assertNull(Cleansing.byDefault().of("{\"city\": \"N/A\"}").value("city"));
    }

    private static Cleansing dates(final DateOrder order) {
        return Cleansing.byDefault().options(new CleansingOptions(Locale.ROOT, List.of(), PlaceholderPolicy.CLEAR, order, IN_2025));
    }
}
