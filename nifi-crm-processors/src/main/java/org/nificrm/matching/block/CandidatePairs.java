package org.nificrm.matching.block;

import org.nificrm.matching.Parallel;
import org.nificrm.matching.Workers;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.Arrays;
import java.util.List;

/** The pairs of a batch that are worth comparing: those of which either record finds the other. */
public final class CandidatePairs {
    /** Of all records, one after the other, those before it. */
    private final int[] earlier;
    /** Where in these each record's start, and the end. */
    private final int[] starts;
    private final int blocks;
    private final int largestBlock;

    private CandidatePairs(final int[][] found, final Postings postings) {
        starts = new int[found.length + 1];
        forEachPair(found, (first, second) -> starts[second + 1]++);
        Arrays.parallelPrefix(starts, Integer::sum);
        earlier = new int[starts[found.length]];
        final int[] next = Arrays.copyOf(starts, found.length);
        forEachPair(found, (first, second) -> earlier[next[second]++] = first);
        blocks = postings.shared();
        largestBlock = postings.most();
    }

    /** Each pair once, the record before first. */
    private static void forEachPair(final int[][] found, final Pair action) {
        for (int record = 0; record < found.length; record++) {
            for (final int number : found[record]) {
                final int other = number - 1;
                if (other < record) {
                    action.accept(other, record);
                } else if (Arrays.binarySearch(found[other], record + 1) < 0) {
                    action.accept(record, other);
                }
            }
        }
    }

    /**
     * Finds the pairs of a batch.
     *
     * @param profiles   the batch
     * @param attributes what the profiles are made of
     */
    public static CandidatePairs of(final List<Profile> profiles, final List<Attribute> attributes, final Parallel parallel) {
        final BlockingIndex index = new BlockingIndex(attributes);
        final int[] numbers = new int[profiles.size()];
        Arrays.setAll(numbers, position -> position + 1);
        index.add(numbers, profiles, parallel);
        final int[][] found = new int[profiles.size()][];
        new Workers<>(parallel, index::search).forEach(found.length,
                (search, record) -> found[record] = search.candidates(profiles.get(record), numbers[record]));
        return new CandidatePairs(found, index.postings());
    }

    /** @return the records before this one that are to be compared with it, each once */
    public int[] before(final int record) {
        return Arrays.copyOfRange(earlier, starts[record], starts[record + 1]);
    }

    /** @return number of pairs */
    public int count() {
        return earlier.length;
    }

    /** @return number of blocks before any is split: features that several records share */
    public int blocks() {
        return blocks;
    }

    /** @return members of the largest of these */
    public int largestBlock() {
        return largestBlock;
    }

    /** Is given two records. */
    @FunctionalInterface
    private interface Pair {
        void accept(int first, int second);
    }
}
