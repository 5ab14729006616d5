package org.nificrm.values.address;

/**
 * The parts of an address that a country may require.
 */
public enum AddressPart {
    STREET,
    CITY,
    REGION,
    POSTAL_CODE
}
