package org.nificrm.matching.index;

import java.io.IOException;

/**
 * Records seen before, the entities they form and the block keys by which they are found. Implementations are safe for use by
 * several threads, and a shared one by several nodes.
 * <p>
 * Units of work may run side by side. Two of them that meet the same new customer at the same instant end with one entity as long
 * as each files its records and {@linkplain EntityTransaction#publish() publishes} them before it searches, so that at least one
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

    /** What to do within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(EntityTransaction transaction) throws IOException;
    }
}
