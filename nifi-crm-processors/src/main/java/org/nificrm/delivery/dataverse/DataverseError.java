package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.ThrottleRule;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what Dataverse says went wrong, with a request or with a part of a batch. Its code counts before the status (codes:
 * Microsoft Learn, "Web service error codes"); what it did not write itself is never a verdict on a record.
 */
final class DataverseError {

    /** Number of requests, execution time and concurrent requests of the service protection limits. */
    private static final Set<String> LIMITS = Set.of("0X80072322", "0X80072321", "0X80072326");
    /** The version differs, the record is not there, a record with the match key is there. */
    private static final Set<String> CHANGED = Set.of("0X80060882", "0X80040217", "0X80040237");
    /** An alternate key is taken, a duplicate detection rule fires. */
    private static final Set<String> CONFLICTS = Set.of("0X80060892", "0X80040333");
    /** A record that is referred to by its key is not there. */
    private static final String REFERENCE_MISSING = "0X80060891";

    private DataverseError() {
    }

    static ApiError of(final ApiResponse response) {
        final JsonNode error = response.json().path("error");
        final String code = error.path("code").asText("").strip().toUpperCase(Locale.ROOT);
        final Duration wait = response.retryAfter(Instant.now()).orElse(null);
        return new ApiError("Dataverse", verdict(code, response.status(), error.isObject()), code.isEmpty() ? "HTTP_" + response.status() : code,
                error.path("message").asText(""), wait);
    }

    private static Verdict verdict(final String code, final int status, final boolean fromDataverse) {
        if (LIMITS.contains(code) || status == 429) {
            return Verdict.NOT_NOW;
        }

        if (status == 401 || status == 403 || status == 407) {
            return Verdict.UNAVAILABLE;
        }

        if (status >= 500 || status < 300) {
            return Verdict.UNCERTAIN;
        }

        if (!fromDataverse || status < 400 || status == 405) {
            return status == 413 ? Verdict.REJECTED : Verdict.UNAVAILABLE;
        }

        if (code.equals(REFERENCE_MISSING)) {
            return Verdict.REJECTED;
        }

        if (CONFLICTS.contains(code)) {
            return Verdict.CONFLICT;
        }

        return CHANGED.contains(code) || status == 404 || status == 412 ? Verdict.CHANGED : Verdict.REJECTED;
    }

    /** How long to leave Dataverse alone if its code tells of a limit. */
    static Optional<Duration> limitWait(final ApiResponse response) {
        return LIMITS.contains(of(response).code()) ? Optional.of(ThrottleRule.SHORT_WAIT) : Optional.empty();
    }
}
