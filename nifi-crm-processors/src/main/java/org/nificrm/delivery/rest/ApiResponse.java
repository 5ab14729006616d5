package org.nificrm.delivery.rest;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What a CRM answered.
 *
 * @param status  HTTP status
 * @param headers by name in any case
 * @param body    as it came
 */
public record ApiResponse(int status, Map<String, String> headers, byte[] body) {

    private static final JsonMapper MAPPER = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    public ApiResponse {
        final Map<String, String> byName = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byName.putAll(headers);
        headers = byName;
    }

    public boolean isSuccess() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(final String name) {
        return Optional.ofNullable(headers.get(name));
    }

    /** How long the CRM asks to wait; empty if it does not say. */
    public Optional<Duration> retryAfter(final Instant now) {
        return header("Retry-After").flatMap(value -> RetryAfter.parse(value, now));
    }

    /** The body as JSON; a missing node where it is none: a proxy's page, half an answer, nothing at all. */
    public JsonNode json() {
        try {
            final JsonNode node = MAPPER.readTree(body);
            return node == null ? MissingNode.getInstance() : node;
        } catch (final IOException e) {
            return MissingNode.getInstance();
        }
    }
}
