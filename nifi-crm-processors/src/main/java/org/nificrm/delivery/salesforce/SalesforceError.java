package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ThrottleRule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what Salesforce says went wrong. Its code counts before the status, which is 403 for a quota as for a missing
 * permission; what Salesforce did not write itself, a proxy's page for example, is never a verdict on a record.
 */
final class SalesforceError {

    /** The daily quota is told from too many long requests at a time by the message only. */
    static final ThrottleRule THROTTLE_RULE = response -> throttled(response, code(response.json()), message(response.json()));

    private static final String CRM = "Salesforce";
    private static final String LIMIT = "REQUEST_LIMIT_EXCEEDED";
    private static final String LOCKED = "UNABLE_TO_LOCK_ROW";
    private static final Set<String> NOT_NOW = Set.of(LIMIT, LOCKED, "SERVER_UNAVAILABLE", "QUERY_TIMEOUT", "ALL_OR_NONE_OPERATION_ROLLED_BACK",
            "PROCESSING_HALTED", "STORAGE_LIMIT_EXCEEDED");
    private static final Set<String> UNCERTAIN = Set.of("UNKNOWN_EXCEPTION", "REQUEST_RUNNING_TOO_LONG");
    private static final Set<String> GONE = Set.of("ENTITY_IS_DELETED", "NOT_FOUND");
    private static final Set<String> CONFLICTS = Set.of("DUPLICATES_DETECTED", "DUPLICATE_EXTERNAL_ID");

    /** The user, the app or the description of the object is to blame, not a record. */
    private static final Set<String> NO_ACCESS = Set.of("INVALID_SESSION_ID", "INVALID_AUTH_HEADER", "API_CURRENTLY_DISABLED", "API_DISABLED_FOR_ORG",
            "ORG_LOCKED", "FUNCTIONALITY_NOT_ENABLED", "UNSUPPORTED_API_VERSION", "INVALID_TYPE", "INVALID_FIELD");

    /** The fields are told apart from a colon in the message by the dashes that end them. */
    private static final Pattern JOB_ERROR = Pattern.compile("([A-Z][A-Z0-9_]+):(.*?)(?::([\\w, ]+?)?\\s*--)?", Pattern.DOTALL);

    private SalesforceError() {
    }

    private static Optional<Duration> throttled(final ApiResponse response, final String code, final String message) {
        if (code.equals(LIMIT)) {
            return Optional.of(message.contains("TotalRequests") ? ThrottleRule.QUOTA_WAIT : ThrottleRule.SHORT_WAIT);
        }

        return ThrottleRule.TOO_MANY_REQUESTS.waitAfter(response);
    }

    /** A response that is not what was asked for. */
    static ApiError of(final ApiResponse response) {
        return ofBody(response.status(), response.json(), response.retryAfter(Instant.now()).orElse(null));
    }

    static ApiError ofBody(final int status, final JsonNode body, final Duration retryAfter) {
        final String code = code(body);
        final Verdict verdict = code.isEmpty() ? foreign(status) : verdict(status, code, message(body));
        return new ApiError(CRM, verdict, code.isEmpty() ? "HTTP_" + status : code, message(body), retryAfter);
    }

    private static String code(final JsonNode body) {
        return body.path(0).path("errorCode").asText("");
    }

    private static String message(final JsonNode body) {
        return body.path(0).path("message").asText("");
    }

    /** By the status of what Salesforce did not write. */
    private static Verdict foreign(final int status) {
        return switch (status) {
            case 413, 414, 431 -> Verdict.REJECTED;
            case 429 -> Verdict.NOT_NOW;
            default -> status >= 500 || status < 300 ? Verdict.UNCERTAIN : Verdict.UNAVAILABLE;
        };
    }

    private static Verdict verdict(final int status, final String code, final String message) {
        if (NOT_NOW.contains(code) || status == 429) {
            return Verdict.NOT_NOW;
        }

        if (isForeignKeyMissing(code, message)) {
            return Verdict.REJECTED;
        }

        if (NO_ACCESS.contains(code) || status == 401 || status == 403 || status == 404 || status == 405) {
            return Verdict.UNAVAILABLE;
        }

        return status >= 500 || UNCERTAIN.contains(code) ? Verdict.UNCERTAIN : Verdict.REJECTED;
    }

    /** Salesforce has the same code for a field that it has not. */
    private static boolean isForeignKeyMissing(final String code, final String message) {
        return code.equals("INVALID_FIELD") && message.startsWith("Foreign key external ID");
    }

    /**
     * The errors of one record of an answer of several outcomes.
     *
     * @param errors   of the record; the first counts
     * @param keyField by which records are found
     * @param isKnown  whether the record was found before it was written
     */
    static ApiError ofRecord(final JsonNode errors, final String keyField, final boolean isKnown) {
        final JsonNode error = errors.path(0);
        final String code = error.path("statusCode").asText("");
        final String message = error.path("message").asText("");
        if (code.isBlank()) {
            return new ApiError(CRM, Verdict.UNCERTAIN, "NO_REASON", message, null);
        }

        return new ApiError(CRM, recordVerdict(code, message, keyField, isKnown && error.path("fields").isEmpty()), code, message, null);
    }

    /**
     * The error of one record of a job: code, message and fields, separated by colons.
     *
     * @param keyField by which records are found
     * @param isKnown  whether the record was found before it was written
     */
    static ApiError ofText(final String error, final String keyField, final boolean isKnown) {
        final Matcher parts = JOB_ERROR.matcher(error);
        if (!parts.matches()) {
            return new ApiError(CRM, Verdict.UNCERTAIN, "NO_REASON", error, null);
        }

        final String code = parts.group(1);
        final String message = parts.group(2);
        return new ApiError(CRM, recordVerdict(code, message, keyField, isKnown && parts.group(3) == null), code, message, null);
    }

    private static Verdict recordVerdict(final String code, final String message, final String keyField, final boolean concernsItself) {
        // A trigger that met a locked record says so in its own error.
        if (NOT_NOW.contains(code) || message.contains(LOCKED)) {
            return Verdict.NOT_NOW;
        }

        if (UNCERTAIN.contains(code)) {
            return Verdict.UNCERTAIN;
        }

        if (GONE.contains(code) || code.equals("INVALID_CROSS_REFERENCE_KEY") && concernsItself) {
            return Verdict.CHANGED;
        }

        if (code.equals("DUPLICATE_VALUE")) {
            return concernsKey(message, keyField) ? Verdict.CHANGED : Verdict.CONFLICT;
        }

        return CONFLICTS.contains(code) ? Verdict.CONFLICT : Verdict.REJECTED;
    }

    /** Another writer created the record at the same moment; Salesforce does not always name the field then. */
    private static boolean concernsKey(final String message, final String keyField) {
        return message.contains(": " + keyField + " ") || message.contains("<unknown>");
    }
}
