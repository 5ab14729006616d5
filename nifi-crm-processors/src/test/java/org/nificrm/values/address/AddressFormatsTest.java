package org.nificrm.values.address;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Set;

import static org.junit.jupiter.api.Assertions.assertEquals;

class AddressFormatsTest {

    @ParameterizedTest
    @CsvSource({"US, 20500, VALID", "US, 20500-0003, VALID", "US, 2050, INVALID", "CN, 100000, VALID", "CN, 10000, INVALID", "GB, SW1A 2AA, VALID",
            "GB, sw1a2aa, VALID", "GB, SW1A, INVALID", "CA, D1A 1A1, INVALID", "NL, 1012 SS, INVALID", "HK, 999077, UNCHECKED", "QQ, 1, UNCHECKED"})
    void checksPostalCodes(final String country, final String code, final PostalCodeStatus status) {
        assertEquals(status, AddressFormats.of(country).check(code));
    }

    @ParameterizedTest
    @CsvSource({"GB, sw1a2aa, SW1A 2AA", "CA, k1a-0b1, K1A 0B1", "NL, 1012ab, 1012 AB", "SE, SE-11455, 114 55", "JP, 〒１５０-０００２, 150-0002", "JP, 1500002, 150-0002",
            "CH, CH-8001, 8001", "DE, D-10115, 10115", "PL, 00950, 00-950", "BR, 22040020, 22040-020", "US, 20500 0003, 20500-0003", "US, 205000003, 20500-0003",
            "LV, LV-1073, 1073", "AD, AD500, AD500", "KR, 699-800, 699-800", "DE, unknown, unknown", "HK, n/a, n/a"})
    void normalizesPostalCodes(final String country, final String code, final String normalized) {
        final AddressFormat format = AddressFormats.of(country);
        assertEquals(normalized, format.normalize(code));
        assertEquals(normalized, format.normalize(normalized));
    }

    @Test
    void knowsWhatACountryRequires() {
        assertEquals(Set.of(AddressPart.STREET, AddressPart.CITY, AddressPart.REGION, AddressPart.POSTAL_CODE), AddressFormats.of("US").requiredParts());
        assertEquals(Set.of(AddressPart.STREET, AddressPart.REGION), AddressFormats.of("HK").requiredParts());
        assertEquals(Set.of(), AddressFormats.of("QQ").requiredParts());
    }
}
