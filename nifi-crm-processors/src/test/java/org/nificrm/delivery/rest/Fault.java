package org.nificrm.delivery.rest;

import java.util.EnumSet;
import java.util.Set;

/** What can go wrong with one request. */
public enum Fault {
    NONE,
    /** Refused for its rate, with and without a word on how long to wait. */
    THROTTLED_WITH_RETRY_AFTER, THROTTLED, DAILY_QUOTA,
    /** Refused for the moment. */
    LOCKED, ERROR_BEFORE, UNAVAILABLE_PAGE, TOKEN_EXPIRED,
    /** No answer, and nothing carried out. */
    RESET_BEFORE, TIMEOUT_BEFORE,
    /** Carried out, but the answer does not say so. */
    ERROR_AFTER, RESET_AFTER, TIMEOUT_AFTER, HALF_BODY, PAGE_AFTER,
    /** Carried out, but the results are not one a record in the order of the request. */
    SHUFFLED, SHORT, DOUBLED, EMPTY,
    /** Carried out, but the results do not say whose they are. */
    UNATTRIBUTED,
    /** Carried out for some records, refused for the moment for others. */
    SOME_LOCKED,
    /** Another writer changed a record between look-up and write. */
    STALE_VERSION;

    private static final Set<Fault> SILENT = EnumSet.of(SHORT, EMPTY);
    private static final Set<Fault> RARE = EnumSet.of(DAILY_QUOTA, TOKEN_EXPIRED, TIMEOUT_BEFORE, TIMEOUT_AFTER);

    /** Whether a record that is left out cannot be told from one that is not there. */
    boolean isSilent() {
        return SILENT.contains(this);
    }

    /** Whether a schedule that has many of it shows nothing else any more, or lasts too long. */
    boolean isRare() {
        return RARE.contains(this);
    }
}
