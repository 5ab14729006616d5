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

import java.io.IOException;
import java.util.List;
import java.util.Map;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** What holds for the service of any CRM that takes tokens of an OAuth2 Access Token Provider. To be extended for each. */
abstract class OAuth2ServiceTests {

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final HttpCrmClient<?, ?> service = service();
    private FakeApi fake;

    abstract HttpCrmClient<?, ?> service();

    abstract FakeApi fake() throws IOException;

    /** The property that holds the base address. */
    abstract PropertyDescriptor address();

    abstract PropertyDescriptor provider();

    /** An object that the fake has. */
    abstract Target target();

    /** A field of it. */
    abstract String field();

    /** What stands before a token. */
    abstract String scheme();

    /** The request that Verify makes. */
    abstract String verification();

    @BeforeEach
    void start() throws Exception {
        fake = fake();
        runner.addControllerService("crm", service);
        runner.setProperty(service, address(), fake.address().toString());
    }

    @AfterEach
    void stop() {
        service.disable();
        fake.close();
    }

    private void useTokens(final String... tokens) throws InitializationException {
        final ScriptedTokens provider = new ScriptedTokens(tokens);
        runner.addControllerService("tokens", provider);
        runner.enableControllerService(provider);
        runner.setProperty(service, provider(), "tokens");
    }

    @Test
    void needsAProviderOfTokens() {
        runner.assertNotValid(service);
    }

    @Test
    void opensAnObject() throws Exception {
        useTokens(FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(target(), Map.of())) {
            assertTrue(client.hasField(field()));
            assertEquals(fake.address().toString(), client.address());
        }
    }

    @Test
    void aTokenThatExpiredIsRenewed() throws Exception {
        useTokens("expired", FakeApi.TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(target(), Map.of())) {
            assertTrue(client.hasField(field()));
        }

        assertEquals(scheme() + " expired", fake.requests().getFirst().header("Authorization"));
    }

    @Test
    void aRefusedTokenIsNotQuoted() throws Exception {
        useTokens("wrong-secret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(target(), Map.of()));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertFalse(e.getMessage().contains("secret"));
    }

    @Test
    void verifyReadsAndWritesNothing() throws Exception {
        useTokens(FakeApi.TOKEN);

        final ConfigVerificationResult result = verify();
        assertEquals(ConfigVerificationResult.Outcome.SUCCESSFUL, result.getOutcome(), result.getExplanation());
        assertEquals(List.of(verification()), fake.requestLines());
    }

    @Test
    void verifySaysThatTheTokenIsRefused() throws Exception {
        useTokens("wrong-secret");

        final ConfigVerificationResult result = verify();
        assertEquals(ConfigVerificationResult.Outcome.FAILED, result.getOutcome());
        assertFalse(result.getExplanation().contains("secret"));
    }

    private ConfigVerificationResult verify() {
        final Map<PropertyDescriptor, String> properties = Map.of(address(), fake.address().toString(), provider(), "tokens");
        final ConfigurationContext context =
                new MockConfigurationContext(service, properties, runner.getProcessContext().getControllerServiceLookup(), Map.of());
        return service.verify(context, new MockComponentLog("crm", service), Map.of()).getFirst();
    }
}
