package org.nificrm.values.email;

import java.util.Objects;
import java.util.Set;

/**
 * One e-mail address.
 *
 * @param address local part as written, domain in lower case
 * @param asciiDomain the domain as the domain name system knows it (RFC 5890 A-labels)
 * @param suggestedDomain the domain that was probably meant, empty without a typing error
 * @param warnings what may be wrong with it
 */
public record EmailAddress(String address, String asciiDomain, String suggestedDomain, Set<EmailWarning> warnings) {

    public EmailAddress {
        Objects.requireNonNull(asciiDomain);
        Objects.requireNonNull(suggestedDomain);
        warnings = Set.copyOf(warnings);
        if (address.lastIndexOf('@') < 1) {
            throw new IllegalArgumentException("An e-mail address has a local part and a domain");
        }
    }

    /**
     * @return the part before the last at sign
     */
    public String localPart() {
        return address.substring(0, address.lastIndexOf('@'));
    }

    /**
     * @return the part behind the last at sign
     */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }

    /**
     * @return whether mail servers need SMTPUTF8 (RFC 6531) to deliver to the address
     */
    public boolean needsSmtpUtf8() {
        return localPart().chars().anyMatch(character -> character > 0x7F);
    }
}
