package org.nificrm.matching.index;

import java.io.IOException;

/**
 * Records seen before, the entities they form and the block keys by which they are found. Implementations are safe for use by
 * several threads, and a shared one by several nodes.
 */
public interface EntityStore {
    /**
     * Runs one unit of work and makes its changes visible and durable together, or not at all. Two units of work that share a
     * lock key do not overlap in time: the second one sees what the first one wrote. That is what keeps two tasks or nodes
     * that meet the same new customer at the same instant from creating it twice.
     * <p>
     * Units of work can also meet in an entity without sharing a key (a third record links them). An implementation that
     * allows such units to run side by side must notice that an entity read by one was changed by the other, undo one of them
     * and run it again. The work therefore has no effects outside of its transaction.
     *
     * @param lockKeys every block key of the records at hand, in no particular order and with repetitions
     * @param work     what to do; may be called more than once
     * @return what the work returned in the run that was kept
     * @throws IOException if the store cannot be reached or the changes cannot be kept; nothing was changed then
     */
    <T> T transact(long[] lockKeys, Work<T> work) throws IOException;

    /** What to do within a transaction. */
    @FunctionalInterface
    interface Work<T> {
        T run(EntityTransaction transaction) throws IOException;
    }
}
