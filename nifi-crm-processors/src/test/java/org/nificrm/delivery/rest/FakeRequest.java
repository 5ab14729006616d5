package org.nificrm.delivery.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request as a fake CRM got it.
 *
 * @param path    decoded, without the query
 * @param query   decoded parameters; the values of a repeated one stand on lines of their own
 * @param headers by name in any case
 */
public record FakeRequest(String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    static FakeRequest read(final HttpExchange exchange) throws IOException {
        final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return new FakeRequest(exchange.getRequestMethod(), exchange.getRequestURI().getPath(), query(exchange.getRequestURI()), headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> query(final URI address) {
        final Map<String, String> query = new HashMap<>();
        if (address.getRawQuery() != null) {
            for (final String parameter : address.getRawQuery().split("&")) {
                final String[] parts = parameter.split("=", 2);
                query.merge(decoded(parts[0]), parts.length == 1 ? "" : decoded(parts[1]), (first, next) -> first + "\n" + next);
            }
        }

        return query;
    }

    private static String decoded(final String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    public String header(final String name) {
        return headers.get(name);
    }

    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    public JsonNode json() {
        try {
            return MAPPER.readTree(body);
        } catch (final IOException e) {
            throw new IllegalArgumentException("the request to %s is no JSON".formatted(path), e);
        }
    }

    /** Method and path. */
    public String line() {
        return method + " " + path;
    }
}
