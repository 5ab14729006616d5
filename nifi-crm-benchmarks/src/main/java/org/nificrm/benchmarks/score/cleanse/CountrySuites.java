package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.country.Countries;
import org.nificrm.values.country.CountryMatch;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Spellings of countries to ISO 3166-1 alpha-2. */
final class CountrySuites {

    private static final String FILE = "countries.csv";

    private CountrySuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("countries, aliases", FILE, 85, 23.3, question(CountrySuites::isAlias)),
                new Suite("countries, codes", FILE, 100, 99.6, question(row -> isLanguage(row, "code"))),
                new Suite("countries, zh", FILE, 99, 94.4, question(row -> isLanguage(row, "zh"))),
                new Suite("countries, en", FILE, 90, Suite.NOT_MEASURED, question(row -> isLanguage(row, "en") && !isAlias(row))),
                new Suite("countries, other languages", FILE, 90, 80.5, question(CountrySuites::isOtherLanguage)),
                new Suite("countries, no wrong answer", FILE, 99.7, Suite.NOT_MEASURED, CountrySuites::neverWrong)
        );
    }

    private static boolean isAlias(final JsonNode row) {
        return row.path("source").asText().startsWith("country_converter");
    }

    private static boolean isLanguage(final JsonNode row, final String language) {
        return language.equals(row.path("lang").asText());
    }

    private static boolean isOtherLanguage(final JsonNode row) {
        return !isLanguage(row, "code") && !isLanguage(row, "zh") && !isLanguage(row, "en");
    }

    private static Suite.Question question(final Predicate<JsonNode> belongs) {
        return row -> belongs.test(row)
                ? Optional.of(Suite.Answer.ofExact(row.path("name").asText(), row.path("iso2").asText(), answer(row)))
                : Optional.empty();
    }

    private static Optional<Suite.Answer> neverWrong(final JsonNode row) {
        final String expected = row.path("iso2").asText();
        final String got = answer(row);
        return Optional.of(new Suite.Answer(row.path("name").asText(), expected, got, got.isEmpty() || got.equals(expected)));
    }

    private static String answer(final JsonNode row) {
        final CountryMatch match = Countries.find(row.path("name").asText());
        return match.isFound() ? match.code() : "";
    }
}
