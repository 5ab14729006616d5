package org.nificrm.matching.compare;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.nificrm.matching.prepare.Letters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SimilarityTest {

    @ParameterizedTest
    @CsvSource({"martha, marhta, 0.9611", "dwayne, duane, 0.8400", "dixon, dicksonx, 0.8133", "same, same, 1", "abc, xyz, 0"})
    void jaroWinklerGivesThePublishedNumbers(final String first, final String second, final double expected) {
        assertEquals(expected, Similarity.jaroWinkler(first.toCharArray(), second.toCharArray()), 0.0001);
    }

    @ParameterizedTest
    @CsvSource({"anna, anna, 0", "anna, ana, 1", "anna, anne, 1", "anna, nana, 1", "anna, nnaa, 2", "smith, smyhte, 3", "anna, annalise, 3"})
    void distanceCountsEditsAndSwapsUpToTheLimit(final String first, final String second, final int expected) {
        assertEquals(expected, Similarity.distance(first.toCharArray(), second.toCharArray(), 2));
    }

    @Test
    void hopelessPairsAreSettledWithoutComparing() {
        final Letters first = new Letters("jonathan");
        final Letters second = new Letters("beatrix");

        assertTrue(first.needsMoreEdits(second, 2));
        assertEquals(0, Similarity.jaroWinkler(first, second, 0.76));
        assertFalse(Similarity.isWithin(first, second, 2));
    }
}
