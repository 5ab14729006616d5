package org.nificrm.matching.block;

import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.longs.LongArrayList;
import org.nificrm.matching.Parallel;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Makes the blocks of a batch. Records are filed under their keys; a block that is full is split by further keys, again and again,
 * until nothing tells its members apart any more.
 * <p>
 * An entry is a key and, in the lower bits, a record that has it: sorted, the members of a block stand together.
 */
final class Blocking {
    private static final int MOST_SPLITS = 4;
    /** Records are read, and keys are sorted, in so many parts at a time. */
    private static final int RANGES = 256;
    private static final int BUCKETS = 64;

    private final List<Profile> profiles;
    private final List<Attribute> attributes;
    private final int cap;
    private final Parallel parallel;
    private final int recordBits;
    private final FullBlocks full;
    private final LongArrayList unsplittable = new LongArrayList();
    private final List<Filed> filed = new ArrayList<>();

    Blocking(final List<Profile> profiles, final List<Attribute> attributes, final int cap, final Parallel parallel) {
        this.profiles = profiles;
        this.attributes = attributes;
        this.cap = cap;
        this.parallel = parallel;
        recordBits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, profiles.size() - 1));
        full = new FullBlocks(profiles.size(), recordBits);
    }

    Blocks blocks() {
        file(0);
        final int firstPart = count();
        for (int splits = 1; splits <= MOST_SPLITS && full.isToSplit(); splits++) {
            file(splits);
        }

        final int firstWindow = count();
        window();
        final int[] sizes = filed.stream().flatMapToInt(part -> Arrays.stream(part.sizes)).toArray();
        return new Blocks(profiles.size(), members(), sizes, firstPart, firstWindow);
    }

    private int count() {
        return filed.stream().mapToInt(part -> part.sizes.length).sum();
    }

    private int[] members() {
        final int[] members = new int[filed.stream().mapToInt(part -> part.members.length).sum()];
        int length = 0;
        for (final Filed part : filed) {
            System.arraycopy(part.members, 0, members, length, part.members.length);
            length += part.members.length;
        }

        filed.clear();
        return members;
    }

    /** Makes blocks of the keys that a split brings. */
    private void file(final int splits) {
        final Entries[] ranges = new Entries[RANGES];
        parallel.forEach(RANGES, range -> ranges[range] = read(range, splits));
        final Filed[] buckets = new Filed[BUCKETS];
        final LongArrayList[] overflows = new LongArrayList[BUCKETS];
        parallel.forEach(BUCKETS, bucket -> {
            overflows[bucket] = new LongArrayList();
            buckets[bucket] = filed(sorted(ranges, bucket), overflows[bucket]);
        });
        filed.addAll(List.of(buckets));
        final LongArrayList overflow = new LongArrayList();
        for (final LongArrayList part : overflows) {
            overflow.addAll(part);
        }

        for (final Entries range : ranges) {
            unsplittable.addAll(range.indivisible);
        }

        if (splits == MOST_SPLITS) {
            unsplittable.addAll(overflow);
        } else {
            full.add(overflow);
        }
    }

    private Entries read(final int range, final int splits) {
        final BlockKeys keys = new BlockKeys(attributes);
        final Entries entries = new Entries(new LongArrayList[BUCKETS], new LongArrayList());
        Arrays.setAll(entries.buckets, bucket -> new LongArrayList());
        for (int number = start(range); number < start(range + 1); number++) {
            final int record = number;
            if (splits == 0 || full.isToSplit(record)) {
                for (final long key : keys.of(profiles.get(record), splits, key -> full.contains(record, shortened(key)))) {
                    entries.buckets[(int) (key >>> Long.SIZE - Long.numberOfTrailingZeros(BUCKETS))].add(entry(key, record));
                }

                for (final long key : keys.indivisible()) {
                    entries.indivisible.add(entry(key, record));
                }
            }
        }

        return entries;
    }

    private int start(final int range) {
        return (int) ((long) profiles.size() * range / RANGES);
    }

    private long entry(final long key, final int record) {
        return shortened(key) << recordBits | record;
    }

    /** What of a key fits beside a record in one number that is not negative. */
    private long shortened(final long key) {
        return key >>> recordBits + 1;
    }

    private int record(final long entry) {
        return (int) (entry & (1L << recordBits) - 1);
    }

    /** The entries of a bucket; the ranges give them away. */
    private static long[] sorted(final Entries[] ranges, final int bucket) {
        final long[] entries = new long[Arrays.stream(ranges).mapToInt(range -> range.buckets[bucket].size()).sum()];
        int length = 0;
        for (final Entries range : ranges) {
            final LongArrayList part = range.buckets[bucket];
            range.buckets[bucket] = null;
            part.getElements(0, entries, length, part.size());
            length += part.size();
        }

        Arrays.sort(entries);
        return entries;
    }

    /** The blocks made of sorted entries; those of full blocks are added to the overflow. */
    private Filed filed(final long[] sorted, final LongArrayList overflow) {
        final IntArrayList members = new IntArrayList();
        final IntArrayList sizes = new IntArrayList();
        forEachKey(sorted, (start, end) -> {
            if (end - start > cap) {
                overflow.addElements(overflow.size(), sorted, start, end - start);
            } else if (end - start > 1) {
                sizes.add(end - start);
                for (int i = start; i < end; i++) {
                    members.add(record(sorted[i]));
                }
            }
        });
        return new Filed(members.toIntArray(), sizes.toIntArray());
    }

    private void forEachKey(final long[] sorted, final Run run) {
        int start = 0;
        while (start < sorted.length) {
            final long key = sorted[start] >>> recordBits;
            int end = start + 1;
            while (end < sorted.length && sorted[end] >>> recordBits == key) {
                end++;
            }

            run.accept(start, end);
            start = end;
        }
    }

    /** Members that nothing tells apart any more: each meets the ones most like it, in windows of a sorted list that overlap. */
    private void window() {
        final IntArrayList members = new IntArrayList();
        final IntArrayList sizes = new IntArrayList();
        final long[] entries = unsplittable.toLongArray();
        Arrays.sort(entries);
        forEachKey(entries, (start, end) -> {
            final List<Integer> alike = IntStream.range(start, end).mapToObj(i -> record(entries[i])).sorted(this::compareContent).toList();
            final int step = Math.max(1, cap / 2);
            for (int from = 0; from == 0 || from + cap - step < alike.size(); from += step) {
                final List<Integer> window = alike.subList(from, Math.min(from + cap, alike.size()));
                sizes.add(window.size());
                window.stream().sorted().forEach(record -> members.add(record.intValue()));
            }
        });
        filed.add(new Filed(members.toIntArray(), sizes.toIntArray()));
    }

    private int compareContent(final int record, final int other) {
        final Profile first = profiles.get(record);
        final Profile second = profiles.get(other);
        for (int attribute = 0; attribute < first.size(); attribute++) {
            final long left = first.value(attribute) == null ? 0 : first.value(attribute).hash();
            final long right = second.value(attribute) == null ? 0 : second.value(attribute).hash();
            if (left != right) {
                return Long.compare(left, right);
            }
        }

        return Integer.compare(record, other);
    }

    /**
     * The entries of a range of records.
     *
     * @param buckets     by the first bits of the key
     * @param indivisible entries of full blocks that cannot be split
     */
    private record Entries(LongArrayList[] buckets, LongArrayList indivisible) {
    }

    /**
     * Blocks.
     *
     * @param members records of one block after the other
     * @param sizes   number of members of each block
     */
    private record Filed(int[] members, int[] sizes) {
    }

    /** Entries of one key, from a position up to but not including another. */
    @FunctionalInterface
    private interface Run {
        void accept(int start, int end);
    }
}
