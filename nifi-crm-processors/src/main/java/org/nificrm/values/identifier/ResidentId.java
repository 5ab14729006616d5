package org.nificrm.values.identifier;

import java.time.LocalDate;

/**
 * What a valid resident identity number states.
 *
 * @param number the number of 18 characters, a number of the old form with 15 digits completed
 * @param areaCode the six digits (GB/T 2260 at the time of registration) of the place of first registration
 * @param birthDate the date of birth
 * @param sex the sex
 */
public record ResidentId(String number, String areaCode, LocalDate birthDate, Sex sex) {
}
