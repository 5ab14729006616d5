package org.nificrm.matching.block;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

import static org.junit.jupiter.api.Assertions.assertEquals;

class PostingsTest {

    @Test
    void aFeatureListsEachOfItsRecordsOnceInAscendingOrder() {
        final Random random = new Random(4);
        final long[] features = random.longs(60).toArray();
        final Map<Long, TreeSet<Integer>> expected = new TreeMap<>();
        final Postings postings = new Postings();
        for (int i = 0; i < 5_000; i++) {
            final long feature = features[(int) (features.length * Math.pow(random.nextDouble(), 3))];
            final int record = 1 + random.nextInt(500);
            expected.computeIfAbsent(feature, absent -> new TreeSet<>()).add(record);
            postings.add(feature, record);
        }

        expected.forEach((feature, records) -> assertEquals(List.copyOf(records), List.copyOf(postings.of(feature))));
    }

    @Test
    void aFeatureThatNobodyHasListsNobody() {
        assertEquals(List.of(), new Postings().of(17));
    }
}
