package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;

/**
 * Reads what Zoho says went wrong, with a request or with one record of it. Its code counts before the status; what it did
 * not write itself is never a verdict on a record.
 */
final class ZohoError {

    private static final Set<String> NO_ACCESS = Set.of("INVALID_TOKEN", "AUTHENTICATION_FAILURE", "OAUTH_SCOPE_MISMATCH", "NO_PERMISSION", "INVALID_MODULE",
            "INVALID_URL_PATTERN", "INVALID_REQUEST_METHOD");
    private static final Set<String> NOT_NOW = Set.of("TOO_MANY_REQUESTS", "RECORD_LOCKED", "ALREADY_SCHEDULED");
    private static final Set<String> CONFLICTS = Set.of("DUPLICATE_DATA", "DUPLICATE_LINKING_DATA");
    private static final Set<String> CHANGED = Set.of("ALREADY_MODIFIED", "RECORD_NOT_FOUND", "NO_RECORDS_FOUND");

    private ZohoError() {
    }

    static ApiError of(final ApiResponse response) {
        return of(response.json(), response.status(), response.retryAfter(Instant.now()).orElse(null));
    }

    /** An entry of an answer of several outcomes. */
    static ApiError of(final JsonNode entry) {
        return of(entry, 400, null);
    }

    private static ApiError of(final JsonNode error, final int status, final Duration retryAfter) {
        final String code = error.path("code").asText("").strip().toUpperCase(Locale.ROOT);
        return new ApiError("Zoho", verdict(code, error.at("/details/api_name").asText(), status), code.isEmpty() ? "HTTP_" + status : code,
                sentence(error), retryAfter);
    }

    private static String sentence(final JsonNode error) {
        final String message = error.path("message").asText("");
        final String field = error.at("/details/api_name").asText("");
        return field.isEmpty() ? message : "%s (%s)".formatted(message, field);
    }

    private static Verdict verdict(final String code, final String field, final int status) {
        if (NOT_NOW.contains(code) || status == 429 || status == 423) {
            return Verdict.NOT_NOW;
        }

        if (NO_ACCESS.contains(code) || status == 401 || status == 403 || status == 407) {
            return Verdict.UNAVAILABLE;
        }

        if (code.equals("INTERNAL_ERROR") || status >= 500 || status < 300) {
            return Verdict.UNCERTAIN;
        }

        if (code.isEmpty()) {
            return status == 413 ? Verdict.REJECTED : Verdict.UNAVAILABLE;
        }

        if (CONFLICTS.contains(code)) {
            return Verdict.CONFLICT;
        }

        return CHANGED.contains(code) || code.equals("INVALID_DATA") && field.equals("id") ? Verdict.CHANGED : Verdict.REJECTED;
    }
}
