package org.nificrm.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What became of one record.
 *
 * @param status     the verdict
 * @param id         the CRM's identifier of the record, or null where there is none
 * @param code       stable, upper-case reason for anything but plain success, the CRM's own code where it has one; else null
 * @param message    one sentence for a person, which may quote the record's values and so belongs to the record alone; or null
 * @param retryAfter how long the CRM asks to wait before this record is sent again; null if it does not say
 * @param changes    field by field what a dry run would have written; else empty
 */
public record Outcome(Status status, String id, String code, String message, Duration retryAfter, List<Change> changes) {

    public enum Status {
        CREATED, UPDATED, UNCHANGED, DELETED,
        /** The CRM holds newer data; nothing was overwritten. */
        STALE,
        /** The policy, or what the CRM holds, leaves the decision to a person. */
        CONFLICT,
        /** The CRM will never take the record as it is. */
        REJECTED,
        /** Nothing was written; another attempt may succeed. */
        RETRYABLE,
        /** It may have been written: to be looked up before it is written again. */
        UNKNOWN;

        /** Whether the record's way ends here, as opposed to another attempt. */
        public boolean isFinal() {
            return this != RETRYABLE && this != UNKNOWN;
        }

        /** Whether the CRM is now as the policy wants it. */
        public boolean isSuccess() {
            return this == CREATED || this == UPDATED || this == UNCHANGED || this == DELETED;
        }
    }

    /** One field before and after. */
    public record Change(String field, Object before, Object after) {
    }

    public Outcome {
        Objects.requireNonNull(status, "status");
        changes = List.copyOf(changes);
    }

    public static Outcome created(final String id) {
        return of(Status.CREATED, id, null, null);
    }

    public static Outcome updated(final String id) {
        return of(Status.UPDATED, id, null, null);
    }

    public static Outcome deleted(final String id) {
        return of(Status.DELETED, id, null, null);
    }

    public static Outcome rejected(final String code, final String message) {
        return of(Status.REJECTED, null, code, message);
    }

    public static Outcome conflict(final String id, final String code, final String message) {
        return of(Status.CONFLICT, id, code, message);
    }

    /** Nothing was written; {@code retryAfter} may be null. */
    public static Outcome retryable(final String code, final String message, final Duration retryAfter) {
        return new Outcome(Status.RETRYABLE, null, code, message, retryAfter, List.of());
    }

    public static Outcome unknown(final String code, final String message) {
        return of(Status.UNKNOWN, null, code, message);
    }

    static Outcome of(final Status status, final String id, final String code, final String message) {
        return new Outcome(status, id, code, message, null, List.of());
    }
}
