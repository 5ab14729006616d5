package org.nificrm.matching.survive;

import java.util.List;
import java.util.Map;

/**
 * The one record that stands for all records of an entity.
 *
 * @param values    surviving values by field, in the order of the fields; fields without a value are absent
 * @param survivors where each value came from
 */
public record GoldenRecord(Map<String, Object> values, List<Survivor> survivors) {
}
