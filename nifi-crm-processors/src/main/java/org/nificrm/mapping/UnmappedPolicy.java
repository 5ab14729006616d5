package org.nificrm.mapping;

/** What becomes of fields that no rule reads. */
public enum UnmappedPolicy {
    DROP,
    /** Into the map {@code extra}, as path and text. */
    KEEP_IN_EXTRA,
    /** Under their own names and types. */
    PASS_THROUGH,
    /** A record that has a value in such a field is invalid. */
    FAIL
}
