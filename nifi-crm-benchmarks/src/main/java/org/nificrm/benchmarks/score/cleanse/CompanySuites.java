package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.company.ChineseBrand;
import org.nificrm.values.company.CompanyNameParser;
import org.nificrm.values.text.TextNormalizer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Company names without their legal form, and the distinctive part of Chinese ones. */
final class CompanySuites {

    private CompanySuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("company_suffix", "company_suffix.csv", 96, 87.8, CompanySuites::base),
                new Suite("company_zh_brand", "company_zh_brand.csv", 50, 0.7, CompanySuites::brand)
        );
    }

    private static Optional<Suite.Answer> base(final JsonNode row) {
        if ("1".equals(row.path("questionable").asText())) {
            return Optional.empty();
        }

        final String input = row.path("input").asText();
        final String expected = row.path("base").asText();
        final String got = CompanyNameParser.standard().parse(input).base();
        return Optional.of(new Suite.Answer(input, expected, got, comparable(expected).equals(comparable(got))));
    }

    private static String comparable(final String name) {
        return TextNormalizer.normalize(name).toLowerCase(Locale.ROOT);
    }

    private static Optional<Suite.Answer> brand(final JsonNode row) {
        final String input = row.path("input").asText();
        return Optional.of(Suite.Answer.ofExact(input, row.path("brand").asText(), ChineseBrand.of(input)));
    }
}
