package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.Credentials;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.FakeRequest;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.hubspot.HubSpotTarget.deliver;
import static org.nificrm.delivery.rest.Customers.customer;

class HubSpotClientTest {

    private FakeHubSpot fake;

    @BeforeEach
    void start() throws IOException {
        fake = new FakeHubSpot(1);
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    @Test
    void createsByTheUniquePropertyAndSendsTextOnly() throws Exception {
        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 7))));

        final JsonNode input = lastRequest().json().at("/inputs/0");
        assertEquals("a", input.path("id").asText());
        assertEquals("crm_key", input.path("idProperty").asText());
        assertEquals("7", input.at("/properties/score").textValue());
        assertEquals("2024-01-01T00:00:07Z", input.at("/properties/changed").textValue());
        assertFalse(input.path("properties").has("crm_key"));
    }

    @Test
    void updatesByIdWithTheChangedPropertiesOnly() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UPDATED), statuses(deliver(fake, customer("a", "Ada", 2))));

        assertEquals("POST /crm/v3/objects/contacts/batch/update", lastRequest().line());
        final JsonNode properties = lastRequest().json().at("/inputs/0/properties");
        assertEquals("2", properties.path("score").asText());
        assertFalse(properties.has("lastname"));
    }

    @Test
    void aReplayIsUnchanged() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        assertEquals(List.of(Status.UNCHANGED), statuses(deliver(fake, customer("a", "Ada", 1))));
    }

    @Test
    void deletes() throws Exception {
        deliver(fake, customer("a", "Ada", 1));
        final HubSpotClient client = HubSpotTarget.client(new HubSpotApi(HubSpotTarget.transport(fake), "v3"));

        assertEquals(List.of(Status.DELETED), statuses(HubSpotTarget.delivery(client, WriteMode.DELETE).deliver(List.of(customer("a", "Ada", 2)))));
        assertTrue(fake.records().isEmpty());
    }

    @Test
    void theVersionNamedByDateStandsBehindTheInterface() throws Exception {
        final HubSpotClient client = HubSpotTarget.client(new HubSpotApi(HubSpotTarget.transport(fake), "2026-03"));
        HubSpotTarget.delivery(client, WriteMode.UPSERT).deliver(List.of(customer("a", "Ada", 1)));

        assertEquals(List.of("GET /crm/properties/2026-03/contacts", "POST /crm/objects/2026-03/contacts/batch/read",
                "POST /crm/objects/2026-03/contacts/batch/upsert"), fake.requestLines());
    }

    @Test
    void goodRecordsGoOnBesideBadOnes() throws Exception {
        final List<Outcome> outcomes = deliver(fake, customer("a", "Ada", 1), customer("b", FakeApi.INVALID, 1), customer("c", FakeApi.TAKEN, 1),
                customer("d", FakeApi.POISON, 1), customer("e", "Eve", 1));

        assertEquals(List.of(Status.CREATED, Status.REJECTED, Status.CONFLICT, Status.REJECTED, Status.CREATED), statuses(outcomes));
        assertEquals("VALIDATION_ERROR", outcomes.get(1).code());
        assertEquals("Not a last name: Invalid", outcomes.get(1).message());
    }

    @Test
    void aWriteWhoseAnswerIsLostIsFoundNotRepeated() throws Exception {
        fake.failOnce(Fault.NONE, Fault.RESET_AFTER);

        assertEquals(List.of(Status.CREATED), statuses(deliver(fake, customer("a", "Ada", 1))));
        assertEquals(1, fake.requestLines().stream().filter(request -> request.endsWith("upsert")).count());
    }

    @Test
    void anEmptyAnswerIsNoSuccess() throws Exception {
        fake.failOnce(Fault.NONE, Fault.EMPTY, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE, Fault.ERROR_BEFORE);

        final Outcome outcome = deliver(fake, customer("a", "Ada", 1)).getFirst();
        assertFalse(outcome.status().isFinal());
    }

    @Test
    void theDailyQuotaClosesTheWayToHubSpot() throws Exception {
        final HubSpotClient client = HubSpotTarget.client(new HubSpotApi(HubSpotTarget.transport(fake), "v3"));
        fake.failWith(() -> Fault.DAILY_QUOTA);

        final CrmException first = assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of()));
        final int requests = fake.requests().size();
        final CrmException second = assertThrows(CrmException.class, () -> client.lookup(List.of(Key.of("a")), Set.of()));

        assertEquals(CrmException.Kind.UNAVAILABLE, first.kind());
        assertEquals("RATE_LIMITED", second.code());
        assertTrue(second.retryAfter().toMinutes() > 1);
        assertEquals(requests, fake.requests().size());
    }

    @Test
    void anExpiredTokenIsRenewedOnce() throws Exception {
        final HubSpotApi api = new HubSpotApi(HubSpotTarget.transport(fake, new ExpiringToken()), "v3");

        assertEquals(9, api.object("contacts").properties().size());
    }

    private static final class ExpiringToken implements Credentials {

        private String token = "expired";

        @Override
        public Map<String, String> headers() {
            return Map.of("Authorization", "Bearer " + token);
        }

        @Override
        public boolean renew() {
            token = FakeApi.TOKEN;
            return true;
        }
    }

    @Test
    void aKeyThatIsNotUniqueIsRefusedWithItsRemedy() throws Exception {
        final HubSpotApi api = new HubSpotApi(HubSpotTarget.transport(fake), "v3");
        final HubSpotObject contacts = api.object("contacts");

        final CrmException e = assertThrows(CrmException.class,
                () -> new HubSpotClient(api, contacts, new Target("contacts", List.of("lastname"), Optional.empty())));
        assertEquals("KEY_NOT_UNIQUE", e.code());
    }

    @Test
    void valuesTakeTheSpellingOfTheirProperty() throws Exception {
        final HubSpotClient client = HubSpotTarget.client(new HubSpotApi(HubSpotTarget.transport(fake), "v3"));

        assertEquals("12.5", client.convert("score", "12.50"));
        assertEquals("true", client.convert("vip", true));
        assertEquals("1990-02-28", client.convert("birthday", Date.valueOf(LocalDate.of(1990, 2, 28))));
        assertEquals("art;music", client.convert("interests", "music; art"));
        assertEquals("ada@example.org", client.convert("email", " Ada@Example.org"));
        assertNull(client.convert("lastname", " "));
        assertEquals("NO_SUCH_OPTION", assertThrows(UnfitValueException.class, () -> client.convert("interests", "chess")).code());
        assertFalse(client.hasField("hs_object_id"));
    }

    private FakeRequest lastRequest() {
        return fake.requests().getLast();
    }

    private static List<Status> statuses(final List<Outcome> outcomes) {
        return outcomes.stream().map(Outcome::status).toList();
    }
}
