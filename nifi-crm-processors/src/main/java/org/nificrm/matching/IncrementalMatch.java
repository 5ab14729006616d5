package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;

import java.util.Map;
import java.util.UUID;

/**
 * What became of a batch that was matched against everything seen before. What else there is to know is in the store: the
 * entities, the possible matches, and which other entities changed.
 *
 * @param goldenIds  golden id of each record of the batch, and of each record that was decided about
 * @param recordIds  ids of the same records in the store, ascending
 * @param candidates number of pairs compared
 * @param arrivals   what was known of the batch
 */
public record IncrementalMatch(Map<SourceKey, UUID> goldenIds, long[] recordIds, long candidates, Arrivals arrivals) {
}
