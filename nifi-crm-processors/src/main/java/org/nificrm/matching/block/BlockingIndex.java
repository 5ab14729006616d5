package org.nificrm.matching.block;

import org.nificrm.matching.Parallel;
import org.nificrm.matching.Workers;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.prepare.Profile;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The features of all records seen so far, held in memory: an inverted index, from which {@link BlockSearch} makes at any time the
 * blocks a record is in. Some 190 bytes a record. Safe for use by several threads.
 */
public final class BlockingIndex {
    private final List<Attribute> attributes;
    private final Postings postings = new Postings();
    private final ReentrantReadWriteLock lock = new ReentrantReadWriteLock();
    private final ReentrantLock catchingUp = new ReentrantLock();
    private long end;
    private int highest;

    /** @param attributes what the profiles of the records are made of */
    public BlockingIndex(final List<Attribute> attributes) {
        this.attributes = attributes;
    }

    /**
     * Adds what was stored since the last time. A record that is known gains the features it has now beside those it had, so that it
     * is found by either.
     */
    public void catchUp(final Log log, final Parallel parallel) throws IOException {
        catchingUp.lock();
        try {
            for (Part part = log.read(end); part.end() > end; part = log.read(end)) {
                add(part.records(), part.profiles(), parallel);
                end = part.end();
            }
        } finally {
            catchingUp.unlock();
        }
    }

    void add(final int[] records, final List<Profile> profiles, final Parallel parallel) {
        final long[][] features = new long[records.length][];
        new Workers<>(parallel, () -> new Features(attributes)).forEach(records.length, (reader, i) -> {
            reader.read(profiles.get(i));
            features[i] = reader.hashes();
        });
        lock.writeLock().lock();
        try {
            for (int i = 0; i < records.length; i++) {
                for (final long feature : features[i]) {
                    postings.add(feature, records[i]);
                }

                highest = Math.max(highest, records[i]);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @return a search of this index, for one thread */
    public BlockSearch search() {
        return new BlockSearch(this, attributes);
    }

    Postings postings() {
        return postings;
    }

    /** The highest number of a record. */
    int highest() {
        return highest;
    }

    ReentrantReadWriteLock.ReadLock readLock() {
        return lock.readLock();
    }

    /** Where stored records are read from. */
    @FunctionalInterface
    public interface Log {
        /** @return what comes after a position, which is 0 for the first time */
        Part read(long start) throws IOException;
    }

    /**
     * Part of a log.
     *
     * @param records  numbers above 0, without large gaps
     * @param profiles at the same positions
     * @param end      the position after it; where it was read from if there is nothing more
     */
    public record Part(int[] records, List<Profile> profiles, long end) {
    }
}
