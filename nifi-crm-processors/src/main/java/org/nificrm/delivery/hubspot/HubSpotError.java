package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.RetryAfter;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What HubSpot says went wrong with a request or with one record of it. The category of the body counts before the status,
 * and what HubSpot did not write itself, a proxy's page for example, is never a verdict on a record.
 *
 * @param verdict    what follows from it
 * @param code       HubSpot's category, or the status where there is none
 * @param message    HubSpot's sentence, which may quote the record
 * @param retryAfter how long HubSpot asks to wait; null if it does not say
 */
record HubSpotError(Verdict verdict, String code, String message, Duration retryAfter) {

    enum Verdict {
        /** Nobody can be served. */
        UNAVAILABLE,
        /** It was not carried out; later it may be. */
        NOT_NOW,
        /** Nobody knows whether it was carried out. */
        UNCERTAIN,
        /** The record that was to be written is not there. */
        GONE,
        /** Another record stands against it. */
        CONFLICT,
        /** The record will never be taken as it is. */
        REJECTED
    }

    private static final Set<String> NO_ACCESS = Set.of("INVALID_AUTHENTICATION", "EXPIRED_AUTHENTICATION", "MISSING_SCOPES", "USER_LEVEL_OAUTH_TOKEN", "BANNED");
    private static final Set<String> CONFLICTS = Set.of("CONFLICT", "OBJECT_ALREADY_EXISTS", "UNIQUE_VALUE_CONFLICT");

    /** HubSpot locks a record for at least this long. */
    private static final Duration LOCKED = Duration.ofSeconds(2);

    static HubSpotError of(final ApiResponse response) {
        final JsonNode body = response.json();
        final boolean fromHubSpot = body.has("category") || body.has("message");
        final int status = response.status();
        final String category = category(body, "HTTP_" + status);
        final Duration asked = response.header("Retry-After").flatMap(value -> RetryAfter.parse(value, Instant.now())).orElse(null);
        final Duration wait = asked == null && status == 423 ? LOCKED : asked;
        return new HubSpotError(verdict(category, status, fromHubSpot), category, body.path("message").asText(""), wait);
    }

    /** An entry of the errors of an answer of several outcomes. */
    static HubSpotError of(final JsonNode error) {
        final String category = category(error, "ERROR");
        final int status = error.path("status").asInt(400);
        return new HubSpotError(verdict(category, status, true), category, error.path("message").asText(""), status == 423 ? LOCKED : null);
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
            return Verdict.GONE;
        }

        if (status == 404) {
            return Verdict.UNAVAILABLE;
        }

        return CONFLICTS.contains(category) || status == 409 ? Verdict.CONFLICT : Verdict.REJECTED;
    }

    /** For the one record that it is about. */
    Outcome asOutcome() {
        final String sentence = message.isBlank() ? "HubSpot gives no reason" : message;
        return switch (verdict) {
            case UNAVAILABLE, NOT_NOW, GONE -> Outcome.retryable(code, sentence, retryAfter);
            case UNCERTAIN -> new Outcome(Outcome.Status.UNKNOWN, null, code, sentence, retryAfter, List.of());
            case CONFLICT -> Outcome.conflict(null, code, sentence);
            case REJECTED -> Outcome.rejected(code, sentence);
        };
    }

    /** For the request as a whole. HubSpot's own sentence stays out of it: it may quote a record. */
    CrmException asException() {
        return switch (verdict) {
            case UNAVAILABLE -> new CrmException(Kind.UNAVAILABLE, code,
                    "HubSpot gives no access (%s). Check token, scopes, API version and object".formatted(code), retryAfter, null);
            case NOT_NOW, UNCERTAIN -> new CrmException(Kind.TRANSIENT, code, "HubSpot did not serve the request (%s)".formatted(code), retryAfter, null);
            case GONE, CONFLICT, REJECTED -> new CrmException(Kind.REFUSED, code, "HubSpot refused the request (%s)".formatted(code), null);
        };
    }
}
