package org.nificrm.cleansing.reference;

import java.util.Locale;

/**
 * One question to a reference system, answered from memory or not, or what came of its answer.
 *
 * @param reference name of the system
 * @param outcome   what it came to
 */
public record Lookup(String reference, Outcome outcome) {

    /** What a look-up came to. */
    public enum Outcome {
        /** The system knew the key. */
        HITS,
        /** It did not. */
        MISSES,
        /** A value of its answer contradicts that of another system. */
        CONFLICTS,
        /** It did not answer, or was left alone after too many failures. */
        ERRORS;

        /** The name in reports. */
        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
