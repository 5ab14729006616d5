package org.nificrm.values.address;

/**
 * The parts of a US address; a part that the address does not have is empty.
 *
 * @param number house number
 * @param street street with its directionals
 * @param unit apartment, suite or the like, with its word
 * @param poBox post office box, rural route or contract route
 * @param city city as written
 * @param state code of two letters
 * @param postcode ZIP code of five digits, or of nine with a hyphen
 */
public record UsAddress(String number, String street, String unit, String poBox, String city, String state, String postcode) {

    /**
     * @return whether city, state and ZIP code are all known
     */
    public boolean hasPlace() {
        return !city.isEmpty() && !state.isEmpty() && !postcode.isEmpty();
    }
}
