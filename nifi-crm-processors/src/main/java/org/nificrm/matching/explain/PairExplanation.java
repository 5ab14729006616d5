package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.matching.block.FeatureNames;
import org.nificrm.matching.model.Evidence;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;

/**
 * Explains the score of a pair.
 */
public final class PairExplanation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private PairExplanation() {
    }

    /**
     * Explains a pair as a waterfall from the prior to the score.
     *
     * @param masked whether values are shown by their first letter and length only
     */
    public static ObjectNode full(final Scorer scorer, final Profile first, final Profile second, final boolean masked) {
        final Evidence evidence = scorer.explain(first, second);
        final ObjectNode root = summary(scorer, first, second);
        root.put("prior_bits", rounded(evidence.priorBits()));
        final ArrayNode steps = root.putArray("steps");
        for (final Evidence.Step step : evidence.steps()) {
            steps.addObject().put("attribute", step.attribute())
                    .put("first", masked ? masked(step.first()) : step.first())
                    .put("second", masked ? masked(step.second()) : step.second())
                    .put("level", step.level())
                    .put("m", significant(step.match()))
                    .put("u", significant(step.unrelated()))
                    .put("rarity_bits", rounded(step.rarityBits()))
                    .put("bits", rounded(step.bits()))
                    .put("running_bits", rounded(step.runningBits()));
        }

        root.put("related_bits", rounded(evidence.relatedBits()));
        final ArrayNode shared = root.putArray("shared_block_features");
        FeatureNames.shared(scorer.model().attributes(), first, second).forEach(shared::add);
        return root;
    }

    /** Says which records, what score and which model, and what agreed most and least. */
    public static ObjectNode summary(final Scorer scorer, final Profile first, final Profile second) {
        final Evidence evidence = scorer.explain(first, second);
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("model", scorer.model().version());
        root.putObject("first").put("system", first.key().system()).put("id", first.key().id());
        root.putObject("second").put("system", second.key().system()).put("id", second.key().id());
        root.put("score_bits", rounded(evidence.totalBits()));
        root.put("probability", rounded(1 / (1 + Math.pow(2, -evidence.totalBits()))));
        evidence.veto().ifPresent(veto -> root.put("veto", veto));
        final ArrayNode agree = root.putArray("agree");
        final ArrayNode disagree = root.putArray("disagree");
        evidence.steps().forEach(step -> (step.bits() >= 0 ? agree : disagree).add(step.attribute() + " " + step.level()));
        return root;
    }

    private static String masked(final String value) {
        return value.isEmpty() ? value : value.substring(0, 1) + "*".repeat(value.length() - 1);
    }

    private static double rounded(final double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }

    private static double significant(final double value) {
        final double scale = Math.pow(10, 3 - Math.ceil(Math.log10(value)));
        return Math.round(value * scale) / scale;
    }
}
