package org.nificrm.values.phone;

import java.util.Objects;

/**
 * One telephone number.
 *
 * @param e164 the number in E.164 with its plus sign
 * @param extension the digits to dial afterwards, empty without one
 * @param type what the number is used for
 * @param region ISO 3166-1 alpha-2 code of the territory the number belongs to; 001 for a number of no country, ZZ when it cannot be told
 */
public record PhoneNumber(String e164, String extension, PhoneType type, String region) {

    public PhoneNumber {
        if (!e164.startsWith("+")) {
            throw new IllegalArgumentException("An E.164 number starts with a plus sign");
        }

        Objects.requireNonNull(extension);
        Objects.requireNonNull(type);
        Objects.requireNonNull(region);
    }

    PhoneNumber withExtension(final String newExtension) {
        return new PhoneNumber(e164, newExtension, type, region);
    }
}
