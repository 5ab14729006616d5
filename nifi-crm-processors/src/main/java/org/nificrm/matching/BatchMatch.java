package org.nificrm.matching;

import org.nificrm.matching.block.CandidatePairs;
import org.nificrm.matching.cluster.Edges;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * The groups found in a batch.
 *
 * @param profiles   the records in the order they were added
 * @param clusters   for each record the number of the first record of its group
 * @param edges      scored pairs from the review threshold up, by record numbers
 * @param scorer     the model in force
 * @param candidates the pairs that were compared
 */
public record BatchMatch(List<Profile> profiles, int[] clusters, Edges edges, Scorer scorer, CandidatePairs candidates) {

    /** @return golden id of a record: that of the first record of its group */
    public UUID goldenId(final int record) {
        return profiles.get(clusters[record]).key().goldenId();
    }

    /** @return pairs from the review threshold up that are not in one group */
    public List<PossibleMatch> possibleMatches() {
        final List<PossibleMatch> possible = new ArrayList<>();
        for (int edge = 0; edge < edges.size(); edge++) {
            if (clusters[edges.first(edge)] != clusters[edges.second(edge)]) {
                possible.add(new PossibleMatch(profiles.get(edges.first(edge)), profiles.get(edges.second(edge)), edges.score(edge)));
            }
        }

        return possible;
    }
}
