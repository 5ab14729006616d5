package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Contacts of EspoCRM in memory, without a unique index: whoever creates a key twice has it twice. It outlives NiFi, and commits some
 * time before it answers.
 */
final class FakeRestCrm implements AutoCloseable {

    static final String API_KEY = "key-only-for-this-test";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String FIELDS = """
            {"crmKey": {"type": "varchar"}, "crmUpdatedAt": {"type": "datetime"}, "firstName": {"type": "varchar"}, "lastName": {"type": "varchar"},
                "emailAddress": {"type": "email"}, "phoneNumber": {"type": "phone"}, "addressCity": {"type": "varchar"}, "addressCountry": {"type": "varchar"}}""";

    private final Map<String, ObjectNode> contacts = new TreeMap<>();
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final long answerMilliseconds;

    /** @param answerMilliseconds from the commit to the answer */
    FakeRestCrm(final long answerMilliseconds) throws IOException {
        this.answerMilliseconds = answerMilliseconds;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v1/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** How often each key is there. */
    synchronized Map<String, Integer> keys() {
        final Map<String, Integer> keys = new TreeMap<>();
        contacts.values().forEach(contact -> keys.merge(contact.path("crmKey").asText(), 1, Integer::sum));
        return keys;
    }

    synchronized int size() {
        return contacts.size();
    }

    /** What a field holds, by key. */
    synchronized Map<String, String> values(final String field) {
        final Map<String, String> values = new TreeMap<>();
        contacts.values().forEach(contact -> values.put(contact.path("crmKey").asText(), contact.path(field).asText()));
        return values;
    }

    private void handle(final HttpExchange exchange) throws IOException {
        final byte[] body = exchange.getRequestBody().readAllBytes();
        final boolean known = API_KEY.equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        final byte[] answer = known ? answer(exchange, body).getBytes(StandardCharsets.UTF_8) : new byte[0];
        pause();
        exchange.sendResponseHeaders(known ? 200 : 401, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private synchronized String answer(final HttpExchange exchange, final byte[] body) throws IOException {
        final String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/Metadata")) {
            return FIELDS;
        }

        return switch (exchange.getRequestMethod()) {
            case "GET" -> list(exchange.getRequestURI().getRawQuery());
            case "POST" -> store(Integer.toString(contacts.size() + 1), MAPPER.readTree(body));
            default -> store(path.replaceFirst("^.*/", ""), MAPPER.readTree(body));
        };
    }

    private String list(final String query) {
        final List<String> wanted = new ArrayList<>();
        for (final String parameter : query == null ? new String[0] : query.split("&")) {
            final String[] parts = URLDecoder.decode(parameter, StandardCharsets.UTF_8).split("=", 2);
            if (parts[0].equals("whereGroup[0][value][]")) {
                wanted.add(parts[1]);
            }
        }

        final ObjectNode answer = MAPPER.createObjectNode();
        contacts.values().stream().filter(contact -> wanted.contains(contact.path("crmKey").asText())).forEach(answer.withArray("list")::add);
        return answer.put("total", answer.path("list").size()).toString();
    }

    private String store(final String id, final JsonNode values) {
        final ObjectNode contact = contacts.computeIfAbsent(id, one -> MAPPER.createObjectNode().put("id", one));
        values.properties().forEach(value -> contact.set(value.getKey(), value.getValue()));
        return contact.toString();
    }

    private void pause() {
        try {
            Thread.sleep(answerMilliseconds);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
