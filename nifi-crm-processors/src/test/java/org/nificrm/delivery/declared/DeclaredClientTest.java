package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.WriteMode;
import org.nificrm.delivery.rest.ApiTransport;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.rest.Fault;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.nificrm.delivery.rest.Customers.customer;

class DeclaredClientTest {

    @AutoClose
    private final FakeDolibarr dolibarr = new FakeDolibarr(1);
    @AutoClose
    private final FakeEspoCrm espoCrm = new FakeEspoCrm(1);
    @AutoClose
    private final FakeSuiteCrm suiteCrm = new FakeSuiteCrm(1);
    @AutoClose
    private final FakeOdoo odoo = new FakeOdoo(1);

    DeclaredClientTest() throws IOException {
        // The fakes need ports.
    }

    @Test
    void dolibarrTakesExtraFieldsApartAndGivesBareIds() throws Exception {
        final Outcome created = deliver(PresetTarget.DOLIBARR, dolibarr, "a", "Ada", 1);

        assertEquals(Outcome.created("1"), created);
        final JsonNode sent = dolibarr.requests().getLast().json();
        assertEquals("a", sent.at("/array_options/options_crm_key").asText());
        assertEquals("2024-01-01T00:00:01Z", sent.at("/array_options/options_changed").asText());
        assertEquals("auto", sent.path("code_client").asText());
    }

    @Test
    void espoCrmIsUpdatedInTheVersionThatWasLookedUpWithTheChangedFieldsOnly() throws Exception {
        deliver(PresetTarget.ESPOCRM, espoCrm, "a", "Ada", 1);
        assertEquals(Status.UPDATED, deliver(PresetTarget.ESPOCRM, espoCrm, "a", "Ada", 2).status());

        assertEquals("1", espoCrm.requests().getLast().header("X-Version-Number"));
        assertEquals("{\"score\":2,\"changed\":\"2024-01-01 00:00:02\"}", espoCrm.requests().getLast().text());
    }

    @Test
    void suiteCrmGetsAnIdThatFollowsFromTheKey() throws Exception {
        deliver(PresetTarget.SUITECRM, suiteCrm, "a", "Ada", 1);

        final JsonNode data = suiteCrm.requests().getLast().json().path("data");
        assertEquals(NameBasedId.of("Contacts", "a").toString(), data.path("id").asText());
        assertEquals("Contacts", data.path("type").asText());
    }

