package org.nificrm.services;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import org.apache.nifi.controller.AbstractControllerService;
import org.apache.nifi.controller.ControllerService;
import org.apache.nifi.proxy.ProxyConfiguration;
import org.apache.nifi.proxy.ProxyConfigurationService;
import org.apache.nifi.util.NoOpProcessor;
import org.apache.nifi.util.TestRunner;
import org.apache.nifi.util.TestRunners;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Target;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** TLS and proxy, which all CRMs behind HTTP share, by the example of HubSpot. */
class HttpConnectionTest {

    private static final Target TARGET = new Target("contacts", List.of("email"), Optional.empty());
    private static final String SECRET = "pat-secret";
    private static final String PROPERTIES = "{\"results\": [{\"name\": \"email\", \"type\": \"string\"}]}";
    private static TlsIdentity identity;

    private final TestRunner runner = TestRunners.newTestRunner(NoOpProcessor.class);
    private final HubSpotCrmClient service = new HubSpotCrmClient();
    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;

    @BeforeAll
    static void makeIdentity() throws Exception {
        identity = TlsIdentity.of("localhost");
    }

    @BeforeEach
    void addService() throws Exception {
        runner.addControllerService("crm", service);
        runner.setProperty(service, HubSpotCrmClient.ACCESS_TOKEN, SECRET);
    }

    @AfterEach
    void stop() {
        service.disable();
        if (server != null) {
            server.stop(0);
        }
    }

    private void serveTls() throws Exception {
        final HttpsServer https = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        https.setHttpsConfigurator(new HttpsConfigurator(identity.serverContext()));
        serve(https);
    }

    private void servePlain() throws Exception {
        serve(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    }

    private void serve(final HttpServer created) {
        server = created;
        server.createContext("/", exchange -> {
            requests.incrementAndGet();
            final byte[] answer = PROPERTIES.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
    }

    private void callAt(final String address) {
        runner.setProperty(service, HubSpotCrmClient.API_ADDRESS, address);
    }

    private void trust(final TlsIdentity trusted) throws Exception {
        use(trusted.trust(), HttpConnection.SSL_CONTEXT.getName());
    }

    private void use(final ControllerService other, final String property) throws Exception {
        runner.addControllerService(property, other);
        runner.enableControllerService(other);
        runner.setProperty(service, property, property);
    }

    @Test
    void aServerWhoseCertificateIsTrustedIsReached() throws Exception {
        serveTls();
        callAt("https://localhost:" + server.getAddress().getPort());
        trust(identity);
        runner.enableControllerService(service);

        try (CrmClient client = service.open(TARGET, Map.of())) {
            assertTrue(client.hasField("email"));
        }
    }

    @Test
    void aServerWhoseCertificateIsNotTrustedLearnsNothing() throws Exception {
        serveTls();
        callAt("https://localhost:" + server.getAddress().getPort());
        trust(TlsIdentity.of("localhost"));
        runner.enableControllerService(service);

        final CrmException e = assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertTrue(e.getMessage().contains("SSL"), e.getMessage());
        assertEquals(0, requests.get());
    }

    @Test
    void aServerOfAnotherNameLearnsNothing() throws Exception {
        serveTls();
        callAt("https://127.0.0.1:" + server.getAddress().getPort());
        trust(identity);
        runner.enableControllerService(service);

        assertThrows(CrmException.class, () -> service.open(TARGET, Map.of()));
        assertEquals(0, requests.get());
    }

    @Test
    void requestsGoThroughTheProxy() throws Exception {
        servePlain();
        callAt("http://crm.invalid");
        try (FakeProxy proxy = new FakeProxy(server.getAddress().getPort())) {
            use(new ProxyAt(proxy.port(), null), HttpConnection.PROXY.getName());
            runner.enableControllerService(service);

            try (CrmClient client = service.open(TARGET, Map.of())) {
                assertTrue(client.hasField("email"));
            }

            assertTrue(proxy.heads().getFirst().startsWith("GET http://crm.invalid/crm/v3/properties/contacts HTTP/1.1\r\n"));
        }
    }

    @Test
    void theProxyOfATlsServerReadsNothing() throws Exception {
        serveTls();
        callAt("https://localhost:" + server.getAddress().getPort());
        trust(identity);
        try (FakeProxy proxy = new FakeProxy(server.getAddress().getPort())) {
            use(new ProxyAt(proxy.port(), null), HttpConnection.PROXY.getName());
            runner.enableControllerService(service);

            try (CrmClient client = service.open(TARGET, Map.of())) {
                assertTrue(client.hasField("email"));
            }

            assertEquals(1, proxy.heads().size());
            assertTrue(proxy.heads().getFirst().startsWith("CONNECT localhost:"));
            assertFalse(proxy.heads().getFirst().contains(SECRET));
        }
    }

    @Test
    void aProxyThatWantsAPasswordIsRefusedBeforeItFails() throws Exception {
        callAt("http://crm.invalid");
        use(new ProxyAt(3128, "someone"), HttpConnection.PROXY.getName());

        runner.assertNotValid(service);
    }

    private static final class ProxyAt extends AbstractControllerService implements ProxyConfigurationService {

        private final ProxyConfiguration configuration = new ProxyConfiguration();

        private ProxyAt(final int port, final String user) {
            configuration.setProxyType(Proxy.Type.HTTP);
            configuration.setProxyServerHost("localhost");
            configuration.setProxyServerPort(port);
            if (user != null) {
                configuration.setProxyUserName(user);
                configuration.setProxyUserPassword(SECRET);
            }
        }

        @Override
        public ProxyConfiguration getConfiguration() {
            return configuration;
        }
    }
}
