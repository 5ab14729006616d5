package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.address.AddressFormats;
import org.nificrm.values.address.ChineseAddressParser;
import org.nificrm.values.address.PostalCodeStatus;
import org.nificrm.values.address.UsAddress;
import org.nificrm.values.address.UsAddressParser;
import org.nificrm.values.address.UsStates;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Addresses: city, state and ZIP code of US lines, division codes of Chinese ones, postal codes of all countries. */
final class AddressSuites {

    private static final UsAddressParser US_PARSER = new UsAddressParser();
    private static final ChineseAddressParser CHINESE_PARSER = new ChineseAddressParser();
    private static final int PROVINCE_DIGITS = 2;
    private static final int PREFECTURE_DIGITS = 4;
    private static final int COUNTY_DIGITS = 6;

    private AddressSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("addresses_us, city state ZIP", "addresses_us.csv", 95, 89.9, AddressSuites::american),
                new Suite("addresses_cn, county", "addresses_cn.csv", 85, Suite.NOT_MEASURED, row -> chinese(row, COUNTY_DIGITS)),
                new Suite("addresses_cn, prefecture", "addresses_cn.csv", 85, Suite.NOT_MEASURED, row -> chinese(row, PREFECTURE_DIGITS)),
                new Suite("addresses_cn, province", "addresses_cn.csv", 97, Suite.NOT_MEASURED, row -> chinese(row, PROVINCE_DIGITS)),
                new Suite("postal codes", "postal_codes.csv", 96, 91.3, AddressSuites::postalCode)
        );
    }

    private static Optional<Suite.Answer> american(final JsonNode row) {
        final String input = row.path("input").asText();
        final UsAddress address = US_PARSER.parse(input);
        final String expected = place(row.path("city").asText(), UsStates.codeOf(row.path("state").asText()), row.path("postcode").asText());
        return Optional.of(Suite.Answer.ofExact(input, expected, place(address.city(), address.state(), address.postcode())));
    }

    private static String place(final String city, final String state, final String postcode) {
        return comparable(city) + ", " + state + ' ' + postcode.replaceAll("\\D", "");
    }

    private static String comparable(final String text) {
        return text.replaceAll("[.,]", " ").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<Suite.Answer> chinese(final JsonNode row, final int digits) {
        final String expected = row.path("adcode").asText();
        if (expected.isEmpty()) {
            return Optional.empty();
        }

        final String input = row.path("input").asText();
        final String got = CHINESE_PARSER.parse(input).code();
        return Optional.of(Suite.Answer.ofExact(input, expected.substring(0, digits), got.isEmpty() ? "" : got.substring(0, digits)));
    }

    private static Optional<Suite.Answer> postalCode(final JsonNode row) {
        final String country = row.path("country").asText();
        final String code = row.path("code").asText();
        final boolean valid = AddressFormats.of(country).check(code) == PostalCodeStatus.VALID;
        return Optional.of(Suite.Answer.ofExact(country + ' ' + code, row.path("valid").asText(), valid ? "1" : "0"));
    }
}
