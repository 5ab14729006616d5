package org.nificrm.benchmarks.bench.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The interface of Odoo over a CRM that takes its time. Of each record it keeps a number only, so that what grows is not its own
 * memory.
 */
final class FakeCrm implements AutoCloseable {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIELDS = """
            {"ref": {"type": "char"}, "name": {"type": "char"}, "email": {"type": "char"}, "phone": {"type": "char"}, "city": {"type": "char"},
                "write_time": {"type": "datetime"}}""";

    private final Map<String, Long> ids = new ConcurrentHashMap<>();
    private final AtomicLong requests = new AtomicLong();
    private final AtomicLong lastId = new AtomicLong();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final long latencyMilliseconds;
    private final boolean remembering;

    /**
     * @param latencyMilliseconds before each answer
     * @param remembering         whether records that were created are found
     */
    FakeCrm(final long latencyMilliseconds, final boolean remembering) throws IOException {
        this.latencyMilliseconds = latencyMilliseconds;
        this.remembering = remembering;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/json/2/res.partner/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    long requests() {
        return requests.get();
    }

    private void handle(final HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        final JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        final byte[] answer = answer(exchange.getRequestURI().getPath().replaceFirst("^.*/", ""), body).getBytes(StandardCharsets.UTF_8);
        pause();
        exchange.sendResponseHeaders(200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private String answer(final String method, final JsonNode body) {
        return switch (method) {
            case "fields_get" -> FIELDS;
            case "search_read" -> list(body.at("/domain/0/2")).toString();
            case "create" -> "[" + create(body.at("/vals_list/0/ref").asText()) + "]";
            default -> "true";
        };
    }

    private long create(final String key) {
        return remembering ? ids.computeIfAbsent(key, one -> lastId.incrementAndGet()) : lastId.incrementAndGet();
    }

    private ArrayNode list(final JsonNode keys) {
        final ArrayNode list = MAPPER.createArrayNode();
        for (final JsonNode key : keys) {
            final Long id = ids.get(key.asText());
            if (id != null) {
                final ObjectNode record = list.addObject();
                record.put("id", id).put("ref", key.asText());
            }
        }

        return list;
    }

    private void pause() {
        if (latencyMilliseconds > 0) {
            try {
                Thread.sleep(latencyMilliseconds);
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
