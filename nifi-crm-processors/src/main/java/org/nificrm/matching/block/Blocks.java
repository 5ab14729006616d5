package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import org.nificrm.matching.Parallel;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.Arrays;
import java.util.List;

/**
 * The blocks of a batch: which records share a key, and which blocks a record is in.
 * <p>
 * What shares but one part of a split block agrees in little that is not common, and is no candidate: it takes two parts, or a block
 * that is whole (the counting of common blocks in the meta-blocking of George Papadakis, Georgia Koutrika, Themis Palpanas and
 * Wolfgang Nejdl, 2014).
 */
public final class Blocks {
    private final int records;
    /** The records of all blocks, one block after the other, each ascending. */
    private final int[] members;
    /** Where in the members each block starts, and the end. */
    private final int[] starts;
    /** Blocks from here up to the first window are parts of split blocks. */
    private final int firstPart;
    private final int firstWindow;
    private final int[] blocksOfRecords;
    private final int[] recordStarts;

    Blocks(final int records, final int[] members, final int[] sizes, final int firstPart, final int firstWindow) {
        this.records = records;
        this.members = members;
        this.firstPart = firstPart;
        this.firstWindow = firstWindow;
        starts = new int[sizes.length + 1];
        for (int block = 0; block < sizes.length; block++) {
            starts[block + 1] = starts[block] + sizes[block];
        }

        recordStarts = new int[records + 1];
        for (final int member : members) {
            recordStarts[member + 1]++;
        }

        Arrays.parallelPrefix(recordStarts, Integer::sum);
        blocksOfRecords = new int[members.length];
        final int[] next = Arrays.copyOf(recordStarts, records);
        for (int block = 0; block < count(); block++) {
            for (int i = starts[block]; i < starts[block + 1]; i++) {
                blocksOfRecords[next[members[i]]++] = block;
            }
        }
    }

    /**
     * Files profiles into blocks.
     *
     * @param profiles   the batch
     * @param attributes what the profiles are made of
     * @param cap        a block with more members than this is split
     */
    public static Blocks of(final List<Profile> profiles, final List<Attribute> attributes, final int cap, final Parallel parallel) {
        return new Blocking(profiles, attributes, cap, parallel).blocks();
    }

    /** @return number of blocks with more than one member */
    public int count() {
        return starts.length - 1;
    }

    /** @return members of the largest block */
    public int largest() {
        int largest = 0;
        for (int block = 0; block < count(); block++) {
            largest = Math.max(largest, starts[block + 1] - starts[block]);
        }

        return largest;
    }

    /** @return number of pairs in all blocks, pairs in several blocks counted for each */
    public long pairsAtMost() {
        long pairs = 0;
        for (int block = 0; block < count(); block++) {
            final long size = starts[block + 1] - starts[block];
            pairs += size * (size - 1) / 2;
        }

        return pairs;
    }

    /** @return a reader of candidates; one for each thread */
    public Candidates candidates() {
        return new Candidates();
    }

    /** Gathers the candidates of one record at a time. */
    public final class Candidates {
        /** For each record the last one it was met by, times 2, plus 1 if it became a candidate. */
        private final int[] met = new int[records];
        private final IntArrayList found = new IntArrayList();

        private Candidates() {
            Arrays.fill(met, -1);
        }

        /** @return the records before this one that are to be compared with it, each once; valid until the next call */
        public IntArrayList before(final int id) {
            found.clear();
            final int once = id << 1;
            final int candidate = once | 1;
            for (int i = recordStarts[id]; i < recordStarts[id + 1]; i++) {
                final int block = blocksOfRecords[i];
                final boolean isPart = block >= firstPart && block < firstWindow;
                for (int position = starts[block]; members[position] < id; position++) {
                    final int other = members[position];
                    if (met[other] != candidate) {
                        if (isPart && met[other] != once) {
                            met[other] = once;
                        } else {
                            met[other] = candidate;
                            found.add(other);
                        }
                    }
                }
            }

            return found;
        }
    }
}
