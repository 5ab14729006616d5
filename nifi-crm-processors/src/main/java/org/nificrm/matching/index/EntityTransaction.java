package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Reading and writing within one unit of work. Reads see the writes of the same transaction.
 */
public interface EntityTransaction {
    /** @return number of records in the store; may be an estimate, as it only sets the prior odds of a match */
    long recordCount() throws IOException;

    /** @return the match model in force, as the JSON document last given to {@link #saveModel(String)} */
    Optional<String> model() throws IOException;

    /** Replaces the match model. */
    void saveModel(String model) throws IOException;

    /** @return the records already known under these keys; unknown keys are absent */
    Map<SourceKey, StoredRecord> find(Collection<SourceKey> keys) throws IOException;

    /**
     * Looks up blocks.
     *
     * @param blockKeys distinct keys
     * @param limit     the most members to return for a key
     * @return for each key that has members, the ids of the {@code limit} members that were filed first, ascending, and whether
     *         there are more
     */
    Map<Long, Block> blocks(long[] blockKeys, int limit) throws IOException;

    /** @return the records with these ids; ids that no longer exist are absent */
    List<StoredRecord> records(Collection<Long> recordIds) throws IOException;

    /** @return all records of these entities */
    List<StoredRecord> members(Collection<UUID> entityIds) throws IOException;

    /** @return up to this many records, the oldest first */
    List<StoredRecord> oldest(int limit) throws IOException;

    /** @return what was kept as content with these records by {@link #save(List)} */
    Map<Long, byte[]> contents(Collection<Long> recordIds) throws IOException;

    /** @return a steward's decisions in which any of these records takes part */
    List<Constraint> constraints(Collection<SourceKey> keys) throws IOException;

    /** Adds a steward's decisions; a later decision about the same two records replaces the earlier one. */
    void addConstraints(Collection<Constraint> constraints) throws IOException;

    /**
     * Creates records, or replaces the values, content, entity, revision and block keys of those whose source key is already known.
     *
     * @return the ids in the order of the writes: ascending for new records over the life of the store, kept for known ones
     */
    long[] save(List<RecordWrite> writes) throws IOException;

    /**
     * Moves records to entities, or says of the one they are in that it has changed. An entity without members is gone.
     *
     * @param revision of all of them from now on
     */
    void assign(Map<Long, UUID> entityByRecord, long revision) throws IOException;

    /** Files known records under further block keys, beside those they have. */
    void addBlockKeys(Map<Long, long[]> keysByRecord) throws IOException;
}
