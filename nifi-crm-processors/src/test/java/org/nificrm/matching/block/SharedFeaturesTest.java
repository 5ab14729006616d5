package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SharedFeaturesTest {

    private static final int MOST = 7;
    private static final int RECORDS = 900;

    private final Random random = new Random(9);
    private final SharedFeatures shared = new SharedFeatures(MOST);

    @Test
    void itCountsAndListsTheRecordsThatHaveAllFeaturesOfASet() {
        for (int round = 0; round < 20; round++) {
            final int records = 1 + random.nextInt(RECORDS);
            final List<IntArrayList> lists = lists(records);
            shared.read(lists, records);
            for (int set = 1; set < 1 << lists.size(); set++) {
                if (Integer.bitCount(set) > 1) {
                    final int[] expected = having(lists, set, records);
                    final IntSortedSet first = new IntRBTreeSet();
                    shared.addFirst(set, 5, first);
                    assertEquals(expected.length, shared.count(set));
                    assertEquals(new IntRBTreeSet(IntStream.of(expected).limit(5).toArray()), first);
                }
            }
        }
    }

    @Test
    void recordsThatMetInTwoPartsAreAdded() {
        final List<IntArrayList> lists = lists(RECORDS).subList(0, 3);
        shared.read(lists, RECORDS);
        shared.meet(0b011);
        shared.meet(0b110);

        final IntSortedSet found = new IntRBTreeSet();
        shared.addMet(2, found);

        assertEquals(new IntRBTreeSet(having(lists, 0b111, RECORDS)), found);
    }

    private List<IntArrayList> lists(final int records) {
        final List<IntArrayList> lists = new ArrayList<>();
        for (int feature = 0; feature < 3 + random.nextInt(5); feature++) {
            final int oneIn = 2 + random.nextInt(6);
            lists.add(new IntArrayList(IntStream.rangeClosed(1, records).filter(record -> random.nextInt(oneIn) == 0).toArray()));
        }

        return lists;
    }

    private static int[] having(final List<IntArrayList> lists, final int set, final int records) {
        return IntStream.rangeClosed(1, records).filter(record -> IntStream.range(0, lists.size()).filter(feature -> (set >>> feature & 1) == 1)
                .allMatch(feature -> lists.get(feature).contains(record))).toArray();
    }
}
