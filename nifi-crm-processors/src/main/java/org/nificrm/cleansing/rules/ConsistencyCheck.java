package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.FieldRole;

import java.util.Map;

/** One rule between fields of a record. Safe for use by many threads. */
interface ConsistencyCheck {

    /** Code of the finding if it fails. */
    String code();

    /** The field that a person should look at first. */
    FieldRole field();

    /** What does not agree, in one sentence. */
    String message();

    Verdict check(Map<FieldRole, Object> values);

    /** What a check has to say. */
    enum Verdict {
        /** A value that it needs is missing or not understood. */
        NOT_APPLICABLE,
        PASSED,
        FAILED;

        static Verdict of(final boolean passed) {
            return passed ? PASSED : FAILED;
        }
    }
}
