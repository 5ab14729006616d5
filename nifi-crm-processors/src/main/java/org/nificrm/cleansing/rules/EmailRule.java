package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.PlaceholderPolicy;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.customer.Severity;
import org.nificrm.values.email.EmailAddress;
import org.nificrm.values.email.EmailParser;
import org.nificrm.values.email.EmailReading;
import org.nificrm.values.email.EmailWarning;

import java.util.EnumSet;
import java.util.List;

/** E-mail fields become bare addresses; what is deliverable by its form and doubtful otherwise is reported. */
public final class EmailRule extends FieldRule {

    private final EmailParser parser = new EmailParser(false);
    private final PlaceholderPolicy placeholderPolicy;
    private final boolean repairTypos;

    public EmailRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.EMAIL));
        this.placeholderPolicy = settings.general().placeholderPolicy();
        this.repairTypos = settings.options().flag("repairTypos", false);
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null || field.isPlaceholder()) {
            return;
        }

        final EmailReading reading = parser.parse(text);
        switch (reading.status()) {
            case VALID, SUSPECT -> write(field, text, reading.addresses());
            case PLACEHOLDER -> PlaceholderSettlement.settle(field, placeholderPolicy);
            case INVALID, EMPTY -> field.keep("EMAIL_INVALID", Severity.WARNING, Dimension.VALIDITY, "No e-mail address");
        }
    }

    private void write(final WorkingField field, final String text, final List<EmailAddress> addresses) {
        final EmailAddress first = addresses.getFirst();
        if (addresses.size() > 1 && !appendOthers(field, addresses)) {
            field.keep("EMAIL_SEVERAL", Severity.WARNING, Dimension.VALIDITY,
                    "Several addresses in one field, and the schema has no list %s for the others".formatted(CustomerSchema.EMAILS));
            return;
        }

        field.accept();
        if (addresses.size() > 1) {
            field.repair("EMAIL_SEVERAL", first.address(), "Several addresses in one field; the others are in " + CustomerSchema.EMAILS);
        } else if (first.address().equalsIgnoreCase(text) && !first.address().equals(text)) {
            field.rewrite("EMAIL_DOMAIN_CASE", first.address(), "Domains are written in small letters");
        } else if (!first.address().equals(text)) {
            field.repair("EMAIL_EXTRACTED", first.address(), "The address without what stood around it");
        }

        warn(field, first);
    }

    private static boolean appendOthers(final WorkingField field, final List<EmailAddress> addresses) {
        for (final EmailAddress other : addresses.subList(1, addresses.size())) {
            if (!field.group().record().append("EMAIL_MOVED", CustomerSchema.EMAILS, other.address(), field.path(),
                    "Stood in " + field.path() + " with another address")) {
                return false;
            }
        }

        return true;
    }

    private void warn(final WorkingField field, final EmailAddress address) {
        if (address.warnings().contains(EmailWarning.DOMAIN_TYPO)) {
            if (repairTypos && !address.suggestedDomain().isEmpty()) {
                field.repair("EMAIL_DOMAIN_TYPO", address.localPart() + '@' + address.suggestedDomain(), "The domain had a typing error");
            } else {
                field.keep("EMAIL_DOMAIN_TYPO", Severity.WARNING, Dimension.VALIDITY, address.suggestedDomain().isEmpty()
                        ? "No domain ends like this" : "Did you mean %s?".formatted(address.suggestedDomain()));
            }
        }

        if (address.warnings().contains(EmailWarning.DISPOSABLE)) {
            field.keep("EMAIL_DISPOSABLE", Severity.WARNING, null, "The domain hands out throw-away addresses");
        }

        if (address.warnings().contains(EmailWarning.ROLE)) {
            field.keep("EMAIL_ROLE", Severity.INFO, null, "The address belongs to a function, not to a person");
        }
    }
}
