package org.nificrm.values.email;

/**
 * How far an e-mail field was understood.
 */
public enum EmailStatus {
    /** Every address of the field can be used. */
    VALID,
    /** Addresses, but at least one of them with a warning. */
    SUSPECT,
    /** No address, or a broken one. */
    INVALID,
    /** Text that only fills a field that must not be empty. */
    PLACEHOLDER,
    /** Nothing but blanks. */
    EMPTY
}
