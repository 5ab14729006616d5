package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** HubSpot's contacts with a unique property {@code crm_key}, in memory, whose answers go wrong as a test tells it. */
final class FakeHubSpot implements AutoCloseable {

    /** A last name that HubSpot refuses for its record alone, one that stands against another record, one that spoils the batch. */
    static final String INVALID = "Invalid";
    static final String TAKEN = "Taken";
    static final String POISON = "Poison";

    static final String TOKEN = "pat-secret";

    enum Fault {
        NONE, THROTTLED_WITH_RETRY_AFTER, THROTTLED, DAILY_QUOTA, LOCKED, ERROR_BEFORE, ERROR_AFTER, UNAVAILABLE_PAGE, RESET_BEFORE, RESET_AFTER,
        HALF_BODY, PAGE_AFTER, SHUFFLED, SHORT, DOUBLED, EMPTY_207, TOKEN_EXPIRED, TRACES_LOST
    }

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Map<String, ObjectNode> records = new TreeMap<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final List<JsonNode> bodies = Collections.synchronizedList(new ArrayList<>());
    private final HttpServer server;
    private final ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor();
    private final Random random;
    private volatile Supplier<Fault> faults = () -> Fault.NONE;
    private int lastId;
    private int stepsBack;

    FakeHubSpot(final long seed) throws IOException {
        random = new Random(seed);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.setExecutor(executor);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void failWith(final Supplier<Fault> chosen) {
        faults = chosen;
    }

    synchronized Map<String, ObjectNode> records() {
        return new TreeMap<>(records);
    }

    synchronized String value(final String key, final String property) {
        return records.get(key).path("properties").path(property).asText();
    }

    /** How often older data replaced newer. */
    synchronized int stepsBack() {
        return stepsBack;
    }

    List<String> requests() {
        return requests;
    }

    List<JsonNode> bodies() {
        return bodies;
    }

    private void handle(final HttpExchange exchange) throws IOException {
        final byte[] body = exchange.getRequestBody().readAllBytes();
        final String path = exchange.getRequestURI().getPath();
        requests.add(exchange.getRequestMethod() + " " + path);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            send(exchange, 401, error("INVALID_AUTHENTICATION", "Who are you"));
            return;
        }

        if (path.endsWith("/properties/contacts") || path.endsWith("/properties/2026-03/contacts")) {
            send(exchange, 200, properties());
            return;
        }

        final String action = path.replaceFirst("^/crm/(v3/objects|objects/2026-03)/contacts/batch/", "");
        final JsonNode request = MAPPER.readTree(body);
        bodies.add(request);
        final Fault fault = faults.get();
        switch (fault) {
            case THROTTLED_WITH_RETRY_AFTER -> {
                exchange.getResponseHeaders().set("Retry-After", "0");
                send(exchange, 429, throttled("TEN_SECONDLY_ROLLING"));
            }
            case THROTTLED -> send(exchange, 429, throttled("TEN_SECONDLY_ROLLING"));
            case DAILY_QUOTA -> send(exchange, 429, throttled("DAILY"));
            case LOCKED -> send(exchange, 423, error("LOCKED", "Locked"));
            case ERROR_BEFORE -> send(exchange, 500, error("INTERNAL_ERROR", "Sorry"));
            case UNAVAILABLE_PAGE -> sendPage(exchange, 503);
            case TOKEN_EXPIRED -> send(exchange, 401, error("EXPIRED_AUTHENTICATION", "Token expired"));
            case RESET_BEFORE -> exchange.close();
            case ERROR_AFTER -> {
                answer(action, request);
                send(exchange, 500, error("INTERNAL_ERROR", "Sorry"));
            }
            case RESET_AFTER -> {
                answer(action, request);
                exchange.close();
            }
            case PAGE_AFTER -> {
                answer(action, request);
                sendPage(exchange, 200);
            }
            case HALF_BODY -> sendHalf(exchange, answer(action, request));
            case NONE, SHUFFLED, SHORT, DOUBLED, EMPTY_207, TRACES_LOST -> sendSpoilt(exchange, fault, answer(action, request));
        }
    }

    private synchronized ObjectNode answer(final String action, final JsonNode request) {
        final JsonNode inputs = request.path("inputs");
        final Set<String> ids = new HashSet<>();
        for (final JsonNode input : inputs) {
            if (!ids.add(input.path("id").asText()) || !input.path("id").isTextual()) {
                return whole(400, "VALIDATION_ERROR", "Duplicate or missing ids");
            }

            for (final JsonNode value : input.path("properties")) {
                if (!value.isTextual()) {
                    return whole(400, "VALIDATION_ERROR", "A value is no string");
                }
            }

            if (input.path("properties").path("lastname").asText().equals(POISON)) {
                return whole(400, "VALIDATION_ERROR", "Property values were not valid: Poison");
            }
        }

        if (inputs.isEmpty() || inputs.size() > 100) {
            return whole(400, "VALIDATION_ERROR", "1 to 100 inputs");
        }

        return switch (action) {
            case "read" -> read(inputs);
            case "upsert", "update" -> write(action, inputs);
            case "archive" -> archive(inputs);
            default -> whole(404, "RESOURCE_NOT_FOUND", action);
        };
    }

    private static ObjectNode whole(final int status, final String category, final String message) {
        final ObjectNode answer = error(category, message);
        answer.put("httpStatus", status);
        return answer;
    }

    private ObjectNode read(final JsonNode inputs) {
        final ObjectNode answer = complete();
        final ArrayNode missing = MAPPER.createArrayNode();
        for (final JsonNode input : inputs) {
            final ObjectNode found = records.get(input.path("id").asText());
            if (found == null) {
                missing.add(input.path("id").asText());
            } else {
                answer.withArray("results").add(found.deepCopy());
            }
        }

        if (!missing.isEmpty()) {
            final ObjectNode error = error("OBJECT_NOT_FOUND", "Could not get some objects");
            error.putObject("context").set("ids", missing);
            answer.put("httpStatus", 207).put("numErrors", 1).putArray("errors").add(error);
        }

        return answer;
    }

