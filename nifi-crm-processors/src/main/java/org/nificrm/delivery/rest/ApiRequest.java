package org.nificrm.delivery.rest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * One request to a CRM.
 *
 * @param method  GET, POST, PUT, PATCH or DELETE
 * @param path    below the CRM's base address, starting with a slash, already encoded; with the query
 * @param headers besides those that authorize
 * @param body    what to send, or null
 */
public record ApiRequest(String method, String path, Map<String, String> headers, byte[] body) {

    private static final String CONTENT_TYPE = "Content-Type";

    public ApiRequest {
        Objects.requireNonNull(method, "method");
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("the path of a request starts with a slash");
        }

        headers = Map.copyOf(headers);
    }

    public static ApiRequest get(final String path) {
        return new ApiRequest("GET", path, Map.of("Accept", "application/json"), null);
    }

    /** A request that carries JSON. */
    public static ApiRequest json(final String method, final String path, final String body) {
        return new ApiRequest(method, path, Map.of("Accept", "application/json", CONTENT_TYPE, "application/json"), body.getBytes(StandardCharsets.UTF_8));
    }
}
