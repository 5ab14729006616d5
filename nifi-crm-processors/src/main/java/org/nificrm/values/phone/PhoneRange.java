package org.nificrm.values.phone;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A range opened after the bundled libphonenumber was released.
 *
 * @param countryCode the country calling code, such as 86
 * @param nationalNumber matches the whole national number, without a trunk prefix
 * @param type what numbers of the range are used for
 */
public record PhoneRange(int countryCode, Pattern nationalNumber, PhoneType type) {

    public PhoneRange {
        if (countryCode < 1 || countryCode > 999) {
            throw new IllegalArgumentException("A country calling code lies between 1 and 999");
        }

        Objects.requireNonNull(nationalNumber);
        Objects.requireNonNull(type);
    }

    boolean contains(final int numberCountryCode, final String number) {
        return numberCountryCode == countryCode && nationalNumber.matcher(number).matches();
    }
}
