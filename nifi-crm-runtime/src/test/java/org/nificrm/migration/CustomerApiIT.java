package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;

import java.io.OutputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith({RealNifi.class, RealPostgres.class})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CustomerApiIT {

    private static final String TOKEN = "a-token-only-for-this-test";
    private static final int LARGEST_REQUEST = 1_000_000;

    private ImportedFlow flow;
    private CrmDatabase database;
    private ApiClient api;
    private int port;

    @BeforeAll
    void startTheApi(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        database = new CrmDatabase(postgres, "customer_api", "central-customers.sql");
        final Path keystore = ImportedFlow.directory("customer_api").resolve("keystore.p12");
        ApiClient.createKeystore(keystore);
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }

        final Map<String, String> parameters = new HashMap<>(RealPostgres.parameters("CRM Database", database.url()));
        parameters.putAll(Map.of(
                "API Host", "127.0.0.1",
                "API Port", Integer.toString(port),
                "API Keystore", keystore.toString(),
                "API Keystore Password", ApiClient.KEYSTORE_PASSWORD,
                "API Token", TOKEN,
                "Largest Request", Integer.toString(LARGEST_REQUEST)));
        flow = new ImportedFlow(nifi, "customer-api", "Customer API", parameters);
        api = new ApiClient(keystore, port);
        assertEquals(List.of(), flow.invalidProcessors());
        flow.start();
        Await.until(Duration.ofSeconds(30), this::answers, () -> "no answer");
    }

    private boolean answers() {
        try {
            return api.get(TOKEN, "?limit=1").statusCode() == 200;
        } catch (final Exception notYet) {
            return false;
        }
    }

    @AfterAll
    void stopTheApi() {
        flow.awaitEmptyQueues();
        api.close();
        flow.close();
    }

    @Test
    void aCustomerIsWrittenAndReadBack() throws Exception {
        final HttpResponse<String> created = api.post(TOKEN, customer("one", "Ada Lovelace", "2024-04-01T00:00:00Z"));

        assertEquals(200, created.statusCode());
        assertEquals("created", ApiClient.json(created).at("/0/crm_status").asText());
        final JsonNode read = ApiClient.json(api.get(TOKEN, "/erp/one"));
        assertEquals("Ada Lovelace", read.at("/0/full_name").asText());
        assertEquals("erp", read.at("/0/source_system").asText());
    }

    @Test
    void everyCustomerOfARequestIsAnsweredInItsPlace() throws Exception {
        api.post(TOKEN, customer("many-1", "New", "2024-04-02T00:00:00Z"));

        final HttpResponse<String> answer = api.post(TOKEN, "[%s, %s, %s]".formatted(customer("many-1", "Old", "2024-04-01T00:00:00Z"),
                customer("many-2", "Second", "2024-04-01T00:00:00Z"), "{\"full_name\": \"Without a key\"}"));

        assertEquals(207, answer.statusCode());
        assertEquals(List.of("stale", "created", "rejected"), ApiClient.json(answer).findValuesAsText("crm_status"));
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() throws Exception {
        final List<String> posted = IntStream.range(0, 25).mapToObj("page-%02d"::formatted).toList();
        api.post(TOKEN, posted.stream().map(id -> customer(id, "Reader", "2024-01-01T00:00:00Z")).toList().toString());

        final List<String> read = new ArrayList<>();
        String after = "page-";
        while (true) {
            final List<String> page = ApiClient.json(api.get(TOKEN, "?limit=10&after_system=erp&after_id=" + after)).findValuesAsText("source_id");
            read.addAll(page.stream().filter(id -> id.startsWith("page-")).toList());
            if (page.size() < 10) {
                break;
            }

            after = page.getLast();
        }

        assertEquals(posted, read);
    }

    @Test
    void whatHasNotChangedSinceIsLeftOut() throws Exception {
        api.post(TOKEN, "[%s, %s]".formatted(customer("since-1", "Before", "2019-01-01T00:00:00Z"), customer("since-2", "After", "2021-01-01T00:00:00Z")));

        final List<String> read = ApiClient.json(api.get(TOKEN, "?after_system=erp&after_id=since-&since=2020-01-01T00:00:00Z")).findValuesAsText("source_id");

        assertTrue(read.contains("since-2"));
        assertFalse(read.contains("since-1"));
    }

    @Test
    void whoeverIsNotKnownIsTurnedAway() throws Exception {
        for (final String token : Arrays.asList(null, "wrong", TOKEN + "x")) {
            final HttpResponse<String> answer = api.post(token, customer("stranger", "Nobody", "2024-04-01T00:00:00Z"));
            assertEquals(401, answer.statusCode());
            assertEquals("Bearer", answer.headers().firstValue("WWW-Authenticate").orElse(""));
        }

        assertEquals(404, api.get(TOKEN, "/erp/stranger").statusCode());
    }

    @Test
    void badRequestsAreToldWhatIsWrong() throws Exception {
        final HttpResponse<String> broken = api.post(TOKEN, "[{\"source_id\": \"broken\", \"full_name\": ");

        assertEquals(400, broken.statusCode());
        assertEquals("application/problem+json", broken.headers().firstValue("Content-Type").orElse(""));
        assertEquals("Bad Request", ApiClient.json(broken).path("title").asText());
        assertEquals(400, api.get(TOKEN, "?since=yesterday").statusCode());
        assertEquals(404, api.get(TOKEN, "/erp/%27%20OR%20%271%27=%271").statusCode());
        assertEquals(404, api.get(TOKEN, "/erp/broken").statusCode());
    }

    @Test
    void aBodyOfOneHundredMegabytesIsRefusedAndTheServiceStaysUp() throws Exception {
        final byte[] megabyte = new byte[1 << 20];
        Arrays.fill(megabyte, (byte) ' ');

        final HttpResponse<String> answer = api.post(TOKEN, BodyPublishers.ofByteArrays(() -> IntStream.range(0, 100).mapToObj(i -> megabyte).iterator()));

        assertEquals(413, answer.statusCode());
        assertTrue(answers());
    }

    @Test
    void slowClientsDoNotKeepOthersWaiting() throws Exception {
        final List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < 5; i++) {
                final Socket socket = api.tls().getSocketFactory().createSocket("127.0.0.1", port);
                slow.add(socket);
                final OutputStream out = socket.getOutputStream();
                out.write("POST /customers HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\nAuthorization: Bearer %s\r\n\r\n[".formatted(TOKEN)
                        .getBytes(StandardCharsets.US_ASCII));
                out.flush();
            }

            assertEquals(200, api.post(TOKEN, customer("quick", "Quick", "2024-04-01T00:00:00Z")).statusCode());
        } finally {
            for (final Socket socket : slow) {
                socket.close();
            }
        }
    }

    @Test
    void aBurstOfOneThousandPostsOverTwentyConnectionsIsAnsweredAndArrivesOnce() throws Exception {
        final List<Future<Integer>> answers = new ArrayList<>();
        try (ExecutorService connections = Executors.newFixedThreadPool(20)) {
            for (int i = 0; i < 1000; i++) {
                final String customer = customer("burst-" + i, "Burst " + i, "2024-04-01T00:00:00Z");
                answers.add(connections.submit(() -> postUntilAllowed(customer)));
            }
        }

        for (final Future<Integer> answer : answers) {
            assertEquals(200, answer.get());
        }

        assertEquals(1000, database.count("central_customers WHERE source_id LIKE 'burst-%'"));
    }

    /** Does what the answer asks for when there are too many. */
    private int postUntilAllowed(final String customer) throws Exception {
        while (true) {
            final HttpResponse<String> answer = api.post(TOKEN, customer);
            if (answer.statusCode() != 429) {
                return answer.statusCode();
            }

            Await.pause(1000 * answer.headers().firstValueAsLong("Retry-After").orElseThrow());
        }
    }

    private static String customer(final String id, final String name, final String updatedAt) {
        return "{\"source_id\": \"%s\", \"full_name\": \"%s\", \"updated_at\": \"%s\", \"source_system\": \"pretended\"}".formatted(id, name, updatedAt);
    }
}
