package org.nificrm.values.phone;

import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.Phonemetadata.PhoneMetadata;
import com.google.i18n.phonenumbers.metadata.DefaultMetadataDependenciesProvider;
import com.google.i18n.phonenumbers.metadata.source.MetadataSource;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The numbering plans of all territories: recognises plainly written numbers about fifty times faster than libphonenumber.
 *
 * <p>It takes digits with usual separators, with or without a plus sign, and finds exactly the valid numbers that libphonenumber finds.
 * For anything else it has no answer.</p>
 */
final class NumberingPlans {
    private static final String SEPARATORS = " -.()/";
    private static final int SHORTEST = 4;
    private static final int LONGEST = 20;

    private final Map<String, Territory> territoryByRegion = new HashMap<>();
    /** The territories that share a country calling code, the main one first. */
    private final Territory[][] territoriesByCountryCode = new Territory[1000][];

    /**
     * Compiles the plans, which takes about a second: once for the life of the process.
     */
    static NumberingPlans shared() {
        return Shared.INSTANCE;
    }

    private NumberingPlans() {
        final PhoneNumberUtil phoneNumberUtil = PhoneNumberUtil.getInstance();
        final MetadataSource metadataSource = DefaultMetadataDependenciesProvider.getInstance().getPhoneNumberMetadataSource();
        for (final int countryCode : phoneNumberUtil.getSupportedCallingCodes()) {
            final List<Territory> territories = new ArrayList<>();
            for (final String region : phoneNumberUtil.getRegionCodesForCountryCode(countryCode)) {
                final boolean geographic = !PhoneNumberUtil.REGION_CODE_FOR_NON_GEO_ENTITY.equals(region);
                final PhoneMetadata metadata = geographic
                        ? metadataSource.getMetadataForRegion(region)
                        : metadataSource.getMetadataForNonGeographicalRegion(countryCode);
                final Territory territory = new Territory(metadata);
                territories.add(territory);
                if (geographic) {
                    territoryByRegion.put(region, territory);
                }
            }

            territoriesByCountryCode[countryCode] = territories.toArray(new Territory[0]);
        }
    }

    /**
     * @param text a number as people write it
     * @param region ISO 3166-1 alpha-2 code of the country that numbers without a plus sign belong to; null or unknown for none
     * @return the number when it is valid, null when this class cannot tell
     */
    PhoneNumber find(final String text, final String region) {
        final String digits = digitsOf(text);
        if (digits == null) {
            return null;
        }

        if (text.charAt(0) == '+') {
            return findInternational(digits);
        }

        final Territory home = territoryByRegion.get(region);
        return home == null ? null : findFromHome(digits, home);
    }

    private static String digitsOf(final String text) {
        final int length = text.length();
        if (length < SHORTEST || length > 2 * LONGEST) {
            return null;
        }

        final char[] digits = new char[length];
        int count = 0;
        for (int i = text.charAt(0) == '+' ? 1 : 0; i < length; i++) {
            final char character = text.charAt(i);
            if (character >= '0' && character <= '9') {
                digits[count++] = character;
            } else if (SEPARATORS.indexOf(character) < 0) {
                return null;
            }
        }

        return count < SHORTEST || count > LONGEST ? null : new String(digits, 0, count);
    }

    private PhoneNumber findInternational(final String digits) {
        int countryCode = 0;
        for (int length = 1; length <= 3; length++) {
            countryCode = countryCode * 10 + digits.charAt(length - 1) - '0';
            if (countryCode == 0) {
                return null;
            }

            if (territoriesByCountryCode[countryCode] != null) {
                final String number = digits.substring(length);
                return findNational(number, territoriesByCountryCode[countryCode][0]);
            }
        }

        return null;
    }

    private PhoneNumber findFromHome(final String digits, final Territory home) {
        final String abroad = home.withoutInternationalPrefix(digits);
        if (abroad != null) {
            return abroad.length() > 3 ? findInternational(abroad) : null;
        }

        final String countryCode = Integer.toString(home.countryCode());
        if (digits.startsWith(countryCode)) {
            final String number = home.withoutNationalPrefix(digits.substring(countryCode.length()));
            if (!home.matchesGeneral(digits) && home.matchesGeneral(number) || home.isTooLong(digits)) {
                return findNational(number, territoriesByCountryCode[home.countryCode()][0]);
            }
        }

        return findNational(digits, home);
    }

    private PhoneNumber findNational(final String digits, final Territory territory) {
        if (digits.length() < 2) {
            return null;
        }

        final String stripped = territory.withoutNationalPrefix(digits);
        final String number = territory.isPossibleOrTooLong(stripped) ? stripped : digits;
        final Territory[] candidates = territoriesByCountryCode[territory.countryCode()];
        for (final Territory candidate : candidates) {
            final boolean claimed = candidates.length == 1 || candidate.startsWithLeadingDigits(number);
            final PhoneType type = claimed || !candidate.hasLeadingDigits() ? candidate.typeOf(number) : PhoneType.UNKNOWN;
            if (type != PhoneType.UNKNOWN) {
                return new PhoneNumber("+" + candidate.countryCode() + number, "", type, candidate.region());
            }

            if (claimed) {
                return null;
            }
        }

        return null;
    }

    private static final class Shared {
        private static final NumberingPlans INSTANCE = new NumberingPlans();

        private Shared() {
        }
    }
}
