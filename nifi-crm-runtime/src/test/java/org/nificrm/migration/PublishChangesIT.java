package org.nificrm.migration;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.nificrm.runtime.NifiApi;
import org.nificrm.runtime.RealNifi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

@ExtendWith(RealNifi.class)
class PublishChangesIT {

    private static final byte[] KEY = "a secret of two, only for a test".getBytes(StandardCharsets.UTF_8);
    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final String SCHEMA = """
            {"type": "record", "name": "customer", "fields": [
              {"name": "golden_id", "type": ["null", "string"]}, {"name": "full_name", "type": ["null", "string"]},
              {"name": "crm_status", "type": ["null", "string"]}]}""";

    /** By message id, of those whose signature is right. */
    private final Map<String, String> received = new ConcurrentHashMap<>();
    private final AtomicInteger forged = new AtomicInteger();
    private final AtomicInteger busy = new AtomicInteger();

    @Test
    void everyChangeReachesTheSubscriberOnceAndWhatItRefusesIsKept(final NifiApi nifi) throws Exception {
        final Path directory = Files.createTempDirectory(Files.createDirectories(ImportedFlow.directory("publish_changes")), "run");
        final HttpServer subscriber = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        subscriber.createContext("/", this::take);
        subscriber.start();
        busy.set(2);
        try (ImportedFlow flow = new ImportedFlow(nifi, "publish-changes", "Publish Changes", Map.of(
                "Subscriber URL", "http://127.0.0.1:%d/customers".formatted(subscriber.getAddress().getPort()),
                "Subscriber Secret", "whsec_" + Base64.getEncoder().encodeToString(KEY),
                "Customers per Message", "2",
                "Quarantine Directory", directory.toString()))) {
            final String changes = flow.feed("written customers", customers("created", 5) + customers("updated", 1) + customers("unchanged", 3),
                    Map.of("avro.schema", SCHEMA));
            final String unwanted = flow.feed("written customers", "{\"golden_id\": \"refuse me\", \"crm_status\": \"deleted\"}", Map.of("avro.schema", SCHEMA));
            flow.setPenalty("Count Attempts", "1 sec");
            assertEquals(List.of(), flow.invalidProcessors());
            flow.start();

            nifi.setState(changes, "RUN_ONCE");
            Await.until(TIMEOUT, () -> received.size() == 4, () -> received);
            nifi.setState(unwanted, "RUN_ONCE");
            Await.until(TIMEOUT, () -> deadLetters(directory) == 1, () -> deadLetters(directory));
            flow.awaitIdle();

            assertEquals(3, count("customer.created"));
            assertEquals(1, count("customer.updated"));
            assertEquals(4, received.size());
            assertEquals(0, forged.get());
            assertTrue(busy.get() < 0);
        } finally {
            subscriber.stop(0);
        }
    }

    private static String customers(final String status, final int count) {
        return "{\"golden_id\": \"%s\", \"full_name\": \"王小明\", \"crm_status\": \"%s\"}\n".formatted(status, status).repeat(count);
    }

    /** As a subscriber would: checks the signature, refuses what it does not want, is busy at first. */
    private void take(final HttpExchange exchange) throws IOException {
        final String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        final String id = exchange.getRequestHeaders().getFirst("webhook-id");
        final int status;
        if (!signature(id, exchange.getRequestHeaders().getFirst("webhook-timestamp"), body).equals(exchange.getRequestHeaders().getFirst("webhook-signature"))) {
            forged.incrementAndGet();
            status = 401;
        } else if (body.contains("refuse me")) {
            status = 410;
        } else if (busy.getAndDecrement() > 0) {
            status = 503;
        } else {
            status = received.put(id, body) == null ? 204 : 500;
        }

        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private static String signature(final String id, final String time, final String body) {
        try {
            final Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal("%s.%s.%s".formatted(id, time, body).getBytes(StandardCharsets.UTF_8)));
        } catch (final GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long count(final String type) throws IOException {
        long count = 0;
        for (final String body : received.values()) {
            count += new ObjectMapper().readTree(body).path("type").asText().equals(type) ? 1 : 0;
        }

        return count;
    }

    private static long deadLetters(final Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).filter(file -> file.toString().contains("dead_letters")).count();
        } catch (final IOException e) {
            return 0;
        }
    }
}
