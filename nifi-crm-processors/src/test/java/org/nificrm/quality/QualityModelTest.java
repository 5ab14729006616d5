package org.nificrm.quality;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

class QualityModelTest {

    private static final double EXACT = 1e-12;

    @Test
    void aDimensionNothingCanBeSaidAboutIsNullAndLeavesTheOthersTheirWeight() {
        final Measures measures = new Measures();
        measures.expect(1, true);
        measures.expect(1, false);
        measures.check(1, true);

        final Scores scores = QualityModel.DEFAULT.score(measures);

        assertEquals(0.5, scores.completeness(), EXACT);
        assertEquals(1.0, scores.validity(), EXACT);
        assertNull(scores.consistency());
        assertNull(scores.accuracy());
        assertEquals((0.35 * 0.5 + 0.35) / 0.7, scores.score(), EXACT);
        assertEquals(Grade.REVIEW, scores.grade());
    }

    @Test
    void allFourDimensionsAreWeighed() {
        final Measures measures = new Measures();
        measures.expect(2, true);
        measures.check(3, false);
        measures.check(1, true);
        measures.consistency(2, 1);
        measures.accuracy(4, 3);

        assertEquals(0.35 + 0.35 * 0.25 + 0.15 * 0.5 + 0.15 * 0.75, QualityModel.DEFAULT.score(measures).score(), EXACT);
    }

    @Test
    void nothingMeasuredIsNoScoreAndNoReproach() {
        final Scores scores = QualityModel.DEFAULT.score(new Measures());

        assertNull(scores.score());
        assertEquals(Grade.ACCEPT, scores.grade());
    }

    @Test
    void measuresOfRecordsAddUp() {
        final Measures one = new Measures();
        one.expect(1, true);
        final Measures other = new Measures();
        other.expect(1, false);
        one.add(other);

        assertEquals(0.5, QualityModel.DEFAULT.score(one).completeness(), EXACT);
    }
}
