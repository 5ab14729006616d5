package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.identifier.CreditCode;
import org.nificrm.values.identifier.IdentifierStatus;
import org.nificrm.values.identifier.ResidentIdParser;
import org.nificrm.values.identifier.ResidentIdReading;

import java.util.List;
import java.util.Optional;

/** Chinese resident identity numbers and credit codes. */
final class IdentifierSuites {

    private IdentifierSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("resident id, undisputed", "cn_resident_id.csv", 100, 100, IdentifierSuites::residentId),
                new Suite("resident id, birth and sex", "cn_resident_id_details.csv", 100, Suite.NOT_MEASURED, IdentifierSuites::residentIdDetails),
                new Suite("credit code", "cn_uscc.csv", 100, 99.4, IdentifierSuites::creditCode)
        );
    }

    private static Optional<Suite.Answer> residentId(final JsonNode row) {
        if (row.path("disputed").asInt() != 0) {
            return Optional.empty();
        }

        final String number = row.path("number").asText();
        return Optional.of(Suite.Answer.ofExact(number, row.path("valid").asText(), ResidentIdParser.parse(number).isValid() ? "1" : "0"));
    }

    private static Optional<Suite.Answer> residentIdDetails(final JsonNode row) {
        final String number = row.path("number").asText();
        final ResidentIdReading reading = ResidentIdParser.parse(number);
        final String expected = row.path("birth").asText() + " " + row.path("sex").asText() + " " + row.path("address_code").asText();
        final String got = reading.isValid()
                ? reading.id().birthDate() + " " + reading.id().sex().name().charAt(0) + " " + reading.id().areaCode()
                : reading.status().name();
        return Optional.of(Suite.Answer.ofExact(number, expected, got));
    }

    private static Optional<Suite.Answer> creditCode(final JsonNode row) {
        final String code = row.path("code").asText();
        final boolean valid = CreditCode.check(code) == IdentifierStatus.VALID;
        return Optional.of(Suite.Answer.ofExact(code, row.path("valid").asText(), valid ? "1" : "0"));
    }
}
