package org.nificrm.cleansing.rules;

import org.junit.jupiter.api.Test;
import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Cleansing;
import org.nificrm.cleansing.CleansingOptions;
import org.nificrm.cleansing.PlaceholderPolicy;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

class EmailRuleTest {

    @Test
    void onlyTheDomainIsWrittenInSmallLetters() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"email\": \"Ada.Lovelace@Example.ORG\"}");

        assertEquals("Ada.Lovelace@example.org", result.value("email"));
        assertTrue(result.state("/email").validBefore());
    }

    @Test
    void theAddressIsTakenOutOfWhatStandsAroundIt() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"email\": \"Ada Lovelace <mailto:ada@example.org>\"}");

        assertEquals("ada@example.org", result.value("email"));
        assertFalse(result.state("/email").validBefore());
        assertTrue(result.state("/email").validAfter());
    }

    @Test
    void whatIsNoAddressSurvives() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"email\": \"ada at example\"}");

        assertEquals("ada at example", result.value("email"));
        assertFalse(result.state("/email").validAfter());
    }

    @Test
    void aTypingErrorOfTheDomainIsToldByDefaultAndMendedByOption() {
        final String typo = "{\"email\": \"ada@gmial.com\"}";

        assertEquals("ada@gmial.com", Cleansing.byDefault().of(typo).value("email"));
        assertTrue(Cleansing.byDefault().of(typo).finding("EMAIL_DOMAIN_TYPO").orElseThrow().message().contains("gmail.com"));
        assertEquals("ada@gmail.com", Cleansing.byDefault().rules("{\"rules\": {\"email\": {\"repairTypos\": true}}}").of(typo).value("email"));
    }

    @Test
    void furtherAddressesMoveToTheList() {
        final Cleansing.Result result = Cleansing.byDefault().of("{\"email\": \"ada@example.org; countess@example.org\"}");

        assertEquals("ada@example.org", result.value("email"));
        assertArrayEquals(new Object[] {"countess@example.org"}, (Object[]) result.value("emails"));
    }

    @Test
    void placeholdersFollowThePolicy() {
        final String placeholder = "{\"email\": \"test@test.com\"}";

        final Cleansing.Result cleared = Cleansing.byDefault().of(placeholder);
        assertNull(cleared.value("email"));
        assertFalse(cleared.state("/email").presentBefore());

        final Cleansing.Result kept = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withPlaceholderPolicy(PlaceholderPolicy.KEEP)).of(placeholder);
        assertEquals("test@test.com", kept.value("email"));
        assertFalse(kept.state("/email").presentAfter());

        final Cleansing.Result aside = Cleansing.byDefault().options(CleansingOptions.DEFAULT.withPlaceholderPolicy(PlaceholderPolicy.QUARANTINE)).of(placeholder);
        assertEquals("test@test.com", aside.value("email"));
        assertEquals(Action.QUARANTINED, aside.finding("PLACEHOLDER").orElseThrow().action());
        assertEquals(Set.of("PLACEHOLDER"), aside.cleansed().quarantineReasons());
    }
}
