package org.nificrm.services;

import com.sun.net.httpserver.HttpServer;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.reporting.InitializationException;
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

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class SalesforceCrmClientTest {

    private static final Target TARGET = new Target("Contact", List.of("Crm_Key__c"), Optional.empty());
    private static final String CONTACT = """
            {"name": "Contact", "fields": [
                {"name": "Crm_Key__c", "type": "string", "createable": true, "externalId": true, "unique": true}]}""";

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final SalesforceCrmClient service = new SalesforceCrmClient();
    private final List<String> requests = new ArrayList<>();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/services/data/v62.0/sobjects/Contact/describe", exchange -> {
            requests.add(exchange.getRequestMethod());
            final boolean known = "Bearer good-secret".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            final byte[] answer = (known ? CONTACT : "[{\"errorCode\": \"INVALID_SESSION_ID\", \"message\": \"No\"}]").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        runner.addControllerService("crm", service);
        runner.setProperty(service, SalesforceCrmClient.INSTANCE_URL, "http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    /** As Salesforce, the provider does not say how long they live. */
    private ScriptedTokens useTokens(final String... tokens) throws InitializationException {
        final ScriptedTokens provider = new ScriptedTokens(0, tokens);
        runner.addControllerService("tokens", provider);
        runner.enableControllerService(provider);
        runner.setProperty(service, SalesforceCrmClient.OAUTH2_PROVIDER, "tokens");
        return provider;
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void needsAProviderOfTokens() {
        runner.assertNotValid(service);
    }

    @Test
    void opensAnObjectAndDescribesItOnce() throws Exception {
        useTokens("good-secret");
        runner.enableControllerService(service);

        try (CrmClient first = service.open(TARGET, Map.of()); CrmClient second = service.open(TARGET, Map.of())) {
            assertEquals(first.address(), second.address());
            assertEquals(1, requests.size());
        }
    }

    @Test
    void aTokenWhoseLifeIsNotToldIsKeptUntilItIsRefused() throws Exception {
        final ScriptedTokens tokens = useTokens("good-secret", "other-secret");
        runner.enableControllerService(service);

        service.open(TARGET, Map.of()).close();
        service.api().object("Contact");
        assertEquals(1, tokens.asked());
    }

    @Test
    void anExpiredTokenIsAskedForAgain() throws Exception {
        useTokens("old-secret", "good-secret");
        runner.enableControllerService(service);

        service.open(TARGET, Map.of()).close();
        assertEquals(2, requests.size());
    }

    @Test
    void aRefusedTokenIsNotQuoted() throws Exception {
        useTokens("wrong-secret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertFalse(e.getMessage().contains("wrong-secret"));
    }

    @Test
    void jobsAreRememberedAcrossARestart() throws Exception {
        useTokens("good-secret");
        runner.enableControllerService(service);
        final StateJobJournal before = new StateJobJournal(runner.getStateManager(service));
        before.begun("Contact", "750000000000000001");
        before.begun("Account", "750000000000000002");
        before.begun("Contact", "750000000000000003");
        before.ended("750000000000000003");
        assertEquals(Set.of(), before.abandoned("Contact"));

        assertEquals(Set.of("750000000000000001"), new StateJobJournal(runner.getStateManager(service)).abandoned("Contact"));
    }

    @Test
    void verifyReadsOnly() throws Exception {
        useTokens("good-secret");
        final MockConfigurationContext context = new MockConfigurationContext(service, Map.of(
                SalesforceCrmClient.INSTANCE_URL, "http://127.0.0.1:" + server.getAddress().getPort(),
                SalesforceCrmClient.OAUTH2_PROVIDER, "tokens"), runner.getProcessContext().getControllerServiceLookup(), Map.of());

        final List<ConfigVerificationResult> results = service.verify(context, runner.getLogger(), Map.of());
        assertEquals(ConfigVerificationResult.Outcome.SUCCESSFUL, results.getFirst().getOutcome());
        assertEquals(List.of("GET"), requests);
    }
}
