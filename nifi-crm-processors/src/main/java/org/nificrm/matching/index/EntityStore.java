package org.nificrm.matching.index;

import org.nificrm.matching.block.BlockingIndex;
import org.nificrm.matching.field.MatchFields;

import java.io.IOException;

/**
 * Records seen before and the entities they form. Implementations are safe for use by several threads, and a shared one by several
 * nodes.
 * <p>
 * Units of work may run side by side. Two of them that meet the same new customer at the same instant end with one entity as long
 * as each saves its records and {@linkplain EntityTransaction#publish() publishes} them before it searches, so that at least one
 * finds the other's, and {@linkplain EntityTransaction#claim claims} the entities before it changes them.
 */
public interface EntityStore {
    /**
     * Runs one unit of work. What it published stays even if it fails later; all else is visible and durable together when this
     * returns, or not at all.
     *
     * @param work what to do; it may be called more than once, so it has no effects outside of its transaction
     * @return what the work returned in the run that was kept
     * @throws IOException if the store cannot be reached or the changes cannot be kept
     */
    <T> T transact(Work<T> work) throws IOException;

    /** Runs one unit of work while no other one runs, on any node. */
    <T> T transactAlone(Work<T> work) throws IOException;

    /** The index of the features by which stored records are found: in memory, for as long as the store is open, filled by whoever searches it. */
    BlockingIndex blockingIndex(MatchFields fields);

    /** What to do within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(EntityTransaction transaction) throws IOException;
    }
}