    private ObjectNode write(final String action, final JsonNode inputs) {
        final ObjectNode answer = complete();
        for (final JsonNode input : inputs) {
            final String lastName = input.path("properties").path("lastname").asText();
            final String key = action.equals("upsert") ? input.path("id").asText() : keyOf(input.path("id").asText());
            if (lastName.equals(INVALID)) {
                addError(answer, error("VALIDATION_ERROR", "Not a last name: " + lastName), input);
            } else if (lastName.equals(TAKEN)) {
                addError(answer, error("CONFLICT", "Another record has it"), input);
            } else if (key == null) {
                addError(answer, error("OBJECT_NOT_FOUND", "Gone"), input);
            } else {
                answer.withArray("results").add(store(key, input));
            }
        }

        return answer;
    }

    private static void addError(final ObjectNode answer, final ObjectNode error, final JsonNode input) {
        error.putObject("context").putArray("objectWriteTraceId").add(input.path("objectWriteTraceId").asText());
        answer.put("httpStatus", 207);
        answer.withArray("errors").add(error);
        answer.put("numErrors", answer.path("errors").size());
    }

    private String keyOf(final String id) {
        return records.entrySet().stream().filter(record -> record.getValue().path("id").asText().equals(id)).map(Map.Entry::getKey).findFirst().orElse(null);
    }

    private ObjectNode store(final String key, final JsonNode input) {
        final boolean isNew = !records.containsKey(key);
        final ObjectNode record = records.computeIfAbsent(key, one -> create(key));
        final ObjectNode properties = record.withObject("/properties");
        final String changed = input.path("properties").path("changed").asText();
        if (!changed.isEmpty() && changed.compareTo(properties.path("changed").asText()) < 0) {
            stepsBack++;
        }

        input.path("properties").properties().forEach(property -> properties.set(property.getKey(), property.getValue()));
        return record.deepCopy().put("new", isNew).put("objectWriteTraceId", input.path("objectWriteTraceId").asText());
    }

    private ObjectNode create(final String key) {
        lastId++;
        final ObjectNode record = MAPPER.createObjectNode().put("id", Integer.toString(lastId));
        record.putObject("properties").put("crm_key", key);
        return record;
    }

    private ObjectNode archive(final JsonNode inputs) {
        for (final JsonNode input : inputs) {
            final String key = keyOf(input.path("id").asText());
            if (key != null) {
                records.remove(key);
            }
        }

        return complete().put("httpStatus", 204);
    }

    private static ObjectNode complete() {
        final ObjectNode answer = MAPPER.createObjectNode().put("status", "COMPLETE");
        answer.putArray("results");
        return answer;
    }

    private static ObjectNode error(final String category, final String message) {
        return MAPPER.createObjectNode().put("status", "error").put("category", category).put("message", message);
    }

    private static ObjectNode throttled(final String policy) {
        return error("RATE_LIMITS", "Too fast").put("policyName", policy);
    }

    private static ObjectNode properties() throws IOException {
        return (ObjectNode) MAPPER.readTree("""
                {"results": [
                    {"name": "crm_key", "type": "string", "fieldType": "text", "hasUniqueValue": true},
                    {"name": "email", "type": "string", "fieldType": "text"},
                    {"name": "lastname", "type": "string", "fieldType": "text"},
                    {"name": "changed", "type": "datetime", "fieldType": "date"},
                    {"name": "score", "type": "number", "fieldType": "number"},
                    {"name": "vip", "type": "bool", "fieldType": "booleancheckbox"},
                    {"name": "birthday", "type": "date", "fieldType": "date"},
                    {"name": "interests", "type": "enumeration", "fieldType": "checkbox", "options": [{"value": "art"}, {"value": "music"}]},
                    {"name": "hs_object_id", "type": "number", "modificationMetadata": {"readOnlyValue": true}}]}""");
    }

    private void sendSpoilt(final HttpExchange exchange, final Fault fault, final ObjectNode answer) throws IOException {
        if (answer.path("results").isArray()) {
            final List<JsonNode> results = new ArrayList<>();
            answer.path("results").forEach(results::add);
            switch (fault) {
                case SHUFFLED -> Collections.shuffle(results, random);
                case SHORT -> results.removeIf(result -> random.nextBoolean());
                case DOUBLED -> results.addAll(List.copyOf(results));
                case TRACES_LOST -> results.forEach(result -> ((ObjectNode) result).remove("objectWriteTraceId"));
                case EMPTY_207 -> {
                    results.clear();
                    answer.put("httpStatus", 207).put("numErrors", 0).remove("errors");
                }
                default -> {
                    // As it is.
                }
            }

            answer.putArray("results").addAll(results);
        }

        send(exchange, answer.path("httpStatus").asInt(200), answer);
    }

    private static void send(final HttpExchange exchange, final int status, final ObjectNode answer) throws IOException {
        answer.remove("httpStatus");
        final byte[] bytes = MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, status == 204 ? -1 : bytes.length);
        if (status != 204) {
            exchange.getResponseBody().write(bytes);
        }

        exchange.close();
    }

    private static void sendHalf(final HttpExchange exchange, final ObjectNode answer) throws IOException {
        final byte[] bytes = MAPPER.writeValueAsBytes(answer);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private static void sendPage(final HttpExchange exchange, final int status) throws IOException {
        final byte[] page = "<html><body>Back soon</body></html>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        executor.shutdownNow();
    }
}
