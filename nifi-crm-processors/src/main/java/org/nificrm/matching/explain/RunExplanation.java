package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.matching.BatchMatch;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.prepare.Profile;

/**
 * Explains a run as a whole, without a value of any record.
 */
public final class RunExplanation {
    private static final double CURVE_STEP_BITS = 2;
    private static final double CURVE_END_BITS = 20;

    private RunExplanation() {
    }

    /**
     * Explains a run.
     *
     * @return the model; how many pairs were compared, in how many blocks; the records that cannot be linked, as they say too little to
     *         reach the match threshold even with an exact copy; and how many pairs score at least so many bits, from the review
     *         threshold up
     */
    public static ObjectNode of(final BatchMatch match, final MatchSettings settings) {
        final ObjectNode root = ModelExplanation.of(match.scorer().model());
        final int records = match.profiles().size();
        final int candidates = match.candidates().count();
        root.put("candidates", candidates).put("candidates_per_record", records == 0 ? 0 : Math.round(10.0 * candidates / records) / 10.0)
                .put("blocks", match.candidates().blocks()).put("largest_block", match.candidates().largestBlock())
                .put("unlinkable", unlinkable(match, settings.matchThreshold()));
        final ArrayNode curve = root.putArray("threshold_curve");
        for (double bits = settings.reviewThreshold(); bits <= CURVE_END_BITS; bits += CURVE_STEP_BITS) {
            curve.addObject().put("bits", bits).put("pairs", pairs(match, bits));
        }

        return root;
    }

    private static int unlinkable(final BatchMatch match, final double threshold) {
        int unlinkable = 0;
        for (final Profile profile : match.profiles()) {
            unlinkable += match.scorer().score(profile, profile) < threshold ? 1 : 0;
        }

        return unlinkable;
    }

    private static long pairs(final BatchMatch match, final double least) {
        long pairs = 0;
        for (int edge = 0; edge < match.edges().size(); edge++) {
            pairs += match.edges().score(edge) >= least ? 1 : 0;
        }

        return pairs;
    }
}
