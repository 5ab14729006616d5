package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntRBTreeSet;
import it.unimi.dsi.fastutil.ints.IntSortedSet;
import org.junit.jupiter.api.Test;

import java.util.Random;
import java.util.stream.IntStream;

import static org.junit.jupiter.api.Assertions.assertEquals;

class SharedFeaturesTest {

    private static final int FEATURES = 7;
    private static final int RECORDS = 900;

    private final Random random = new Random(9);
    private final SharedFeatures shared = new SharedFeatures();

    @Test
    void itCountsAndListsTheRecordsThatHaveAllFeaturesOfASet() {
        for (int round = 0; round < 20; round++) {
            final int records = 1 + random.nextInt(RECORDS);
            final IntArrayList[] lists = lists(records);
            final long wanted = 1 + random.nextInt((1 << FEATURES) - 1);
            shared.read(lists, wanted, records);
            for (long set = 1; set < 1 << FEATURES; set++) {
                if ((set & ~wanted) == 0 && Long.bitCount(set) > 1) {
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
        final IntArrayList[] lists = lists(RECORDS);
        shared.read(lists, 0b1111111, RECORDS);
        shared.meet(0b0000011);
        shared.meet(0b0000110);

        final IntSortedSet found = new IntRBTreeSet();
        shared.addSharing(2, found);

        assertEquals(new IntRBTreeSet(having(lists, 0b0000111, RECORDS)), found);
    }

    private IntArrayList[] lists(final int records) {
        final IntArrayList[] lists = new IntArrayList[FEATURES];
        for (int feature = 0; feature < FEATURES; feature++) {
            final int oneIn = 2 + random.nextInt(6);
            lists[feature] = new IntArrayList(IntStream.rangeClosed(1, records).filter(record -> random.nextInt(oneIn) == 0).toArray());
        }

        return lists;
    }

    private static int[] having(final IntArrayList[] lists, final long set, final int records) {
        return IntStream.rangeClosed(1, records).filter(record -> IntStream.range(0, FEATURES).filter(feature -> (set >>> feature & 1) == 1)
                .allMatch(feature -> lists[feature].contains(record))).toArray();
    }
}
