package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.PlaceholderPolicy;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PlaceholderRuleTest {

    @Test
    void whatStandsForNothingIsCleared() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"city\": \"N/A\", \"full_name\": \"未知\", \"phone\": \"000-000-0000\", \"birth_date\": \"1900-01-01\"}");

        assertNull(result.value("city"));
        assertNull(result.value("full_name"));
        assertNull(result.value("phone"));
        assertNull(result.value("birth_date"));
        assertEquals(Action.CLEARED, result.finding("PLACEHOLDER").orElseThrow().action());
        assertTrue(result.state("/city").placeholder());
    }

    @Test
    void neverByAPartOfTheValue() {
        assertEquals("Null", Cleansing.byDefault().of("{\"last_name\": \"Null\", \"first_name\": \"Jennifer\"}").value("last_name"));
        assertEquals("Test Valley", Cleansing.byDefault().of("{\"city\": \"Test Valley\"}").value("city"));
    }

    @Test
    void whatIsKeptCountsAsMissing() {
        final Cleansing.Result result = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withPlaceholderPolicy(PlaceholderPolicy.KEEP)).of("{\"city\": \"N/A\"}");

        assertEquals("N/A", result.value("city"));
        assertFalse(result.state("/city").presentAfter());
    }

    @Test
    void byPolicyTheRecordGoesAside() {
        final Cleansing.Result result = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withPlaceholderPolicy(PlaceholderPolicy.QUARANTINE)).of("{\"city\": \"N/A\"}");

        assertEquals(Set.of("PLACEHOLDER"), result.cleansed().quarantineReasons());
    }

    @Test
    void usersAddWords() {
        final String rules = "{\"rules\": {\"placeholder\": {\"words\": {\"address\": [\"somewhere\"]}}}}";

        assertNull(Cleansing.byDefault().rules(rules).of("{\"city\": \"Somewhere\"}").value("city"));
        assertEquals("Somewhere", Cleansing.byDefault().of("{\"city\": \"Somewhere\"}").value("city"));
    }

    @Test
    void anUnknownGenderIsAnAnswer() {
        assertEquals("unknown", Cleansing.byDefault().of("{\"gender\": \"Unknown\"}").value("gender"));
        assertEquals("unknown", Cleansing.byDefault().of("{\"gender\": \"U\"}").value("gender"));
        assertNull(Cleansing.byDefault().of("{\"gender\": \"N/A\"}").value("gender"));
    }
}
