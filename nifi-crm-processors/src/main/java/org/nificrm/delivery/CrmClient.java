package org.nificrm.delivery;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One open way to one {@link Target} of a CRM: all that the write algorithm needs to know about it. Used by one thread.
 * No message of an exception quotes a customer's data, except that of {@link UnfitValueException}.
 */
public interface CrmClient extends AutoCloseable {

    Capabilities capabilities();

    /** Where the records go, for provenance: no secret, no customer's data. */
    String address();

    /** Whether the target has this field. Fields it has not are never sent. */
    boolean hasField(String field) throws CrmException;

    /**
     * The value as the CRM will hold it, so that it equals what a look-up gives after it was written.
     *
     * @param value as the record has it, or null
     * @throws UnfitValueException if the field cannot hold it without loss
     */
    Object convert(String field, Object value) throws UnfitValueException, CrmException;

    /**
     * The key as the CRM compares keys, for example in lower case. Keys that are equal afterwards name the same record.
     */
    default Key normalize(final Key key) {
        return key;
    }

    /**
     * Finds what the CRM holds, without changing or locking it.
     *
     * @param keys   normalised, at most {@link Capabilities#maxBatch()}
     * @param fields to read besides the id
     * @return by normalised key all records that match; a key without a match is absent
     */
    Map<Key, List<Existing>> lookup(Collection<Key> keys, Set<String> fields) throws CrmException;

    /** Like {@link #lookup}, and where the CRM has transactions, holds what was found until the end of the transaction. */
    default Map<Key, List<Existing>> lookupForUpdate(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        return lookup(keys, fields);
    }

    /**
     * Writes a batch.
     *
     * @param operations at most {@link Capabilities#maxBatch()}, of different keys
     * @return exactly one outcome an operation, in the order of the operations; {@link Outcome.Status#UNKNOWN} where the
     *         CRM's answer says nothing about it
     * @throws CrmException of kind {@code REFUSED} if none was written because some cannot be: the batch is then bisected
     */
    List<Outcome> write(List<Operation> operations) throws CrmException;

    /** Makes durable what was written since the last commit; without transactions there is nothing to do. */
    default void commit() throws CrmException {
    }

    /** Takes back what was written since the last commit; without transactions there is nothing to do. Never throws. */
    default void rollback() {
    }

    /** Whether the target is ready for this kind of delivery; reads only. */
    default List<Finding> examine(final DeliverySettings settings) throws CrmException {
        return List.of();
    }

    /** Never throws; what was not committed is taken back. Without transactions there is nothing to do. */
    @Override
    default void close() {
    }
}
