package org.nificrm.cleansing.rules;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.RuleSettings;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Issue;

/** A record that an earlier stage could not map goes aside: it says so in its issues. */
public final class EarlierIssuesRule implements Rule {

    private static final String MAPPING_ERROR = "MAPPING_ERROR";

    private final String codePrefix;

    public EarlierIssuesRule(final RuleSettings settings) {
        this.codePrefix = settings.options().text("prefix").orElse("MAP_");
    }

    @Override
    public void apply(final WorkingRecord record) {
        if (record.value(Issue.FIELD_NAME) instanceof final Object[] issues) {
            for (final Object issue : issues) {
                if (issue instanceof final Record earlier && isError(earlier)) {
                    record.quarantine(MAPPING_ERROR);
                    return;
                }
            }
        }
    }

    private boolean isError(final Record issue) {
        final String code = issue.getAsString("code");
        return code != null && code.startsWith(codePrefix) && "error".equals(issue.getAsString("severity"));
    }
}
