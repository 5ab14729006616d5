package org.nificrm.customer;

/** How much an {@link Issue} matters. */
public enum Severity {
    /** Worth knowing; the record is as good as before. */
    INFO,
    /** A person may want to look; the record goes on. */
    WARNING,
    /** The field, and by policy the record, cannot be used as it is. */
    ERROR
}