    @Test
    void nameBasedIdsAreThoseOfTheStandard() {
        final UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertEquals(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"), NameBasedId.version5(dns, "www.example.com"));
    }

    @Test
    void odooIsAskedForManyKeysAtOnceAndToldIdsAsNumbers() throws Exception {
        deliver(PresetTarget.ODOO, odoo, "a", "Ada", 1);
        PresetTarget.ODOO.deliver(odoo, WriteMode.UPSERT, customer("a", "Ann", 2), customer("b", "Ben", 1));

        assertEquals(2, odoo.requestLines().stream().filter("POST /json/2/res.partner/search_read"::equals).count());
        final JsonNode written = odoo.requests().stream().filter(request -> request.path().endsWith("/write")).findFirst().orElseThrow().json();
        assertTrue(written.at("/ids/0").isInt());
    }

    @Test
    void aReplayIsUnchangedInEveryCrm() throws Exception {
        for (final PresetTarget preset : PresetTarget.values()) {
            final FakeApi fake = fake(preset);
            deliver(preset, fake, "a", "Ada", 1);
            assertEquals(Status.UNCHANGED, deliver(preset, fake, "a", "Ada", 1).status(), preset.name());
        }
    }

    @Test
    void keysThatDifferInTheirCaseAreOneWhereTheCrmComparesSo() throws Exception {
        final List<Outcome> outcomes = PresetTarget.ESPOCRM.deliver(espoCrm, WriteMode.UPSERT, customer("a", "Ada", 1), customer("A", "Ann", 2));

        assertEquals(List.of(Status.STALE, Status.CREATED), outcomes.stream().map(Outcome::status).toList());
        assertEquals(1, espoCrm.size());
    }

    @Test
    void deletesOrTakesOutOfUse() throws Exception {
        for (final PresetTarget preset : PresetTarget.values()) {
            deliver(preset, fake(preset), "a", "Ada", 1);
            assertEquals(Status.DELETED, preset.deliver(fake(preset), WriteMode.DELETE, customer("a", "Ada", 2)).getFirst().status(),
                    preset.name());
        }

        assertEquals("false", odoo.value("a", "active"));
        assertEquals(0, dolibarr.size());
    }

    @Test
    void theKeyOfADeletedRecordLeavesByConflictWhereTheCrmSaysSo() throws Exception {
        deliver(PresetTarget.SUITECRM, suiteCrm, "a", "Ada", 1);
        PresetTarget.SUITECRM.deliver(suiteCrm, WriteMode.DELETE, customer("a", "Ada", 2));

        final Outcome outcome = deliver(PresetTarget.SUITECRM, suiteCrm, "a", "Ada", 3);
        assertEquals(Status.CONFLICT, outcome.status());
        assertEquals("ALREADY_EXISTS", outcome.code());
    }

    @Test
    void theKeyOfADeletedRecordLeavesByRetryWhereTheCrmDoesNotSayWhatIsWrong() throws Exception {
        deliver(PresetTarget.ESPOCRM, espoCrm, "a", "Ada", 1);
        PresetTarget.ESPOCRM.deliver(espoCrm, WriteMode.DELETE, customer("a", "Ada", 2));

        final Outcome outcome = deliver(PresetTarget.ESPOCRM, espoCrm, "a", "Ada", 3);
        assertEquals(Status.UNKNOWN, outcome.status());
        assertEquals("SERVER_ERROR", outcome.code());
    }

    @Test
    void aWriteWhoseAnswerIsLostIsFoundNotRepeated() throws Exception {
        dolibarr.failOnce(Fault.NONE, Fault.RESET_AFTER);

        assertEquals(Status.CREATED, deliver(PresetTarget.DOLIBARR, dolibarr, "a", "Ada", 1).status());
        assertEquals(1, dolibarr.requestLines().stream().filter(line -> line.startsWith("POST")).count());
    }

    @Test
    void aKeyThatTheFilterCannotCarryIsRejectedBeforeAnythingIsSent() throws Exception {
        final Outcome outcome = deliver(PresetTarget.DOLIBARR, dolibarr, "O'Hara", "Ada", 1);

        assertEquals(Status.REJECTED, outcome.status());
        assertEquals("KEY_UNSUPPORTED", outcome.code());
        assertTrue(dolibarr.requests().isEmpty());
    }

    @Test
    void anyKeyIsSafeWhereTheRequestCanCarryIt() throws Exception {
        final String key = "O'Hara & \"Söhne\" <50%> [x]/\\?#+=,;${id}";
        for (final PresetTarget preset : List.of(PresetTarget.ESPOCRM, PresetTarget.SUITECRM, PresetTarget.ODOO)) {
            assertEquals(Status.CREATED, deliver(preset, fake(preset), key, "Ada", 1).status(), preset.name());
            assertEquals(Status.UPDATED, deliver(preset, fake(preset), key, "Ann", 2).status(), preset.name());
        }
    }

    @Test
    void aReferenceIsWrittenAsTheIdOfTheRecordThatHasTheKey() throws Exception {
        try (CrmClient client = PresetTarget.ODOO.client(transport(PresetTarget.ODOO, odoo))) {
            assertTrue(client.hasField("country_id.code"));
            assertEquals(new BigDecimal(48), client.convert("country_id.code", "CN"));
            final int requests = odoo.requests().size();
            client.convert("country_id.code", "CN");
            assertEquals(requests, odoo.requests().size());
            assertEquals("REFERENCE_NOT_FOUND", assertThrows(UnfitValueException.class, () -> client.convert("country_id.code", "XX")).code());
            assertNull(client.convert("country_id.code", " "));
        }
    }

    @Test
    void whatTheCrmWouldChangeWithoutAWordIsRejected() throws Exception {
        assertEquals("VALUE_ALTERED", deliver(PresetTarget.DOLIBARR, dolibarr, "a", "Ada <b>", 1).code());
        assertEquals("VALUE_TOO_LONG", deliver(PresetTarget.DOLIBARR, dolibarr, "a", "x".repeat(129), 1).code());
    }

    @Test
    void fieldsThatOnlyTheCrmWritesOrThatAreNoneAreNotSent() throws Exception {
        try (CrmClient client = PresetTarget.ESPOCRM.client(transport(PresetTarget.ESPOCRM, espoCrm))) {
            assertFalse(client.hasField("createdAt"));
            assertFalse(client.hasField("account"));
            assertTrue(client.hasField("account.crm_key"));
        }
    }

    @Test
    void anObjectOrAKeyThatIsNotThereIsToldWithTheRemedy() {
        for (final PresetTarget preset : PresetTarget.values()) {
            final ApiTransport transport = transport(preset, fake(preset));
            final CrmException object = assertThrows(CrmException.class,
                    () -> preset.client(transport, new Target("Nothing", List.of("crm_key"), Optional.empty())), preset.name());
            assertEquals(CrmException.Kind.UNAVAILABLE, object.kind());
            final CrmException key = assertThrows(CrmException.class,
                    () -> preset.client(transport, new Target(preset.target().object(), List.of("nothing"), Optional.empty())), preset.name());
            assertEquals("FIELD_MISSING", key.code());
        }
    }

    @Test
    void verifyAsksForAKeyThatNobodyHas() throws Exception {
        for (final PresetTarget preset : PresetTarget.values()) {
            try (CrmClient client = preset.client(transport(preset, fake(preset)))) {
                final List<Finding> findings = client.examine(
                        new DeliverySettings(preset.target(), ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE, 1, false));
                assertEquals(Map.of("Find the object", Finding.Verdict.PASSED, "Look up by the match key", Finding.Verdict.PASSED, "Match key is unique",
                        Finding.Verdict.SKIPPED, "Source timestamp can be kept", Finding.Verdict.PASSED), verdicts(findings), preset.name());
            }
        }
    }

    private static Map<String, Finding.Verdict> verdicts(final List<Finding> findings) {
        return findings.stream().collect(Collectors.toMap(Finding::step, Finding::verdict));
    }

    private FakeApi fake(final PresetTarget preset) {
        return switch (preset) {
            case DOLIBARR -> dolibarr;
            case ESPOCRM -> espoCrm;
            case SUITECRM -> suiteCrm;
            case ODOO -> odoo;
        };
    }

    private static ApiTransport transport(final PresetTarget preset, final FakeApi fake) {
        return Customers.transport(fake, preset.credentials(), preset.document().throttleRule(), PresetTarget.TIMEOUT);
    }

    private static Outcome deliver(final PresetTarget preset, final FakeApi fake, final String key, final String lastName, final int version)
            throws CrmException {
        return preset.deliver(fake, WriteMode.UPSERT, customer(key, lastName, version)).getFirst();
    }
}
