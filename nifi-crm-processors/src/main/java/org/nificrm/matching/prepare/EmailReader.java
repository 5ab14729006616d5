package org.nificrm.matching.prepare;

import org.nificrm.values.email.EmailDomains;

import java.util.Locale;

/**
 * Reads e-mail addresses, broken ones too.
 */
final class EmailReader implements ValueReader {
    private static final EmailDomains DOMAINS = EmailDomains.wellKnown();
    private static final int SHORTEST = 3;

    @Override
    public Value read(final String raw) {
        String address = raw.strip().toLowerCase(Locale.ROOT);
        if (address.startsWith("mailto:")) {
            address = address.substring("mailto:".length());
        }

        if (address.length() < SHORTEST) {
            return null;
        }

        final int at = address.lastIndexOf('@');
        final String local = at < 0 ? address : address.substring(0, at);
        return new EmailValue(address, local, DOMAINS.isRole(local));
    }
}
