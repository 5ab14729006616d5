package org.nificrm.cleansing.rules;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.Finding;
import org.nificrm.document.SampleRecords;

import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PhoneRuleTest {

    @Test
    void writesNumbersInE164AndTellsWhatTheyWere() {
        final Cleansing.Result result = Cleansing.byDefault().of("""
                {"phone": "030 901820", "country": "DE"}""");

        assertEquals("+4930901820", result.value("phone"));
        final Finding finding = result.finding("PHONE_FORMATTED").orElseThrow();
        assertEquals("030 901820", finding.before());
        assertEquals("+4930901820", finding.after());
        assertEquals(Action.CHANGED, finding.action());
        assertEquals("phone", finding.rule());
    }

    @Test
    void theRecordsCountryComesBeforeTheDefaultRegion() {
        final Cleansing cleansing = Cleansing.byDefault().region("CN");

        assertEquals("+8613800138000", cleansing.of("{\"phone\": \"13800138000\"}").value("phone"));
        assertEquals("+442079460018", cleansing.of("{\"phone\": \"020 7946 0018\", \"country\": \"GB\"}").value("phone"));
    }

    @Test
    void aNumberThatIsNotUnderstoodSurvives() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"phone\": \"13800138OOO\"}");

        assertEquals("13800138OOO", result.value("phone"));
        assertEquals(Action.KEPT, result.finding("PHONE_INVALID").orElseThrow().action());
        assertFalse(result.state("/phone").validAfter());
        assertTrue(result.state("/phone").presentAfter());
    }

    @Test
    void furtherNumbersOfTheFieldMoveToTheList() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"mobile\": \"13800138000 / 010-62791234\"}");

        assertEquals("+8613800138000", result.value("mobile"));
        assertArrayEquals(new Object[] {"+861062791234"}, (Object[]) result.value("phones"));
        assertEquals("/mobile", result.finding("PHONE_MOVED").orElseThrow().source());
    }

    @Test
    void severalNumbersStayWhereThereIsNoListForThem() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").roles("{\"phone\": \"tel\"}").of(
                SampleRecords.parse("{\"tel\": \"13800138000 / 010-62791234\"}", new SimpleRecordSchema(List.of())));

        assertEquals("13800138000 / 010-62791234", result.value("tel"));
        assertTrue(result.codes().contains("PHONE_SEVERAL"));
    }

    @Test
    void theExtensionIsKeptAmongTheExtras() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"phone\": \"010-62791234转8001\"}");

        assertEquals("+861062791234", result.value("phone"));
        assertEquals(Map.of("phone_extension", "8001"), result.value("extra"));
    }

    @Test
    void aNumberThatAReaderTookForAQuantityIsATextAgain() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"phone\": 13800138000}");

        assertEquals("+8613800138000", result.value("phone"));
        assertEquals("STRING", result.cleansed().record().getSchema().getDataType("phone").orElseThrow().getFieldType().name());
    }

    @Test
    void usersAddRangesThatAreNewerThanTheMetadata() {
        final String number = "{\"phone\": \"+86 2990 1234 567\"}";
        final String rules = """
                {"rules": {"phone": {"ranges": [{"countryCode": 86, "pattern": "29901234567", "type": "mobile"}]}}}""";

        assertTrue(Cleansing.byDefault().of(number).codes().contains("PHONE_INVALID") || Cleansing.byDefault().of(number).codes().contains("PHONE_POSSIBLE"));
        assertEquals("+8629901234567", Cleansing.byDefault().rules(rules).of(number).value("phone"));
        assertFalse(Cleansing.byDefault().rules(rules).of(number).codes().contains("PHONE_POSSIBLE"));
    }

    @Test
    void repeatedNumbersAreReachedEachInItsPlace() {
        final Cleansing.Result result = Cleansing.byDefault().region("CN").of("{\"phones\": [\"13800138000\", \"nonsense\"]}");

        assertArrayEquals(new Object[] {"+8613800138000", "nonsense"}, (Object[]) result.value("phones"));
        assertEquals("/phones/0", result.finding("PHONE_FORMATTED").orElseThrow().field());
        assertEquals("/phones/1", result.finding("PHONE_INVALID").orElseThrow().field());
    }
}
