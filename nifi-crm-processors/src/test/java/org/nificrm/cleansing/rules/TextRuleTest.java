package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.customer.Severity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class TextRuleTest {

    @Test
    void widthAndBlanksTakeTheirNormalForm() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"Ｗang\", \"city\": \"  New\\u00a0 York\\u200b \"}");

        assertEquals("Wang", result.value("last_name"));
        assertEquals("New York", result.value("city"));
        assertEquals("Ｗang", result.finding("TEXT_NORMALIZED").orElseThrow().before());
    }

    @Test
    void lostCharactersAreAnError() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"last_name\": \"M\\ufffdller\"}");

        assertEquals("M\ufffdller", result.value("last_name"));
        assertEquals(Severity.ERROR, result.finding("TEXT_LOST_CHARACTERS").orElseThrow().severity());
    }

    @Test
    void whatCannotBeSeenIsNothing() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"city\": \"\\u200b\\u200e\"}");

        assertNull(result.value("city"));
        assertTrue(result.codes().contains("TEXT_EMPTY"));
    }

    @Test
    void theIdentityOfTheRecordIsNeverTouched() {
        assertEquals(" Ａ1", Cleansing.byDefault().of("{\"source_id\": \" Ａ1\"}").value("source_id"));
    }
}
