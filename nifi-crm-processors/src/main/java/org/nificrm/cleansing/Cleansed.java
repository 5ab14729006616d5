package org.nificrm.cleansing;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.reference.Lookup;

import java.util.List;
import java.util.Set;

/**
 * What cleansing made of one record.
 *
 * @param record            a new record in the schema of its {@link RecordCleanser}; the one that came is untouched
 * @param findings          everything that was seen and done, in order
 * @param fields            what is known of each field that has a role
 * @param expectations      the values that such a record should have
 * @param consistencyBefore rules between fields that applied to the values as they came, and passed
 * @param consistencyAfter  the same for the values as they leave
 * @param accuracyBefore    fields that were compared with other systems as they came, and agreed
 * @param accuracyAfter     the same for the fields as they leave
 * @param quarantineReasons codes for which the record should go aside; empty if it may go on
 * @param lookups           what the questions to reference systems came to
 */
public record Cleansed(Record record, List<Finding> findings, List<FieldState> fields, List<Expectation> expectations, Tally consistencyBefore,
                       Tally consistencyAfter, Tally accuracyBefore, Tally accuracyAfter, Set<String> quarantineReasons, List<Lookup> lookups) {
}
