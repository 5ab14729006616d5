package org.nificrm.services;

import com.sun.net.httpserver.HttpServer;
import org.apache.nifi.components.ConfigVerificationResult;
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
import org.nificrm.delivery.declared.Preset;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class RestCrmClientTest {

    private static final Target TARGET = new Target("Contact", List.of("crmKey"), Optional.empty());
    private static final String KEY = "key-secret";

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final RestCrmClient service = new RestCrmClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", exchange -> {
            final boolean known = KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"))
                    || "Basic YWRhOmtleS1zZWNyZXQ=".equals(exchange.getRequestHeaders().getFirst("Authorization"));
            final byte[] answer = (known ? "{\"crmKey\": {\"type\": \"varchar\"}}" : "{}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        runner.addControllerService("crm", service);
        runner.setProperty(service, RestCrmClient.API_ADDRESS, "http://127.0.0.1:" + server.getAddress().getPort());
        runner.setProperty(service, RestCrmClient.PRESET, Preset.ESPOCRM);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void opensAnObjectWithAKeyInTheHeaderThatThePresetNames() throws Exception {
        runner.setProperty(service, RestCrmClient.API_KEY, KEY);
        assertOpens();
    }

    @Test
    void opensAnObjectWithUserNameAndPassword() throws Exception {
        runner.setProperty(service, RestCrmClient.AUTHENTICATION, RestCrmClient.Authentication.BASIC);
        runner.setProperty(service, RestCrmClient.USERNAME, "ada");
        runner.setProperty(service, RestCrmClient.PASSWORD, KEY);
        assertOpens();
    }

    private void assertOpens() throws Exception {
        runner.enableControllerService(service);
        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertTrue(client.hasField("crmKey"));
        }
    }

    @Test
    void withoutAPresetTheDocumentMustSayEverything() {
        runner.setProperty(service, RestCrmClient.PRESET, Preset.NONE);
        runner.setProperty(service, RestCrmClient.AUTHENTICATION, RestCrmClient.Authentication.NONE);
        runner.assertNotValid(service);

        runner.setProperty(service, RestCrmClient.API_DOCUMENT, Preset.ODOO.document());
        runner.assertValid(service);
    }

    @Test
    void aDocumentIsLaidOverThePreset() {
        runner.setProperty(service, RestCrmClient.API_KEY, KEY);
        runner.setProperty(service, RestCrmClient.API_DOCUMENT, "{\"create\": {\"headers\": {\"X-Skip-Duplicate-Check\": \"true\"}}}");
        runner.assertValid(service);

        runner.setProperty(service, RestCrmClient.API_DOCUMENT, "{\"create\": {\"header\": {}}}");
        runner.assertNotValid(service);
    }

    @Test
    void anApiKeyNeedsAHeaderToTravelIn() {
        runner.setProperty(service, RestCrmClient.PRESET, Preset.SUITECRM);
        runner.setProperty(service, RestCrmClient.API_KEY, KEY);
        runner.assertNotValid(service);
    }

    @Test
    void aRefusedKeyIsNotQuoted() {
        runner.setProperty(service, RestCrmClient.API_KEY, "wrong-secret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertFalse(e.getMessage().contains("wrong-secret"));
    }

    @Test
    void verifyTellsWhetherTheCrmAcceptsTheCredentials() {
        assertEquals(ConfigVerificationResult.Outcome.SUCCESSFUL, verify(KEY).getOutcome());
        assertEquals(ConfigVerificationResult.Outcome.FAILED, verify("wrong").getOutcome());
    }

    private ConfigVerificationResult verify(final String key) {
        final MockConfigurationContext context = new MockConfigurationContext(service, Map.of(
                RestCrmClient.API_ADDRESS, "http://127.0.0.1:" + server.getAddress().getPort(),
                RestCrmClient.PRESET, Preset.ESPOCRM.name(),
                RestCrmClient.API_KEY, key), null, Map.of());
        return service.verify(context, runner.getLogger(), Map.of()).getFirst();
    }
}
