package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiResponse;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * One rule about answers; it holds where all of its conditions do.
 *
 * @param actions    requests whose answers it is about; empty for all
 * @param statuses   HTTP statuses; empty for all
 * @param headers    what the named headers must contain
 * @param pointer    place in the body that must exist, or null
 * @param body       what the text at that place, or else the body as it came, must contain; null for anything
 * @param empty      whether the body must be empty
 * @param verdict    what follows
 * @param code       reason instead of the CRM's own, or null
 * @param message    sentence instead of the CRM's own, or null
 * @param retryAfter how long to wait where the CRM does not say; null for the usual pauses
 */
record Rule(Set<Action> actions, List<StatusRange> statuses, Map<String, Pattern> headers, JsonPointer pointer, Pattern body, boolean empty,
        Verdict verdict, String code, String message, Duration retryAfter) {

    /** Statuses from one to another, both included. */
    record StatusRange(int from, int to) {

        /** Reads {@code 404} or {@code 5xx}. */
        static StatusRange of(final String text) {
            if (text.matches("[1-5]\\d\\d")) {
                return new StatusRange(Integer.parseInt(text), Integer.parseInt(text));
            }

            if (text.matches("[1-5]xx")) {
                final int hundreds = (text.charAt(0) - '0') * 100;
                return new StatusRange(hundreds, hundreds + 99);
            }

            throw new IllegalArgumentException("is '%s'; write a status such as \"404\" or a class such as \"5xx\"".formatted(text));
        }

        boolean contains(final int status) {
            return status >= from && status <= to;
        }
    }

    /**
     * @param action null for a request of any kind
     */
    boolean matches(final Action action, final ApiResponse response) {
        return (actions.isEmpty() || actions.contains(action))
                && (statuses.isEmpty() || statuses.stream().anyMatch(range -> range.contains(response.status())))
                && headers.entrySet().stream().allMatch(header -> response.header(header.getKey()).filter(value -> header.getValue().matcher(value).find()).isPresent())
                && (!empty || new String(response.body(), StandardCharsets.UTF_8).isBlank())
                && bodyMatches(response);
    }

    private boolean bodyMatches(final ApiResponse response) {
        if (pointer == null) {
            return body == null || body.matcher(new String(response.body(), StandardCharsets.UTF_8)).find();
        }

        final JsonNode place = response.json().at(pointer);
        return !place.isMissingNode() && !place.isNull() && (body == null || body.matcher(place.isValueNode() ? place.asText() : place.toString()).find());
    }
}
