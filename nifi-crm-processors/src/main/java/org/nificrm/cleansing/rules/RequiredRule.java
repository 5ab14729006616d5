package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;

import java.util.List;

/** A record without a required field goes aside. */
public final class RequiredRule implements Rule {

    private static final String MISSING = "MISSING_REQUIRED";

    private final List<List<String>> required;

    public RequiredRule(final RuleSettings settings) {
        this.required = settings.general().requiredFields();
    }

    @Override
    public void apply(final WorkingRecord record) {
        for (final List<String> alternatives : required) {
            if (alternatives.stream().noneMatch(name -> isPresent(record, name))) {
                record.report(MISSING, Severity.ERROR, "/" + alternatives.getFirst(), Dimension.COMPLETENESS, Action.QUARANTINED,
                        "%s is required and missing".formatted(String.join(" or ", alternatives)));
                record.quarantine(MISSING);
            }
        }
    }

    private static boolean isPresent(final WorkingRecord record, final String name) {
        boolean known = false;
        for (final WorkingField field : record.fields()) {
            if (field.role().key().equals(name)) {
                known = true;
                if (field.isPresent() && !field.isPlaceholder()) {
                    return true;
                }
            }
        }

        final Object value = known ? null : record.value(name);
        return value instanceof final String text ? !text.isBlank() : value != null;
    }
}
