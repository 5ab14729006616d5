package org.nificrm.delivery.rest;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SpecificationTest {

    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json");

    @Test
    void aRequestThatKeepsToItIsNotComplainedAbout() {
        assertEquals(Optional.empty(), hubSpot("batch/archive", "{\"inputs\": [{\"id\": \"1\"}]}"));
    }

    @Test
    void aValueOfAnotherTypeIsComplainedAbout() {
        assertTrue(hubSpot("batch/upsert", "{\"inputs\": [{\"id\": \"1\", \"properties\": {\"score\": 7}}]}").isPresent());
    }

    @Test
    void aNameThatIsNotKnownIsComplainedAbout() {
        assertTrue(hubSpot("batch/archive", "{\"inputs\": [{\"id\": \"1\"}], \"hard\": true}").isPresent());
    }

    @Test
    void anAddressThatIsNotKnownIsComplainedAbout() {
        assertTrue(hubSpot("batch/erase", "{}").isPresent());
    }

    @Test
    void aParameterThatIsMissingIsComplainedAbout() {
        assertTrue(Specification.of("zoho").complaint(new FakeRequest("GET", "/crm/v8/settings/fields", Map.of(), Map.of(), new byte[0])).isPresent());
    }

    private static Optional<String> hubSpot(final String action, final String body) {
        return Specification.of("hubspot").complaint(
                new FakeRequest("POST", "/crm/v3/objects/contacts/" + action, Map.of(), JSON, body.getBytes(StandardCharsets.UTF_8)));
    }
}
