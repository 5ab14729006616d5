package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.matching.BatchMatch;

/**
 * Explains a run as a whole.
 */
public final class RunExplanation {
    private RunExplanation() {
    }

    /** @return the model, how many pairs were compared, and what came of it */
    public static ObjectNode of(final BatchMatch match) {
        final ObjectNode root = ModelExplanation.of(match.scorer().model());
        final int records = match.profiles().size();
        int groups = 0;
        for (int record = 0; record < records; record++) {
            groups += match.clusters()[record] == record ? 1 : 0;
        }

        return root.put("records", records).put("golden_records", groups).put("candidates", match.candidates())
                .put("candidates_per_record", records == 0 ? 0 : Math.round(10.0 * match.candidates() / records) / 10.0)
                .put("blocks", match.blocks().count()).put("largest_block", match.blocks().largest())
                .put("possible_matches", match.possibleMatches().size());
    }
}
