package org.nificrm.delivery.declared;

import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.rest.ApiRequest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A request with placeholders.
 *
 * @param method  GET, POST, PUT, PATCH or DELETE
 * @param path    below the address of the CRM
 * @param query   parameters in their order
 * @param headers a header that needs a value which is not there is left out
 * @param json    body, or null
 * @param text    body that is no JSON, or null
 */
record RequestTemplate(String method, TextTemplate path, List<Parameter> query, Map<String, TextTemplate> headers, JsonTemplate json, TextTemplate text) {

    /**
     * A parameter of the query.
     *
     * @param each whether it is made for each key of a look-up
     * @param join what stands between what was made for each key; null for a parameter of its own for each
     */
    record Parameter(TextTemplate name, TextTemplate value, boolean each, String join) {
    }

    /**
     * @param variables for everything
     * @param keys      for the parameters that are made for each key
     * @throws UnfitValueException if a value cannot be written where it is wanted
     */
    ApiRequest render(final Variables variables, final List<Variables> keys) throws UnfitValueException {
        final Map<String, String> rendered = new HashMap<>(Map.of("Accept", "application/json"));
        if (json != null) {
            rendered.put("Content-Type", "application/json");
        }

        for (final Map.Entry<String, TextTemplate> header : headers.entrySet()) {
            if (header.getValue().isComplete(variables)) {
                rendered.put(header.getKey(), header(header.getValue().render(variables)));
            }
        }

        return new ApiRequest(method, path.render(variables) + query(variables, keys), rendered, body(variables));
    }

    private static String header(final String value) throws UnfitValueException {
        if (value.chars().anyMatch(character -> character < ' ' || character > '~')) {
            throw new UnfitValueException("KEY_UNSUPPORTED", "The value has characters that no header may have. Change it at its source");
        }

        return value;
    }

    private String query(final Variables variables, final List<Variables> keys) throws UnfitValueException {
        final List<String> pairs = new ArrayList<>();
        for (final Parameter parameter : query) {
            final String name = Encoder.URL.encode(parameter.name().render(variables));
            final List<String> values = new ArrayList<>();
            for (final Variables each : parameter.each() ? keys : List.of(variables)) {
                values.add(parameter.value().render(each));
            }

            for (final String value : parameter.join() == null ? values : List.of(String.join(parameter.join(), values))) {
                pairs.add(name + "=" + Encoder.URL.encode(value));
            }
        }

        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    private byte[] body(final Variables variables) throws UnfitValueException {
        if (json != null) {
            return json.render(variables).toString().getBytes(StandardCharsets.UTF_8);
        }

        return text == null ? null : text.render(variables).getBytes(StandardCharsets.UTF_8);
    }
}
