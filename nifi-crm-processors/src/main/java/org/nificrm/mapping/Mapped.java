package org.nificrm.mapping;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;

import java.util.List;

/**
 * The answer to one record.
 *
 * @param record the target record; complete only if the answer {@link #isValid()}
 * @param issues everything that went wrong, in the order of the rules
 */
public record Mapped(Record record, List<Issue> issues) {

    /** Whether the record is good to go on. */
    public boolean isValid() {
        for (final Issue issue : issues) {
            if (issue.severity() == Severity.ERROR) {
                return false;
            }
        }

        return true;
    }
}
