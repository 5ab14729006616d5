package org.nificrm.values.address;

/**
 * What the check of a postal code says.
 */
public enum PostalCodeStatus {
    VALID,
    INVALID,
    /** The country has no postal codes, or is not known: nothing can be said. */
    UNCHECKED
}
