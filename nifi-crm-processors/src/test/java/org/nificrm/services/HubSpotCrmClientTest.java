package org.nificrm.services;

import com.sun.net.httpserver.HttpServer;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

class HubSpotCrmClientTest {

    private static final Target TARGET = new Target("contacts", List.of("email"), Optional.empty());
    private static final String TOKEN = "pat-na1-secret";

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final HubSpotCrmClient service = new HubSpotCrmClient();
    private HttpServer server;

    @BeforeEach
    void start() throws Exception {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/crm/v3/properties/contacts", exchange -> {
            final boolean known = ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
            final byte[] answer = (known ? "{\"results\": [{\"name\": \"email\", \"type\": \"string\"}]}"
                    : "{\"status\": \"error\", \"category\": \"INVALID_AUTHENTICATION\", \"message\": \"No\"}").getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(known ? 200 : 401, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        runner.addControllerService("crm", service);
        runner.setProperty(service, HubSpotCrmClient.API_ADDRESS, "http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void needsAToken() {
        runner.assertNotValid(service);
    }

    @Test
    void opensAnObject() throws Exception {
        runner.setProperty(service, HubSpotCrmClient.ACCESS_TOKEN, TOKEN);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertEquals("http://127.0.0.1:" + server.getAddress().getPort(), client.address());
        }
    }

    @Test
    void aRefusedTokenIsNotQuoted() {
        runner.setProperty(service, HubSpotCrmClient.ACCESS_TOKEN, "wrong-secret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals(CrmException.Kind.UNAVAILABLE, e.kind());
        assertFalse(e.getMessage().contains("wrong-secret"));
    }

    @Test
    void aTokenThatNoHeaderMayHoldIsNotQuoted() {
        runner.setProperty(service, HubSpotCrmClient.ACCESS_TOKEN, "wrong\nsecret");
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals("CREDENTIALS_MALFORMED", e.code());
        assertFalse(e.getMessage().contains("secret"));
    }
}
