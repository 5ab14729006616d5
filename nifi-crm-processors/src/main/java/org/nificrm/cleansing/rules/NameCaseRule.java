package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.FieldRule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.customer.Severity;
import org.nificrm.values.name.NameCase;
import org.nificrm.values.text.Mojibake;

import java.util.EnumSet;

/** Names have letters, and where these are all capitals or all small, the case of names. */
public final class NameCaseRule extends FieldRule {

    private final boolean repair;

    public NameCaseRule(final RuleSettings settings) {
        super(EnumSet.of(FieldRole.FULL_NAME, FieldRole.FIRST_NAME, FieldRole.MIDDLE_NAME, FieldRole.LAST_NAME));
        this.repair = settings.options().flag("repair", true);
    }

    @Override
    protected void apply(final WorkingField field) {
        final String name = field.text();
        if (!isName(name)) {
            field.keep("NAME_INVALID", Severity.WARNING, Dimension.VALIDITY, "No name: names have letters and no at sign");
            return;
        }

        field.accept();
        final boolean company = field.role() == FieldRole.FULL_NAME && field.group().record().isOrganization();
        final String repaired = repair && !company ? NameCase.repair(name) : name;
        if (!repaired.equals(name) && isSettled(repaired)) {
            field.rewrite("NAME_CASE", repaired, "Was in capitals or small letters throughout");
        }
    }

    /** Neither this rule nor the repair of misread text, which has run, would change it again. */
    private static boolean isSettled(final String repaired) {
        return NameCase.repair(repaired).equals(repaired) && Mojibake.repair(repaired).equals(repaired);
    }

    /** Whether the text can be a name at all. */
    static boolean isName(final String text) {
        return text != null && text.indexOf('@') < 0 && text.codePoints().anyMatch(Character::isLetter);
    }
}
