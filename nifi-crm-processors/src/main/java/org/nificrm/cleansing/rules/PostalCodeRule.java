package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.address.AddressFormat;
import org.nificrm.values.address.AddressFormats;
import org.nificrm.values.address.PostalCodeStatus;

import java.util.EnumSet;

/** A postal code is one of its country, written as its postal service does; of an unknown country nothing can be said. */
public final class PostalCodeRule extends FieldRule {

    /** A number of five digits that lost more zeros than this is no longer recognisable. */
    private static final int MOST_LOST_ZEROS = 2;

    public PostalCodeRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.POSTAL_CODE));
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        final String region = field.group().region();
        final AddressFormat format = region == null ? null : AddressFormats.of(region);
        if (text == null || format == null || format.postalCode() == null) {
            return;
        }

        final String code = format.normalize(text);
        if (format.check(code) == PostalCodeStatus.VALID) {
            settle(field, text, code);
        } else if (field.value() instanceof Number) {
            repairNumber(field, format, text);
        } else {
            refuse(field);
        }
    }

    private static void settle(final WorkingField field, final String text, final String code) {
        field.accept();
        if (!code.equals(text)) {
            field.rewrite("POSTAL_CODE_FORMATTED", code, "Written as the country's postal service does");
        }
    }

    /** Where a code was kept as a number its leading zeros are gone. */
    private static void repairNumber(final WorkingField field, final AddressFormat format, final String digits) {
        String padded = digits;
        for (int zeros = 0; zeros < MOST_LOST_ZEROS; zeros++) {
            padded = "0" + padded;
            if (format.check(padded) == PostalCodeStatus.VALID) {
                field.repair("POSTAL_CODE_ZEROS", padded, "Its leading zeros were lost since it was kept as a number");
                return;
            }
        }

        refuse(field);
    }

    private static void refuse(final WorkingField field) {
        field.keep("POSTAL_CODE_INVALID", Severity.WARNING, Dimension.VALIDITY, "No postal code of the country; check both");
    }
}
