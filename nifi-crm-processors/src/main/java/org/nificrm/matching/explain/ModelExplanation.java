package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.model.MatchModel.LevelWeight;

/**
 * Explains a model: what each level of each attribute is worth.
 */
public final class ModelExplanation {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ModelExplanation() {
    }

    /** @return m, u and bits for each level of each attribute */
    public static ObjectNode of(final MatchModel model) {
        final ObjectNode root = MAPPER.createObjectNode();
        root.put("model", model.version());
        root.put("trained_on", model.trainedOn());
        final ArrayNode levels = root.putArray("levels");
        for (final LevelWeight weight : model.levelWeights()) {
            levels.addObject().put("attribute", weight.attribute()).put("level", weight.level()).put("m", weight.match())
                    .put("u", weight.unrelated()).put("bits", Math.round(weight.bits() * 100) / 100.0);
        }

        return root;
    }
}
