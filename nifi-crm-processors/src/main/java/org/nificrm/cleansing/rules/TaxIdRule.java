package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.identifier.CreditCode;
import org.nificrm.values.identifier.IdentifierStatus;
import org.nificrm.values.identifier.TaxNumbers;

import java.util.EnumSet;

/**
 * Chinese unified social credit codes (GB 32100): characters and check character. Numbers of other countries stay as they are written; those
 * with a known check digit are checked.
 */
public final class TaxIdRule extends FieldRule {

    private static final String CHINA = "CN";

    private final boolean acceptPilot;

    public TaxIdRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.TAX_ID));
        this.acceptPilot = settings.options().flag("acceptPilot", true);
    }

    @Override
    protected void apply(final WorkingField field) {
        final String text = field.text();
        if (text == null) {
            return;
        }

        if (CHINA.equals(field.group().region())) {
            checkCreditCode(field, text);
        } else {
            checkTaxNumber(field, text);
        }
    }

    private static void checkTaxNumber(final WorkingField field, final String text) {
        final IdentifierStatus status = TaxNumbers.check(field.group().region(), text);
        if (status == IdentifierStatus.VALID) {
            field.accept();
        } else if (status == IdentifierStatus.CHECK_CHARACTER) {
            invalid(field, "Its check digit does not fit: something was mistyped");
        }
    }

    private void checkCreditCode(final WorkingField field, final String text) {
        switch (CreditCode.check(text)) {
            case VALID -> write(field, text);
            case PILOT -> {
                if (acceptPilot) {
                    write(field, text);
                    field.keep("TAX_ID_PILOT", Severity.WARNING, null, "Such codes were given out in pilots before October 2015");
                } else {
                    invalid(field, "Its check character does not fit");
                }
            }
            case CHECK_CHARACTER -> invalid(field, "Its check character does not fit: something was mistyped");
            case FORM, REGION, DATE -> invalid(field, "No unified social credit code by its length or characters");
        }
    }

    private static void write(final WorkingField field, final String text) {
        field.accept();
        final String code = CreditCode.normalize(text);
        if (!code.equals(text)) {
            field.rewrite("TAX_ID_FORMATTED", code, "Written in capitals without blanks");
        }
    }

    private static void invalid(final WorkingField field, final String message) {
        field.keep("TAX_ID_INVALID", Severity.WARNING, Dimension.VALIDITY, message);
    }
}
