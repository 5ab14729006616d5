package org.nificrm.values.email;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Reads e-mail fields. Safe for use by many threads.
 */
public final class EmailParser {
    private static final int LONGEST_FIELD = 2_000;

    private final EmailDomains domains;
    private final boolean repairTypos;

    /**
     * @param repairTypos whether a domain with a typing error is replaced by the suggested one
     */
    public EmailParser(final boolean repairTypos) {
        this(EmailDomains.wellKnown(), repairTypos);
    }

    /**
     * @param domains the domains to know
     * @param repairTypos whether a domain with a typing error is replaced by the suggested one
     */
    public EmailParser(final EmailDomains domains, final boolean repairTypos) {
        this.domains = domains;
        this.repairTypos = repairTypos;
    }

    /**
     * @param raw an e-mail field: one address or several, bare or with display names
     * @return the addresses, or why there are none
     */
    public EmailReading parse(final String raw) {
        if (raw.isBlank()) {
            return EmailReading.none(EmailStatus.EMPTY);
        }

        if (raw.length() > LONGEST_FIELD) {
            return EmailReading.none(EmailStatus.INVALID);
        }

        final List<EmailAddress> addresses = new ArrayList<>();
        for (final String text : EmailText.addresses(raw)) {
            if (EmailPlaceholders.contains(text)) {
                return EmailReading.none(EmailStatus.PLACEHOLDER);
            }

            final EmailSyntax.Parts parts = EmailSyntax.parse(text);
            if (parts == null) {
                return EmailReading.none(EmailStatus.INVALID);
            }

            addresses.add(examined(parts));
        }

        return addresses.isEmpty() ? EmailReading.none(EmailStatus.EMPTY) : EmailReading.of(addresses);
    }

    private EmailAddress examined(final EmailSyntax.Parts parts) {
        final Set<EmailWarning> warnings = EnumSet.noneOf(EmailWarning.class);
        final String suggestion = domains.suggestionFor(parts.domain());
        if (!suggestion.isEmpty() || !hasPlainTopLevelDomain(parts.asciiDomain())) {
            warnings.add(EmailWarning.DOMAIN_TYPO);
        }

        if (domains.isDisposable(parts.asciiDomain())) {
            warnings.add(EmailWarning.DISPOSABLE);
        }

        if (domains.isRole(parts.localPart())) {
            warnings.add(EmailWarning.ROLE);
        }

        if (repairTypos && !suggestion.isEmpty()) {
            return new EmailAddress(parts.localPart() + '@' + suggestion, suggestion, suggestion, warnings);
        }

        return new EmailAddress(parts.localPart() + '@' + parts.domain(), parts.asciiDomain(), suggestion, warnings);
    }

    /** Every top-level domain in use is made of letters or is an A-label. */
    private static boolean hasPlainTopLevelDomain(final String asciiDomain) {
        final String topLevelDomain = asciiDomain.substring(asciiDomain.lastIndexOf('.') + 1);
        return topLevelDomain.startsWith("xn--") || EmailSyntax.isAlphabetic(topLevelDomain, 0);
    }
}
