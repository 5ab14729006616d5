package org.nificrm.samples;

/** Why a row must not reach the target. */
public enum Flaw {
    NONE,
    /** The source has no key for it: the mapping refuses it. */
    MISSING_KEY,
    /** Its status is in no code list: the mapping refuses it. */
    UNKNOWN_STATUS,
    /** Its birth date is on no calendar: the mapping refuses it. */
    IMPOSSIBLE_DATE,
    /** Its amount is no number: the mapping refuses it. */
    UNREADABLE_AMOUNT,
    /** Its city is longer than the target's column: the mapping refuses it, for nothing may be cut. */
    OVERLONG_CITY
}
