package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.flag.Flags;
import org.nificrm.values.text.Mojibake;

import java.util.List;
import java.util.Optional;

/** Text that was read in the wrong character set or only looks so; words for yes and no. */
final class TextSuites {

    private static final String MOJIBAKE = "mojibake.csv";

    private TextSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("mojibake, broken", MOJIBAKE, 60, Suite.NOT_MEASURED, row -> isSound(row) ? Optional.empty() : answer(row)),
                new Suite("mojibake, sound", MOJIBAKE, 100, Suite.NOT_MEASURED, row -> isSound(row) ? answer(row) : Optional.empty()),
                new Suite("booleans", "authored_booleans.csv", 100, Suite.NOT_MEASURED, TextSuites::flag)
        );
    }

    /** Rows of the negative source, and all others that the suite leaves as they are. */
    private static boolean isSound(final JsonNode row) {
        return row.path("source").asText().endsWith("negative") || row.path("input").asText().equals(row.path("fixed_encoding").asText());
    }

    private static Optional<Suite.Answer> answer(final JsonNode row) {
        final String input = row.path("input").asText();
        final String expected = row.path("fixed_encoding").asText();
        final String got = Mojibake.repair(input);
        return Optional.of(new Suite.Answer(input, expected, got, got.equals(expected) || got.equals(row.path("fixed").asText())));
    }

    private static Optional<Suite.Answer> flag(final JsonNode row) {
        final String input = row.path("input").asText();
        final String got = Flags.parse(input).map(String::valueOf).orElse("");
        return Optional.of(Suite.Answer.ofExact(input, row.path("value").asText(), got));
    }
}
