package org.nificrm.matching;

import org.nificrm.matching.block.Blocks;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.List;

/**
 * The groups found in a batch.
 *
 * @param profiles   the records in the order they were added
 * @param clusters   for each record the number of the first record of its group
 * @param edges      scored pairs from the review threshold up
 * @param scorer     the model in force
 * @param candidates number of pairs compared
 * @param blocks     what brought the pairs together
 */
public record BatchMatch(List<Profile> profiles, int[] clusters, Edges edges, Scorer scorer, long candidates, Blocks blocks) {
}
