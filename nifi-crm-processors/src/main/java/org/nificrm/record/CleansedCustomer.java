package org.nificrm.record;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.Finding;
import org.nificrm.quality.Scores;

import java.util.List;

/**
 * One record after cleansing, with its quality.
 *
 * @param record      the record to write, in the schema of its way
 * @param quarantined whether it goes aside
 * @param findings    what was found and done
 * @param before      its scores as it came
 * @param after       its scores as it leaves
 */
public record CleansedCustomer(Record record, boolean quarantined, List<Finding> findings, Scores before, Scores after) {
}
