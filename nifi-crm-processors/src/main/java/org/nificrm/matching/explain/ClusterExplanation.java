package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

import java.util.List;

/**
 * Explains a group: how strong its links are.
 */
public final class ClusterExplanation {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** Of a larger group only the first records are looked at. */
    private static final int MOST_MEMBERS = 100;

    private ClusterExplanation() {
    }

    /** @return number of records, weakest, mean and strongest score between two of them */
    public static ObjectNode of(final Scorer scorer, final List<Profile> members) {
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("records", members.size());
        final int looked = Math.min(members.size(), MOST_MEMBERS);
        double weakest = Double.POSITIVE_INFINITY;
        double strongest = Double.NEGATIVE_INFINITY;
        double sum = 0;
        int pairs = 0;
        for (int i = 0; i < looked; i++) {
            for (int j = i + 1; j < looked; j++) {
                final double bits = scorer.explain(members.get(i), members.get(j)).totalBits();
                weakest = Math.min(weakest, bits);
                strongest = Math.max(strongest, bits);
                sum += bits;
                pairs++;
            }
        }

        if (pairs > 0) {
            root.put("weakest_bits", rounded(weakest)).put("mean_bits", rounded(sum / pairs)).put("strongest_bits", rounded(strongest));
        }

        return root;
    }

    private static double rounded(final double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
