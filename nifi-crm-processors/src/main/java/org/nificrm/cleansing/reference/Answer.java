package org.nificrm.cleansing.reference;

import java.util.Map;

/**
 * What came of one look-up.
 *
 * @param status whether the system knew the key
 * @param values what it knows, by its own names of fields; empty unless it did
 */
public record Answer(Status status, Map<String, Object> values) {

    static final Answer MISS = new Answer(Status.MISS, Map.of());
    static final Answer UNAVAILABLE = new Answer(Status.UNAVAILABLE, Map.of());

    /** Whether a system knew the key. */
    public enum Status {
        /** It did. */
        HIT,
        /** It did not. */
        MISS,
        /** It could not be asked. */
        UNAVAILABLE
    }
}
