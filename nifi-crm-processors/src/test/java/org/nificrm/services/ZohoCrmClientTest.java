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
import org.nificrm.delivery.rest.FakeApi;
import org.nificrm.delivery.zoho.FakeZoho;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class ZohoCrmClientTest {

    private static final Target TARGET = new Target("Contacts", List.of("Crm_Key"), Optional.empty());

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final ZohoCrmClient service = new ZohoCrmClient();
    private FakeZoho fake;

    @BeforeEach
    void start() throws Exception {
        fake = new FakeZoho(1);
        runner.addControllerService("crm", service);
        runner.setProperty(service, ZohoCrmClient.API_ADDRESS, fake.address().toString());
    }

    @AfterEach
    void stop() {
        fake.close();
    }

    private void useTokens(final String... tokens) throws InitializationException {
        final ScriptedTokens provider = new ScriptedTokens(tokens);
        runner.addControllerService("tokens", provider);
        runner.enableControllerService(provider);
        runner.setProperty(service, ZohoCrmClient.OAUTH2_PROVIDER, "tokens");
    }

    @Test
    void needsAProviderOfTokens() {
        runner.assertNotValid(service);
    }

    @Test
    void opensAModule() throws Exception {
        useTokens(FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertTrue(client.hasField("Last_Name"));
        }
    }

    @Test
    void aTokenThatExpiresInTheMiddleIsRenewed() throws Exception {
        useTokens("expired", FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertEquals(fake.address().toString(), client.address());
        }

        assertTrue(fake.requests().stream().anyMatch(request -> request.header("Authorization").equals("Zoho-oauthtoken expired")));
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
    void verifyReadsFieldsAndWritesNothing() throws Exception {
        useTokens(FakeApi.TOKEN);

        final ConfigVerificationResult result = verify();
        assertEquals(ConfigVerificationResult.Outcome.SUCCESSFUL, result.getOutcome(), result.getExplanation());
        assertEquals(List.of("GET /crm/v8/settings/fields"), fake.requestLines());
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
                Map.of(ZohoCrmClient.API_ADDRESS, fake.address().toString(), ZohoCrmClient.OAUTH2_PROVIDER, "tokens");
        final ConfigurationContext context =
                new MockConfigurationContext(service, properties, runner.getProcessContext().getControllerServiceLookup(), Map.of());
        return service.verify(context, new MockComponentLog("crm", service), Map.of()).getFirst();
    }
}
