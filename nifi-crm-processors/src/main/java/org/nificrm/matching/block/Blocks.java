package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import org.nificrm.matching.Parallel;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.Arrays;
import java.util.List;

/**
 * The blocks of a batch: which records share a key, and which blocks a record is in.
 */
public final class Blocks {
    private static final int MOST_SPLITS = 4;
    private static final int RANGES = 256;

    private final int records;
    private final int cap;
    private final int idBits;
    private final long idMask;
    private final IntArrayList members = new IntArrayList();
    private final IntArrayList starts = new IntArrayList();
    private int[] blocksOfRecords;
    private int[] recordStarts;
    private int largest;

    private Blocks(final int records, final int cap) {
        this.records = records;
        this.cap = cap;
        idBits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, records - 1)));
        idMask = (1L << idBits) - 1;
    }

    /**
     * Files profiles into blocks.
     *
     * @param profiles   the batch
     * @param attributes what the profiles are made of
     * @param cap        a block with more members than this is split
     */
    public static Blocks of(final List<Profile> profiles, final List<Attribute> attributes, final int cap, final Parallel parallel) {
        final Blocks blocks = new Blocks(profiles.size(), cap);
        final LongOpenHashSet full = new LongOpenHashSet();
        for (int splits = 0; splits <= MOST_SPLITS; splits++) {
            final long[] entries = blocks.entries(profiles, attributes, splits, full, parallel);
            Arrays.parallelSort(entries);
            if (!blocks.file(entries, splits == MOST_SPLITS ? profiles : null, full)) {
                break;
            }
        }

        blocks.index();
        return blocks;
    }

    private long[] entries(final List<Profile> profiles, final List<Attribute> attributes, final int splits, final LongOpenHashSet full,
            final Parallel parallel) {
        final long[][] parts = new long[RANGES][];
        parallel.forEach(RANGES, range -> {
            final BlockKeys keys = new BlockKeys(attributes);
            final LongArrayList entries = new LongArrayList();
            for (int id = (int) ((long) records * range / RANGES); id < (long) records * (range + 1) / RANGES; id++) {
                for (final long key : keys.of(profiles.get(id), splits, candidate -> full.contains(shortened(candidate)))) {
                    entries.add(key << idBits | id);
                }
            }

            parts[range] = entries.toLongArray();
        });

        final LongArrayList entries = new LongArrayList(Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (int range = 0; range < RANGES; range++) {
            entries.addElements(entries.size(), parts[range]);
            parts[range] = null;
        }

        return entries.elements();
    }

    /** What of a key fits beside the id of a record in one number; sorting these numbers brings the members of a block together. */
    private long shortened(final long key) {
        return key << idBits >>> idBits;
    }

    /** @return whether there are new full blocks */
    private boolean file(final long[] sorted, final List<Profile> unsplittable, final LongOpenHashSet full) {
        final int known = full.size();
        int start = 0;
        while (start < sorted.length) {
            final long key = sorted[start] >>> idBits;
            int end = start + 1;
            while (end < sorted.length && sorted[end] >>> idBits == key) {
                end++;
            }

            if (end - start > cap && unsplittable == null) {
                full.add(key);
            } else if (end - start > cap) {
                window(sorted, start, end, unsplittable);
            } else if (end - start > 1) {
                add(sorted, start, end);
            }

            start = end;
        }

        return full.size() > known;
    }

    /** Members that nothing tells apart any more: each meets the ones most like it, in windows of a sorted list that overlap. */
    private void window(final long[] sorted, final int start, final int end, final List<Profile> profiles) {
        final Integer[] ids = new Integer[end - start];
        for (int i = start; i < end; i++) {
            ids[i - start] = (int) (sorted[i] & idMask);
        }

        Arrays.sort(ids, (left, right) -> compareContent(profiles.get(left), profiles.get(right)));
        final int step = Math.max(1, cap / 2);
        for (int from = 0; from < ids.length; from += step) {
            final int to = Math.min(from + cap, ids.length);
            final int[] part = Arrays.stream(ids, from, to).mapToInt(Integer::intValue).sorted().toArray();
            starts.add(members.size());
            members.addElements(members.size(), part);
            if (to == ids.length) {
                break;
            }
        }
    }

    private static int compareContent(final Profile first, final Profile second) {
        for (int attribute = 0; attribute < first.size(); attribute++) {
            final long left = first.value(attribute) == null ? 0 : first.value(attribute).hash();
            final long right = second.value(attribute) == null ? 0 : second.value(attribute).hash();
            if (left != right) {
                return Long.compare(left, right);
            }
        }

        return 0;
    }

    private void add(final long[] sorted, final int start, final int end) {
        starts.add(members.size());
        for (int i = start; i < end; i++) {
            members.add((int) (sorted[i] & idMask));
        }

        largest = Math.max(largest, end - start);
    }

    private void index() {
        starts.add(members.size());
        recordStarts = new int[records + 1];
        for (int i = 0; i < members.size(); i++) {
            recordStarts[members.getInt(i) + 1]++;
        }

        for (int id = 0; id < records; id++) {
            recordStarts[id + 1] += recordStarts[id];
        }

        blocksOfRecords = new int[members.size()];
        final int[] next = Arrays.copyOf(recordStarts, records);
        for (int block = 0; block < starts.size() - 1; block++) {
            for (int i = starts.getInt(block); i < starts.getInt(block + 1); i++) {
                blocksOfRecords[next[members.getInt(i)]++] = block;
            }
        }
    }

    /** @return number of blocks with more than one member */
    public int count() {
        return starts.size() - 1;
    }

    /** @return members of the largest block that was not split */
    public int largest() {
        return largest;
    }

    /** @return number of pairs in all blocks, pairs in several blocks counted for each */
    public long pairsAtMost() {
        long pairs = 0;
        for (int block = 0; block < count(); block++) {
            final long size = starts.getInt(block + 1) - starts.getInt(block);
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
        private final int[] seenBy = new int[records];
        private final IntArrayList found = new IntArrayList();

        private Candidates() {
            Arrays.fill(seenBy, -1);
        }

        /** @return the records before this one that share a block with it, each once; valid until the next call */
        public IntArrayList before(final int id) {
            found.clear();
            for (int i = recordStarts[id]; i < recordStarts[id + 1]; i++) {
                final int block = blocksOfRecords[i];
                for (int position = starts.getInt(block); position < starts.getInt(block + 1); position++) {
                    final int other = members.getInt(position);
                    if (other >= id) {
                        break;
                    }

                    if (seenBy[other] != id) {
                        seenBy[other] = id;
                        found.add(other);
                    }
                }
            }

            return found;
        }
    }
}
