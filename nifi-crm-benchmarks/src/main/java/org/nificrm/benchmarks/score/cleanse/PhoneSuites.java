package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.phone.PhoneNumber;
import org.nificrm.values.phone.PhoneParser;
import org.nificrm.values.phone.PhoneReading;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Phone fields: E.164, extension, mobile or not. */
final class PhoneSuites {

    private static final PhoneParser PARSER = new PhoneParser();

    private PhoneSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("phones, undisputed", "phones.csv", 100, 100, PhoneSuites::undisputed),
                new Suite("phones, mobile by country", "phones_mobile_by_country.csv", 100, Suite.NOT_MEASURED, PhoneSuites::mobile),
                new Suite("phones, messy", "authored_phones_messy.csv", 95, 76.7, PhoneSuites::numberAndExtension)
        );
    }

    private static Optional<Suite.Answer> undisputed(final JsonNode row) {
        return isDisputed(row) ? Optional.empty() : numberAndExtension(row);
    }

    private static Optional<Suite.Answer> numberAndExtension(final JsonNode row) {
        final PhoneReading reading = read(row);
        final String numbers = reading.isValid() ? reading.numbers().stream().map(PhoneNumber::e164).collect(Collectors.joining("|")) : "";
        final String extension = reading.isValid() ? reading.numbers().getLast().extension() : "";
        final String expected = withExtension(row.path("e164").asText(), row.path("ext").asText());
        return Optional.of(Suite.Answer.ofExact(input(row), expected, withExtension(numbers, extension)));
    }

    private static String withExtension(final String number, final String extension) {
        return extension.isEmpty() ? number : number + " ext. " + extension;
    }

    private static Optional<Suite.Answer> mobile(final JsonNode row) {
        if (isDisputed(row)) {
            return Optional.empty();
        }

        final PhoneReading reading = read(row);
        final boolean mobile = reading.isValid() && isMobileOf(row.path("region").asText(), reading.numbers().getFirst());
        return Optional.of(Suite.Answer.ofExact(input(row), row.path("e164").asText(), mobile ? reading.numbers().getFirst().e164() : ""));
    }

    private static boolean isMobileOf(final String region, final PhoneNumber number) {
        return number.type().isMobile() && number.region().equals(region);
    }

    private static PhoneReading read(final JsonNode row) {
        return PARSER.parse(row.path("raw").asText(), row.path("region").asText());
    }

    private static String input(final JsonNode row) {
        return row.path("raw").asText() + " (" + row.path("region").asText() + ")";
    }

    private static boolean isDisputed(final JsonNode row) {
        return row.path("disputed").asInt() != 0;
    }
}
