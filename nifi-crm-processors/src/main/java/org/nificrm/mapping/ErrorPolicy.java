package org.nificrm.mapping;

/** What becomes of a record with a value that cannot be mapped. */
public enum ErrorPolicy {
    /** All its errors are collected and it is invalid. */
    COLLECT,
    /** The field is null and the record goes on with its issues, unless the field is required. */
    SET_NULL,
    /** The whole input is refused. */
    FAIL
}
