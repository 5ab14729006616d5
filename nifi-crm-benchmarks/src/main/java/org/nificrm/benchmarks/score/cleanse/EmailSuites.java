package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.email.EmailAddress;
import org.nificrm.values.email.EmailDomains;
import org.nificrm.values.email.EmailParser;
import org.nificrm.values.email.EmailReading;
import org.nificrm.values.email.EmailSyntax;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** E-mail fields: validity, normal form, typing errors of the domain. */
final class EmailSuites {

    private static final Pattern ESCAPED = Pattern.compile("\\\\u00([0-9a-fA-F]{2})");
    private static final EmailParser PARSER = new EmailParser(false);
    private static final EmailParser REPAIRING_PARSER = new EmailParser(true);
    /** The domains that the suite of typing errors is written for. */
    private static final EmailDomains SUITE_DOMAINS = EmailDomains.of(
            Set.of("google.com", "gmail.com", "emaildomain.com", "comcast.net", "facebook.com", "msn.com"),
            Set.of("yahoo", "hotmail", "mail", "live", "outlook", "gmx"),
            Set.of("co.uk", "com", "org", "info", "fr"));

    private EmailSuites() {
    }

    static List<Suite> all() {
        return List.of(
                new Suite("emails, ordinary", "emails.csv", 98, 94.0, EmailSuites::ordinary),
                new Suite("emails, normal form", "email_normalize.csv", 95, Suite.NOT_MEASURED, EmailSuites::normalForm),
                new Suite("emails, typing errors", "email_typos.csv", 95, Suite.NOT_MEASURED, EmailSuites::typo),
                new Suite("emails, messy", "authored_emails_messy.csv", 95, Suite.NOT_MEASURED, EmailSuites::messy)
        );
    }

    private static Optional<Suite.Answer> ordinary(final JsonNode row) {
        if (row.path("unusual").asInt() != 0 || row.path("disputed").asInt() != 0) {
            return Optional.empty();
        }

        final String written = row.path("address").asText();
        final String address = row.path("escaped").asInt() == 0 ? written : unescaped(written);
        return Optional.of(Suite.Answer.ofExact(written, row.path("expected").asText(), EmailSyntax.isValid(address) ? "valid" : "invalid"));
    }

    private static String unescaped(final String text) {
        return ESCAPED.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(match.group(1), 16))));
    }

    private static Optional<Suite.Answer> normalForm(final JsonNode row) {
        final String input = row.path("input").asText();
        final String got = PARSER.parse(input).addresses().stream()
                .map(address -> address.address() + " " + address.asciiDomain())
                .collect(Collectors.joining(", "));
        return Optional.of(Suite.Answer.ofExact(input, row.path("normalized").asText() + " " + row.path("ascii_domain").asText(), got));
    }

    private static Optional<Suite.Answer> typo(final JsonNode row) {
        final String input = row.path("input").asText();
        final String domain = input.substring(input.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
        return Optional.of(Suite.Answer.ofExact(input, row.path("suggested_domain").asText(), SUITE_DOMAINS.suggestionFor(domain)));
    }

    private static Optional<Suite.Answer> messy(final JsonNode row) {
        final String input = row.path("input").asText();
        final EmailReading reading = REPAIRING_PARSER.parse(input);
        final String addresses = reading.addresses().stream().map(EmailAddress::address).collect(Collectors.joining("|"));
        final String got = addresses + " " + reading.status().name().toLowerCase(Locale.ROOT);
        return Optional.of(Suite.Answer.ofExact(input, row.path("normalized").asText() + " " + row.path("status").asText(), got));
    }
}
