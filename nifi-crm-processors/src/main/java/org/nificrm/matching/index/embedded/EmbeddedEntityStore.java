package org.nificrm.matching.index.embedded;

import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.nificrm.matching.block.BlockingIndex;
import org.nificrm.matching.field.Attribute;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.index.EntityStore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An {@link EntityStore} for the threads of one process. Keys and match values are held in memory (with the index of blocks some
 * 0.6 KB a record); everything is in one file as well, from which memory is filled again at the start. A unit of work is in the
 * file as a whole before {@link #transact} returns, or not at all.
 * <p>
 * One unit of work runs at a time: it only reads and writes memory, and there is nothing to publish or to claim.
 */
public final class EmbeddedEntityStore implements EntityStore, AutoCloseable {

    private static final int COMMITS_A_COMPACTION = 8;
    private static final int LEAST_FILL_PERCENT = 50;
    private static final int COMPACTED_AT_ONCE = 4 << 20;

    private final ReentrantLock lock = new ReentrantLock();
    private final MVStore file;
    private final MVMap<Long, byte[]> saved;
    private final MVMap<Long, byte[]> memberships;
    private final MVMap<String, String> models;
    private final Constraints constraints;
    private final Relations relations;
    private final RecordTable table = new RecordTable();
    private final Map<MatchFields, BlockingIndex> blockingIndexes = new ConcurrentHashMap<>();
    private int commits;

    private EmbeddedEntityStore(final MVStore file) {
        this.file = file;
        saved = file.openMap("records");
        memberships = file.openMap("memberships");
        models = file.openMap("models");
        constraints = new Constraints(file.openMap("constraints"));
        relations = new Relations(file.openMap("possible-matches"), file.openMap("consequences"));
        saved.forEach(this::load);
    }

    private void load(final long id, final byte[] bytes) {
        final SavedRecord entry = SavedRecord.decode(bytes);
        table.add(entry.key(), Membership.decode(memberships.get(id)), entry.matchValues());
    }

    /**
     * Opens the store in this file, creating both where they are missing.
     *
     * @throws IOException if the file cannot be used, for example because another process has it open
     */
    public static EmbeddedEntityStore open(final Path path) throws IOException {
        Files.createDirectories(path.toAbsolutePath().getParent());
        return open(new MVStore.Builder().fileName(path.toString()), path.toString());
    }

    /** A store that forgets everything when it is closed. */
    public static EmbeddedEntityStore inMemory() throws IOException {
        return open(new MVStore.Builder(), "memory");
    }

    private static EmbeddedEntityStore open(final MVStore.Builder builder, final String place) throws IOException {
        try {
            final MVStore file = builder.autoCommitDisabled().open();
            // Each commit is synced before the next one begins, so what it made free can be overwritten at once.
            file.setRetentionTime(0);
            return new EmbeddedEntityStore(file);
        } catch (final MVStoreException e) {
            throw new IOException("The customer index in %s cannot be opened; it may be in use by another process".formatted(place), e);
        }
    }

    @Override
    public BlockingIndex blockingIndex(final MatchFields fields) {
        return blockingIndexes.computeIfAbsent(fields, absent -> new BlockingIndex(Attribute.of(fields)));
    }

    @Override
    public <T> T transactAlone(final Work<T> work) throws IOException {
        return transact(work);
    }

    @Override
    public <T> T transact(final Work<T> work) throws IOException {
        lock.lock();
        final EmbeddedTransaction transaction = new EmbeddedTransaction(table, saved, memberships, models, constraints, relations);
        boolean kept = false;
        try {
            final T result = work.run(transaction);
            if (file.hasUnsavedChanges()) {
                file.commit();
                file.sync();
                compactNowAndThen();
            }

            kept = true;
            return result;
        } catch (final MVStoreException e) {
            throw new IOException("The customer index cannot be written", e);
        } finally {
            if (!kept) {
                transaction.undo();
                file.rollback();
            }

            lock.unlock();
        }
    }

    /** Keeps the file within about twice of what lives in it, however often records change. */
    private void compactNowAndThen() {
        if (++commits % COMMITS_A_COMPACTION == 0 && file.compact(LEAST_FILL_PERCENT, COMPACTED_AT_ONCE)) {
            file.sync();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            // Not compacted: when H2 2.4.240 moves chunks at the end it may allocate space that is taken.
            file.close();
        } finally {
            lock.unlock();
        }
    }
}
