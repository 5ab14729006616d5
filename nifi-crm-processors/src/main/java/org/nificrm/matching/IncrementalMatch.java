package org.nificrm.matching;

import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.model.Scorer;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a batch that was matched against everything seen before.
 *
 * @param goldenIds       golden id of each record of the batch
 * @param entities        every entity that has a record of the batch or whose members changed, in the order of their oldest records
 * @param possibleMatches pairs with a record of the batch from the review threshold up that are not in one entity
 * @param scorer          the model in force
 * @param candidates      number of pairs compared
 * @param arrivals        what was known of the batch
 */
public record IncrementalMatch(Map<SourceKey, UUID> goldenIds, List<EntityState> entities, List<PossibleMatch> possibleMatches, Scorer scorer,
        long candidates, Arrivals arrivals) {
}
