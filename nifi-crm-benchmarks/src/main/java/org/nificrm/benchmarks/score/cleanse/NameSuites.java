package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.name.NameCase;
import org.nificrm.values.name.PersonName;
import org.nificrm.values.name.PersonNameParser;
import org.nificrm.values.text.Placeholders;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Person names into parts, and the case of their letters. */
final class NameSuites {

    private NameSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("names_nameparser, all fields", "names_nameparser.jsonl", 95, 71.7, NameSuites::allParts),
                new Suite("names_nameparser, first + last", "names_nameparser.jsonl", 95, Suite.NOT_MEASURED, NameSuites::firstAndLast),
                new Suite("names_other, all fields", "names_other.jsonl", 80, 70.1, NameSuites::allParts),
                new Suite("names_other, first + last", "names_other.jsonl", 80, Suite.NOT_MEASURED, NameSuites::firstAndLast),
                new Suite("names_probablepeople, all fields", "names_probablepeople.jsonl", 92, 75.3, NameSuites::allParts),
                new Suite("names_probablepeople, first + last", "names_probablepeople.jsonl", 92, Suite.NOT_MEASURED, NameSuites::firstAndLast),
                new Suite("names_cjk", "names_cjk.csv", 99.5, 91.1, NameSuites::eastAsian),
                new Suite("names_cjk, messy", "authored_names_cjk_messy.csv", 90, Suite.NOT_MEASURED, NameSuites::eastAsian),
                new Suite("name_case", "name_case.csv", 95, 88.3, NameSuites::letterCase)
        );
    }

    private static Optional<Suite.Answer> allParts(final JsonNode row) {
        return Optional.of(compare(row, row.path("expect").properties().stream().map(Map.Entry::getKey).toList()));
    }

    private static Optional<Suite.Answer> firstAndLast(final JsonNode row) {
        final List<String> parts = List.of("first", "last").stream().filter(row.path("expect")::has).toList();
        return parts.isEmpty() ? Optional.empty() : Optional.of(compare(row, parts));
    }

    private static Suite.Answer compare(final JsonNode row, final List<String> parts) {
        final String input = row.path("input").asText();
        final PersonName name = PersonNameParser.parse(input);
        final StringBuilder expected = new StringBuilder();
        final StringBuilder got = new StringBuilder();
        boolean right = true;
        for (final String part : parts) {
            final String wanted = row.path("expect").path(part).asText();
            final String answer = part(name, part);
            right &= comparable(wanted).equals(comparable(answer));
            expected.append(part).append('=').append(wanted).append("; ");
            got.append(part).append('=').append(answer).append("; ");
        }

        return new Suite.Answer(input, expected.toString(), got.toString(), right);
    }

    private static String part(final PersonName name, final String part) {
        return switch (part) {
            case "title" -> name.title();
            case "first" -> name.first();
            case "middle" -> name.middle();
            case "last" -> name.last();
            case "suffix" -> name.suffix();
            case "nickname" -> name.nickname();
            case "given_all" -> (name.first() + " " + name.middle()).strip();
            default -> throw new IllegalArgumentException("Not a part of a name: " + part);
        };
    }

    private static String comparable(final String part) {
        return part.replaceAll("[.,]", "").replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    }

    /** As the rules run: placeholders first. */
    private static Optional<Suite.Answer> eastAsian(final JsonNode row) {
        final String input = row.path("input").asText();
        final Locale locale = Locale.forLanguageTag(row.path("lang").asText().replace('_', '-'));
        final boolean placeholder = Placeholders.standard().isPlaceholder(input, Placeholders.Kind.NAME);
        final PersonName name = placeholder ? PersonName.EMPTY : PersonNameParser.parse(input, locale);
        final String expected = row.path("family").asText() + "|" + row.path("given").asText() + withTitle(row, row.path("title").asText());
        final String got = name.last() + "|" + name.first() + withTitle(row, name.title());
        return Optional.of(Suite.Answer.ofExact(input, expected, got));
    }

    private static String withTitle(final JsonNode row, final String title) {
        return row.has("title") ? "|" + title : "";
    }

    private static Optional<Suite.Answer> letterCase(final JsonNode row) {
        final String input = row.path("input").asText();
        final boolean forced = row.path("force").asBoolean() || "True".equals(row.path("force").asText());
        final String got = forced ? NameCase.force(input) : NameCase.repair(input);
        return Optional.of(Suite.Answer.ofExact(input, row.path("expected").asText(), got));
    }
}
