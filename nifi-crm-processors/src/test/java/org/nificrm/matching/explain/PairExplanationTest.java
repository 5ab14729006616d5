package org.nificrm.matching.explain;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class PairExplanationTest {
    private static final MatchFields FIELDS = MatchFields.parse("""
            {"given": "given_name", "family": "surname", "born": "birth_date", "mail": "email"}""");

    private final ProfileReader reader = new ProfileReader(FIELDS);
    private final Scorer scorer = new Scorer(MatchModel.builtIn(FIELDS), 1_000);
    private final Profile first = profile("1", "Robert", "Lindqvist", "1980-05-04", "bob@example.org");
    private final Profile second = profile("2", "Bob", "Lindqvist", "1980-05-04", "bob@example.org");

    @Test
    void theStepsLeadFromThePriorToTheScore() {
        final ObjectNode explanation = PairExplanation.full(scorer, first, second, true);

        double bits = explanation.get("prior_bits").asDouble();
        for (final JsonNode step : explanation.get("steps")) {
            bits += step.get("bits").asDouble();
            assertEquals(step.get("running_bits").asDouble(), bits, 0.01);
        }

        assertEquals(explanation.get("score_bits").asDouble(), bits + explanation.get("related_bits").asDouble(), 0.01);
        assertEquals(scorer.score(first, second), explanation.get("score_bits").asDouble(), 0.01);
    }

    @Test
    void maskedValuesDoNotShowWhatTheyHide() {
        assertFalse(PairExplanation.full(scorer, first, second, true).toString().contains("lindqvist"));
        assertTrue(PairExplanation.full(scorer, first, second, false).toString().contains("lindqvist"));
    }

    @Test
    void whatBroughtThePairTogetherIsNamed() {
        assertEquals("[\"email\",\"name_sound\",\"name_start\",\"birth_year\",\"birth_month_day\",\"birth_year_month\"]",
                PairExplanation.full(scorer, first, second, true).get("shared_block_features").toString());
    }

    @Test
    void aVetoIsNamed() {
        final Profile senior = profile("3", "Robert", "Lindqvist Sr", "1980-05-04", null);
        final Profile junior = profile("4", "Robert", "Lindqvist Jr", "1980-05-04", null);

        assertEquals("different generations of one family", PairExplanation.summary(scorer, senior, junior).get("veto").asText());
    }

    private Profile profile(final String id, final String... values) {
        return reader.read(new SourceRecord(new SourceKey("crm", id), values));
    }
}
