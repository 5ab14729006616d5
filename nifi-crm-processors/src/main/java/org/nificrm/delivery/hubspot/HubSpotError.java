package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what HubSpot says went wrong. The category of the body counts before the status, and what HubSpot did not write
 * itself, a proxy's page for example, is never a verdict on a record.
 */
final class HubSpotError {

    private static final Set<String> NO_ACCESS = Set.of("INVALID_AUTHENTICATION", "EXPIRED_AUTHENTICATION", "MISSING_SCOPES", "USER_LEVEL_OAUTH_TOKEN", "BANNED");
    private static final Set<String> CONFLICTS = Set.of("CONFLICT", "OBJECT_ALREADY_EXISTS", "UNIQUE_VALUE_CONFLICT");

    /** HubSpot locks a record for at least this long. */
    private static final Duration LOCKED = Duration.ofSeconds(2);

    private HubSpotError() {
    }

    static ApiError of(final ApiResponse response) {
        final JsonNode body = response.json();
        final boolean fromHubSpot = body.has("category") || body.has("message");
        final int status = response.status();
        final String category = category(body, "HTTP_" + status);
        final Duration asked = response.retryAfter(Instant.now()).orElse(null);
        final Duration wait = asked == null && status == 423 ? LOCKED : asked;
        return new ApiError("HubSpot", verdict(category, status, fromHubSpot), category, body.path("message").asText(""), wait);
    }

    /** An entry of the errors of an answer of several outcomes. */
    static ApiError of(final JsonNode error) {
        final String category = category(error, "ERROR");
        final int status = error.path("status").asInt(400);
        return new ApiError("HubSpot", verdict(category, status, true), category, error.path("message").asText(""), status == 423 ? LOCKED : null);
    }

    private static String category(final JsonNode error, final String otherwise) {
        final String category = error.path("category").asText("");
        return category.isBlank() ? otherwise : category.strip().toUpperCase(Locale.ROOT);
    }

    private static Verdict verdict(final String category, final int status, final boolean fromHubSpot) {
        if (NO_ACCESS.contains(category) || status == 401 || status == 403 || status == 407) {
            return Verdict.UNAVAILABLE;
        }

        if (category.equals("RATE_LIMITS") || status == 423 || status == 429 || status == 477) {
            return Verdict.NOT_NOW;
        }

        if (status >= 500 || status < 300) {
            return Verdict.UNCERTAIN;
        }

        if (!fromHubSpot || status < 400 || status == 405) {
            return status == 413 ? Verdict.REJECTED : Verdict.UNAVAILABLE;
        }

        if (category.equals("OBJECT_NOT_FOUND")) {
            return Verdict.CHANGED;
        }

        if (status == 404) {
            return Verdict.UNAVAILABLE;
        }

        return CONFLICTS.contains(category) || status == 409 ? Verdict.CONFLICT : Verdict.REJECTED;
    }
}
