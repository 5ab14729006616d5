package org.nificrm.delivery;

import java.time.Duration;
import java.util.Objects;

/** A call that failed as a whole. Its message may be logged: it never quotes a customer's data. */
public class CrmException extends Exception {

    public enum Kind {
        /**
         * Nobody can be served: down, unreachable, not authenticated, out of quota, object or field missing. The data waits.
         */
        UNAVAILABLE,
        /** The same call may succeed soon, for example after a deadlock. It may or may not have been carried out. */
        TRANSIENT,
        /** The batch was refused and none of it written, because of one or more of its records. */
        REFUSED
    }

    private final Kind kind;
    private final String code;
    private final Duration retryAfter;

    public CrmException(final Kind kind, final String code, final String message, final Throwable cause) {
        this(kind, code, message, null, cause);
    }

    /**
     * @param retryAfter how long the CRM asks to wait, or null if it does not say
     */
    public CrmException(final Kind kind, final String code, final String message, final Duration retryAfter, final Throwable cause) {
        super(message, cause);
        this.kind = Objects.requireNonNull(kind, "kind");
        this.code = Objects.requireNonNull(code, "code");
        this.retryAfter = retryAfter;
    }

    public static CrmException unavailable(final String code, final String message) {
        return new CrmException(Kind.UNAVAILABLE, code, message, null);
    }

    public Kind kind() {
        return kind;
    }

    /** Stable, upper-case reason, the CRM's own code where it has one. */
    public String code() {
        return code;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
