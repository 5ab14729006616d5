package org.nificrm.cleansing.rules;

import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.Tally;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingGroup;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;

import java.util.List;
import java.util.Map;

/** Fields that should agree with each other; which of two is wrong only a person can tell, so that none is changed. */
public final class ConsistencyRule implements Rule {

    private final List<ConsistencyCheck> checks;
    private final List<DatesInOrder> datesInOrder;

    public ConsistencyRule(final RuleSettings settings) {
        final List<String> skipped = settings.options().texts("skip");
        this.checks = allChecks().stream().filter(check -> !skipped.contains(check.code())).toList();
        this.datesInOrder = settings.options().objects("dates").stream().flatMap(pair -> DatesInOrder.read(pair).stream()).toList();
    }

    private static List<ConsistencyCheck> allChecks() {
        return List.of(
                new NamePartsCheck(),
                new PhoneCountryCheck(),
                new PostalRegionCheck(),
                ResidentIdCheck.BIRTH_DATE,
                ResidentIdCheck.GENDER,
                new DatesOrderCheck(DatesInOrder.CODE, FieldRole.CREATED_AT, FieldRole.UPDATED_AT, "The record was changed before it was created"),
                new DatesOrderCheck("BIRTH_AFTER_CREATION", FieldRole.BIRTH_DATE, FieldRole.CREATED_AT, "The customer was born after the record was created"));
    }

    @Override
    public void apply(final WorkingRecord record) {
        int before = 0;
        int passedBefore = 0;
        int after = 0;
        int passedAfter = 0;
        for (final WorkingGroup group : record.groups()) {
            final Map<FieldRole, Object> values = group.values(true);
            final Map<FieldRole, Object> delivered = group.hasFilled() ? group.values(false) : values;
            for (final ConsistencyCheck check : checks) {
                final ConsistencyCheck.Verdict now = check.check(values);
                final ConsistencyCheck.Verdict then = values == delivered ? now : check.check(delivered);
                before += then == ConsistencyCheck.Verdict.NOT_APPLICABLE ? 0 : 1;
                passedBefore += then == ConsistencyCheck.Verdict.PASSED ? 1 : 0;
                after += now == ConsistencyCheck.Verdict.NOT_APPLICABLE ? 0 : 1;
                passedAfter += now == ConsistencyCheck.Verdict.PASSED ? 1 : 0;
                if (now == ConsistencyCheck.Verdict.FAILED) {
                    final WorkingField field = group.field(check.field());
                    record.report(check.code(), Severity.WARNING, field == null ? null : field.path(), Dimension.CONSISTENCY, Action.KEPT, check.message());
                }
            }
        }

        record.addConsistency(new Tally(before, passedBefore), new Tally(after, passedAfter));
        for (final DatesInOrder dates : datesInOrder) {
            final Tally tally = dates.check(record);
            record.addConsistency(tally, tally);
        }
    }
}
