package org.nificrm.services;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.controller.ConfigurationContext;
import org.apache.nifi.reporting.InitializationException;
import org.apache.nifi.util.MockComponentLog;
import org.apache.nifi.util.MockConfigurationContext;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.dataverse.FakeDataverse;
import org.nificrm.delivery.rest.Customers;
import org.nificrm.delivery.rest.FakeApi;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class DataverseCrmClientTest {

    private static final Target TARGET = new Target("contact", List.of(Customers.KEY), Optional.empty());

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final DataverseCrmClient service = new DataverseCrmClient();
    private FakeDataverse fake;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeDataverse(1, true);
        runner.addControllerService("crm", service);
        runner.setProperty(service, DataverseCrmClient.ENVIRONMENT_ADDRESS, fake.address().toString());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private void useTokens(final String... tokens) throws InitializationException {
        final ScriptedTokens provider = new ScriptedTokens(tokens);
        runner.addControllerService("tokens", provider);
        runner.enableControllerService(provider);
        runner.setProperty(service, DataverseCrmClient.OAUTH2_PROVIDER, "tokens");
    }

    @Test
    void needsAProviderOfTokens() {
        runner.assertNotValid(service);
    }

    @Test
    void opensATable() throws Exception {
        useTokens(FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertTrue(client.hasField("lastname"));
        }
    }

    @Test
    void aTokenThatExpiresInTheMiddleIsRenewed() throws Exception {
        useTokens(FakeApi.TOKEN, "expired", FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertEquals(fake.address().toString(), client.address());
        }

        assertTrue(fake.requests().stream().anyMatch(request -> request.header("Authorization").equals("Bearer expired")));
    }

    @Test
    void aRefusedTokenIsNotQuoted() throws Exception {
        useTokens("wrong-secret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertFalse(e.getMessage().contains("secret"));
    }

    @Test
    void verifyAsksWhoTheCredentialsBelongToAndWritesNothing() throws Exception {
        useTokens(FakeApi.TOKEN);

        final ConfigVerificationResult result = verify();
        assertEquals(ConfigVerificationResult.Outcome.SUCCESSFUL, result.getOutcome(), result.getExplanation());
        assertEquals(List.of("GET /api/data/v9.2/WhoAmI"), fake.requestLines());
    }

    @Test
    void verifySaysThatTheTokenIsRefused() throws Exception {
        useTokens("wrong-secret");

        final ConfigVerificationResult result = verify();
        assertEquals(ConfigVerificationResult.Outcome.FAILED, result.getOutcome());
        assertFalse(result.getExplanation().contains("secret"));
    }

    private ConfigVerificationResult verify() {
        final Map<PropertyDescriptor, String> properties =
                Map.of(DataverseCrmClient.ENVIRONMENT_ADDRESS, fake.address().toString(), DataverseCrmClient.OAUTH2_PROVIDER, "tokens");
        final ConfigurationContext context =
                new MockConfigurationContext(service, properties, runner.getProcessContext().getControllerServiceLookup(), Map.of());
        return service.verify(context, new MockComponentLog("crm", service), Map.of()).getFirst();
    }
}
