package org.nificrm.values.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class NumberingPlansTest {
    private static final PhoneNumberUtil LIBRARY = PhoneNumberUtil.getInstance();
    private static final int MUTATIONS = 15;

    private final NumberingPlans numberingPlans = NumberingPlans.shared();

    @Test
    void findsExactlyTheValidNumbersOfLibphonenumber() {
        final Random random = new Random(42);
        final List<String> regions = new ArrayList<>(LIBRARY.getSupportedRegions());
        for (final String region : regions) {
            for (final String spelling : spellings(region, random)) {
                final String otherRegion = regions.get(random.nextInt(regions.size()));
                assertEquals(askLibrary(spelling, region), numberingPlans.find(spelling, region), spelling);
                assertEquals(askLibrary(spelling, otherRegion), numberingPlans.find(spelling, otherRegion), spelling);
            }
        }
    }

    @Test
    void findsNumbersWithoutCountry() {
        for (final int countryCode : LIBRARY.getSupportedGlobalNetworkCallingCodes()) {
            final Phonenumber.PhoneNumber example = LIBRARY.getExampleNumberForNonGeoEntity(countryCode);
            final String spelling = LIBRARY.format(example, PhoneNumberFormat.INTERNATIONAL);
            assertEquals(askLibrary(spelling, null), numberingPlans.find(spelling, null));
        }
    }

    @Test
    void hasNoAnswerForAnythingButPlainNumbers() {
        assertNull(numberingPlans.find("", "CN"));
        assertNull(numberingPlans.find("13800138OOO", "CN"));
        assertNull(numberingPlans.find("+1 415 555 2671 x32", "US"));
        assertNull(numberingPlans.find("415 555 2671", null));
    }

    private static List<String> spellings(final String region, final Random random) {
        final List<String> spellings = new ArrayList<>();
        for (final PhoneNumberType type : PhoneNumberType.values()) {
            final Phonenumber.PhoneNumber example = LIBRARY.getExampleNumberForType(region, type);
            if (example == null) {
                continue;
            }

            spellings.add(LIBRARY.format(example, PhoneNumberFormat.INTERNATIONAL));
            spellings.add(LIBRARY.format(example, PhoneNumberFormat.NATIONAL));
            final String national = LIBRARY.getNationalSignificantNumber(example);
            for (int i = 0; i < MUTATIONS; i++) {
                final String digits = mutated(national, random);
                final String countryCode = Integer.toString(example.getCountryCode());
                spellings.add(digits);
                spellings.add("0" + digits);
                spellings.add("+" + countryCode + digits);
                spellings.add("+" + countryCode + "-(0)" + digits);
                spellings.add(countryCode + digits);
                spellings.add("00" + countryCode + " " + digits);
                spellings.add("011 " + countryCode + " " + digits);
                spellings.add(random.nextInt(10) + digits);
            }
        }

        return spellings;
    }

    private static String mutated(final String national, final Random random) {
        final StringBuilder digits = new StringBuilder(national);
        final int changes = random.nextInt(4);
        for (int i = 0; i < changes; i++) {
            digits.setCharAt(random.nextInt(digits.length()), (char) ('0' + random.nextInt(10)));
        }

        if (random.nextInt(6) == 0) {
            digits.append(random.nextInt(10));
        }

        return digits.toString();
    }

    private static PhoneNumber askLibrary(final String spelling, final String region) {
        try {
            final Phonenumber.PhoneNumber number = LIBRARY.parse(spelling, region);
            return LIBRARY.isValidNumber(number) ? new PhoneNumber(LIBRARY.format(number, PhoneNumberFormat.E164), number.getExtension(),
                    PhoneType.valueOf(LIBRARY.getNumberType(number).name()), LIBRARY.getRegionCodeForNumber(number)) : null;
        } catch (final NumberParseException exception) {
            return null;
        }
    }
}
