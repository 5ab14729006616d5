package org.nificrm.delivery.rest;

import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/**
 * What a CRM says went wrong with a request or with one record of it.
 *
 * @param crm        who says it
 * @param verdict    what follows from it
 * @param code       stable, upper-case reason, the CRM's own where it has one
 * @param message    the CRM's sentence, which may quote the record; blank if there is none
 * @param retryAfter how long the CRM asks to wait; null if it does not say
 */
public record ApiError(String crm, Verdict verdict, String code, String message, Duration retryAfter) {

    public enum Verdict {
        /** Nobody can be served. */
        UNAVAILABLE,
        /** It was not carried out; later it may be. */
        NOT_NOW,
        /** Nobody knows whether it was carried out. */
        UNCERTAIN,
        /** The record is not as it was found: gone, there already, or changed since. It was not written. */
        CHANGED,
        /** Another record stands against it. */
        CONFLICT,
        /** The record will never be taken as it is. */
        REJECTED
    }

    /** For the one record that it is about. */
    public Outcome asOutcome() {
        final String sentence = message.isBlank() ? crm + " gives no reason" : message;
        return switch (verdict) {
            case UNAVAILABLE, NOT_NOW, CHANGED -> Outcome.retryable(code, sentence, retryAfter);
            case UNCERTAIN -> new Outcome(Outcome.Status.UNKNOWN, null, code, sentence, retryAfter, List.of());
            case CONFLICT -> Outcome.conflict(null, code, sentence);
            case REJECTED -> Outcome.rejected(code, sentence);
        };
    }

    /** For the request as a whole. The CRM's own sentence stays out of it: it may quote a record. */
    public CrmException asException() {
        return switch (verdict) {
            case UNAVAILABLE -> new CrmException(Kind.UNAVAILABLE, code,
                    "%s gives no access (%s). Check credentials, permissions, API version and object".formatted(crm, code), retryAfter, null);
            case NOT_NOW, UNCERTAIN -> new CrmException(Kind.TRANSIENT, code, "%s did not serve the request (%s)".formatted(crm, code), retryAfter, null);
            case CHANGED, CONFLICT, REJECTED -> new CrmException(Kind.REFUSED, code, "%s refused the request (%s)".formatted(crm, code), null);
        };
    }

    /**
     * For a batch of which nothing was written, or nobody knows.
     *
     * @throws CrmException if it concerns the batch as a whole, or one of several records that the CRM does not name
     */
    public List<Outcome> asOutcomes(final List<Operation> batch) throws CrmException {
        return switch (verdict) {
            case UNAVAILABLE, UNCERTAIN -> throw asException();
            case NOT_NOW -> Collections.nCopies(batch.size(), asOutcome());
            case CHANGED, CONFLICT, REJECTED -> {
                if (batch.size() > 1) {
                    throw asException();
                }

                yield List.of(asOutcome());
            }
        };
    }
}
