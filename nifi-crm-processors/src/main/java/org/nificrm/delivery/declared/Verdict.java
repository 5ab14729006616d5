package org.nificrm.delivery.declared;

import org.nificrm.delivery.rest.ApiError;

/** What a rule says of an answer. */
enum Verdict {
    /** Carried out. */
    SUCCESS,
    /** Carried out, and the record is new, whatever was asked for. */
    CREATED,
    /** Carried out, and the record was there already, whatever was asked for. */
    UPDATED,
    /** The CRM holds newer data and keeps it. */
    STALE,
    /** What the CRM holds stands against it; a person decides. */
    CONFLICT,
    /** The record will never be taken as it is. */
    REJECTED,
    /** It was not carried out; later it may be. */
    RETRY,
    /** Nobody knows whether it was carried out. */
    UNKNOWN,
    /** Not carried out, because the CRM has such a record already, which is then looked for. */
    EXISTS,
    /** There is no such record, or none that the look-up asks for. */
    MISSING,
    /** Not carried out, because the CRM was asked too often. */
    THROTTLED,
    /** Nobody can be served. */
    UNAVAILABLE;

    ApiError.Verdict asError(final Action action) {
        return switch (this) {
            case SUCCESS, CREATED, UPDATED, UNKNOWN -> ApiError.Verdict.UNCERTAIN;
            case STALE, CONFLICT, EXISTS -> ApiError.Verdict.CONFLICT;
            case REJECTED -> ApiError.Verdict.REJECTED;
            case RETRY, THROTTLED -> ApiError.Verdict.NOT_NOW;
            case MISSING -> action == Action.UPDATE || action == Action.DELETE ? ApiError.Verdict.CHANGED : ApiError.Verdict.UNAVAILABLE;
            case UNAVAILABLE -> ApiError.Verdict.UNAVAILABLE;
        };
    }
}
