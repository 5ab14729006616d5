package org.nificrm.values.email;

import java.util.List;

/**
 * What an e-mail field holds.
 *
 * @param status how far the field was understood
 * @param addresses the addresses in the order of the field; empty unless the status is VALID or SUSPECT
 */
public record EmailReading(EmailStatus status, List<EmailAddress> addresses) {

    public EmailReading {
        addresses = List.copyOf(addresses);
        final boolean understood = status == EmailStatus.VALID || status == EmailStatus.SUSPECT;
        if (understood == addresses.isEmpty()) {
            throw new IllegalArgumentException("Addresses go with the status VALID or SUSPECT only");
        }
    }

    static EmailReading none(final EmailStatus status) {
        return new EmailReading(status, List.of());
    }

    static EmailReading of(final List<EmailAddress> addresses) {
        EmailStatus status = EmailStatus.VALID;
        for (final EmailAddress address : addresses) {
            status = address.warnings().isEmpty() ? status : EmailStatus.SUSPECT;
        }

        return new EmailReading(status, addresses);
    }
}
