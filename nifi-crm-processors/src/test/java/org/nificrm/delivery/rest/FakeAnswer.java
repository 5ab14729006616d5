package org.nificrm.delivery.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpExchange;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a fake CRM answers.
 *
 * @param results the part of the body that has one entry a record, which may be spoilt; null if it has none
 */
public record FakeAnswer(int status, Map<String, String> headers, Object body, ArrayNode results) {

    public static FakeAnswer json(final int status, final JsonNode body) {
        return new FakeAnswer(status, Map.of("Content-Type", "application/json"), body, null);
    }

    public static FakeAnswer text(final int status, final String contentType, final String body) {
        return new FakeAnswer(status, Map.of("Content-Type", contentType), body, null);
    }

    public static FakeAnswer empty(final int status) {
        return new FakeAnswer(status, Map.of(), "", null);
    }

    /** A page that the CRM did not write, such as a proxy's. */
    static FakeAnswer page(final int status) {
        return text(status, "text/html", "<html><body>Back soon</body></html>");
    }

    public FakeAnswer withHeader(final String name, final String value) {
        final Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new FakeAnswer(status, more, body, results);
    }

    public FakeAnswer withStatus(final int other) {
        return new FakeAnswer(other, headers, body, results);
    }

    /** @param other written by its toString when the answer is sent */
    public FakeAnswer withBody(final Object other) {
        return new FakeAnswer(status, headers, other, results);
    }

    /** @param node part of the body */
    public FakeAnswer withResults(final ArrayNode node) {
        return new FakeAnswer(status, headers, body, node);
    }

    void send(final HttpExchange exchange) throws IOException {
        send(exchange, bytes().length);
    }

    /** The connection ends in the middle of the body. */
    void sendHalf(final HttpExchange exchange) throws IOException {
        send(exchange, bytes().length / 2);
    }

    private void send(final HttpExchange exchange, final int length) throws IOException {
        final byte[] bytes = bytes();
        headers.forEach(exchange.getResponseHeaders()::set);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes, 0, length);
        exchange.getResponseBody().flush();
        exchange.close();
    }

    private byte[] bytes() {
        return body.toString().getBytes(StandardCharsets.UTF_8);
    }
}
