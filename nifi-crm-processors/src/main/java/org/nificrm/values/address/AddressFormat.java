package org.nificrm.values.address;

import org.nificrm.values.text.TextNormalizer;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a country asks of an address.
 *
 * @param country ISO 3166-1 alpha-2 code
 * @param requiredParts the parts without which mail does not arrive
 * @param postalCode matches a whole postal code in capitals; null where none is in use
 * @param separator what parts the last characters of a postal code from those before, empty for nothing
 * @param charactersBehindSeparator how many characters follow the separator
 */
public record AddressFormat(String country, Set<AddressPart> requiredParts, Pattern postalCode, String separator, int charactersBehindSeparator) {

    public AddressFormat {
        Objects.requireNonNull(country);
        Objects.requireNonNull(separator);
        requiredParts = Set.copyOf(requiredParts);
    }

    /**
     * @param code a postal code as it stands; small letters are taken for capitals
     * @return whether the country gives out codes of this form
     */
    public PostalCodeStatus check(final String code) {
        if (postalCode == null) {
            return PostalCodeStatus.UNCHECKED;
        }

        return postalCode.matcher(code.toUpperCase(Locale.ROOT)).matches() ? PostalCodeStatus.VALID : PostalCodeStatus.INVALID;
    }

    /**
     * @param code a postal code
     * @return the code in capitals, without a country in front, separated as the country's postal service writes it; a text that is no code
     *         of the country comes back as it is
     */
    public String normalize(final String code) {
        if (postalCode == null) {
            return code;
        }

        final String plain = TextNormalizer.normalize(code).toUpperCase(Locale.ROOT);
        final String compact = plain.replace(" ", "").replace("-", "").replace("〒", "");
        for (final String candidate : new String[] {separated(withoutCountry(compact)), separated(compact), plain, compact}) {
            if (postalCode.matcher(candidate).matches()) {
                return candidate;
            }
        }

        return code;
    }

    /** The codes of motor vehicles and of ISO 3166 both stand in front of postal codes: D-10115, CH-8001. */
    private String withoutCountry(final String compact) {
        if (compact.startsWith(country)) {
            return compact.substring(country.length());
        }

        final boolean vehicleCode = compact.length() > 1 && compact.charAt(0) == country.charAt(0) && Character.isDigit(compact.charAt(1));
        return vehicleCode && !postalCode.matcher(compact).lookingAt() ? compact.substring(1) : compact;
    }

    private String separated(final String compact) {
        final int position = compact.length() - charactersBehindSeparator;
        final String code = separator.isEmpty() || position < 2 ? compact : compact.substring(0, position) + separator + compact.substring(position);
        return postalCode.matcher(code).matches() ? code : compact;
    }
}
