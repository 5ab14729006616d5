package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.PostgresServer;
import org.nificrm.runtime.RealNifi;
import org.postgresql.Driver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/** CleanseCustomer fills and corrects from NiFi's own Lookup Services: a database, a CSV file and a REST service. */
@ExtendWith({RealNifi.class, RealPostgres.class})
class LookupServicesIT {

    private static final String DATABASE = "lookup_erp";
    private static final String RULES = """
            {"references": [
              {"name": "erp", "keys": ["source_id"], "fields": {"phone": "telephone", "city": "town"}},
              {"name": "directory", "keys": ["email"], "overwrite": "different"},
              {"name": "registry", "keys": ["email"], "fields": {"mobile": "number"}}]}""";
    private static final int FAILURES_TO_OPEN = 5;

    @Test
    void eachSystemFillsWhatItKnowsAndContradictionsAreLeftAlone(final NifiApi nifi, final PostgresServer postgres) throws Exception {
        createErp(postgres);
        final HttpServer registry = registry(exchange -> answer(exchange, exchange.getRequestURI().getQuery().contains("edith") ? "{\"number\": \"07400 123456\"}" : "[]"));
        try (LookupFlow flow = new LookupFlow(nifi, "lookups")) {
            final Map<String, String> properties = new HashMap<>();
            properties.put("Rules", RULES);
            properties.put("erp", erp(flow, postgres));
            properties.put("directory", directory(flow));
            properties.put("registry", registry(flow, registry));
            flow.run("""
                    [{"source_id": "1", "last_name": "Lovelace", "email": "ada@example.org", "phone": null, "mobile": null, "city": "London", "country": "GB"},
                     {"source_id": "2", "last_name": "Hopper", "email": "grace@example.org", "phone": null, "mobile": null, "city": "Lyon", "country": "GB"},
                     {"source_id": "3", "last_name": "Clarke", "email": "edith@example.org", "phone": null, "mobile": null, "city": "York", "country": "GB"},
                     {"source_id": "4", "last_name": "Vaughan", "email": "dora@example.org", "phone": null, "mobile": null, "city": null, "country": "GB"}]""",
                    properties);

            final JsonNode customers = flow.success();
            assertEquals("+442079460018", customers.at("/0/phone").asText());
            assertEquals(Map.of("LOOKUP_FILLED", "erp"), lookups(customers.get(0)));
            assertEquals("Leeds", customers.at("/1/city").asText());
            assertEquals(Map.of("LOOKUP_CORRECTED", "directory"), lookups(customers.get(1)));
            assertEquals("+447400123456", customers.at("/2/mobile").asText());
            assertEquals(Map.of("LOOKUP_FILLED", "registry"), lookups(customers.get(2)));
            assertTrue(customers.at("/3/city").isNull());
            assertTrue(lookups(customers.get(3)).containsKey("LOOKUP_CONFLICT"));
            assertEquals("{\"conflicts\":1,\"hits\":2,\"misses\":2}", flow.report().at("/lookups/erp").toString());
            assertEquals("{\"hits\":1,\"misses\":3}", flow.report().at("/lookups/registry").toString());
        } finally {
            registry.stop(0);
        }
    }

    @Test
    void aSystemThatHangsIsLeftAloneAndTheRecordsGoOn(final NifiApi nifi) throws Exception {
        final CountDownLatch end = new CountDownLatch(1);
        final AtomicInteger asked = new AtomicInteger();
        final HttpServer registry = registry(exchange -> {
            asked.incrementAndGet();
            waitFor(end);
            answer(exchange, "[]");
        });
        final int records = FAILURES_TO_OPEN + 3;
        try (LookupFlow flow = new LookupFlow(nifi, "hanging_lookup")) {
            flow.run(IntStream.range(0, records).mapToObj("{\"last_name\": \"Lovelace\", \"email\": \"ada%d@example.org\", \"mobile\": null}"::formatted)
                    .collect(Collectors.joining(",", "[", "]")), Map.of("registry", registry(flow, registry), "Lookup Timeout", "1 sec"));

            assertEquals(records, flow.success().size());
            assertEquals(List.of("LOOKUP_UNAVAILABLE"), flow.success().get(records - 1).findValuesAsText("code"));
            assertEquals("{\"errors\":%d}".formatted(records), flow.report().at("/lookups/registry").toString());
            assertEquals(FAILURES_TO_OPEN, asked.get());
        } finally {
            end.countDown();
            registry.stop(0);
        }
    }

    private static void createErp(final PostgresServer postgres) throws Exception {
        postgres.createDatabase(DATABASE);
        try (Connection connection = postgres.connect(DATABASE); Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE erp (id text PRIMARY KEY, telephone text, town text)");
            statement.execute("INSERT INTO erp VALUES ('1', '020 7946 0018', 'London'), ('4', NULL, 'London')");
        }
    }

    private static String erp(final LookupFlow flow, final PostgresServer postgres) throws Exception {
        final Path driver = Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        final String pool = flow.service("org.apache.nifi.dbcp.DBCPConnectionPool", Map.of("Database Connection URL", postgres.url(DATABASE),
                "Database Driver Class Name", Driver.class.getName(), "database-driver-locations", driver.toString(), "Database User", PostgresServer.USER));
        return flow.service("org.apache.nifi.lookup.db.DatabaseRecordLookupService", Map.of("dbrecord-lookup-dbcp-service", pool,
                "dbrecord-lookup-table-name", "erp", "dbrecord-lookup-key-column", "id"));
    }

    private static String directory(final LookupFlow flow) throws IOException {
        final Path file = Files.writeString(flow.directory().resolve("directory.csv"), "email,city\ngrace@example.org,Leeds\ndora@example.org,Derby\n");
        return flow.service("org.apache.nifi.lookup.CSVRecordLookupService", Map.of("csv-file", file.toString(), "lookup-key-column", "email"));
    }

    private static String registry(final LookupFlow flow, final HttpServer server) {
        final String reader = flow.service("org.apache.nifi.json.JsonTreeReader", Map.of());
        return flow.service("org.apache.nifi.lookup.RestLookupService", Map.of("rest-lookup-record-reader", reader,
                "rest-lookup-url", "http://127.0.0.1:%d/customers?email=${email:urlEncode()}".formatted(server.getAddress().getPort())));
    }

    private static HttpServer registry(final HttpHandler handler) throws IOException {
        final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/customers", handler);
        server.start();
        return server;
    }

    private static void answer(final HttpExchange exchange, final String json) throws IOException {
        final byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private static void waitFor(final CountDownLatch end) {
        try {
            end.await();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Codes of the findings of references with the system they come from. */
    private static Map<String, String> lookups(final JsonNode customer) {
        final Map<String, String> lookups = new HashMap<>();
        customer.path("issues").forEach(issue -> {
            if (issue.path("code").asText().startsWith("LOOKUP")) {
                lookups.put(issue.path("code").asText(), issue.path("source").asText());
            }
        });
        return lookups;
    }
}
