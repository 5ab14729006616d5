package org.nificrm.values.identifier;

/**
 * The sex that an identity number states.
 */
public enum Sex {
    FEMALE,
    MALE
}
