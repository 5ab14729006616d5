package org.nificrm.matching.index;

import org.nificrm.matching.field.SourceKey;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
     * Reads what was published by any unit of work, and saved by this one, in the life of the store.
     *
     * @param start 0 for the first, or the {@link Changes#end() end} of what was read before
     * @param limit the most records to read
     * @return the next ones, none if all were read
     */
    Changes changes(long start, int limit) throws IOException;

    /** @return the records with these ids; ids that do not exist are absent */
    List<StoredRecord> records(Collection<Long> recordIds) throws IOException;

    /** @return all records of these entities, the oldest first */
    List<StoredRecord> members(Collection<UUID> entityIds) throws IOException;

    /**
     * Keeps other units of work from changing the entities of these records until this one ends. It waits for units that have
     * claimed them already, and returns what they left.
     *
     * @return all records of these entities, the oldest first
     */
    List<StoredRecord> claim(Collection<Long> recordIds) throws IOException;

    /** @return up to this many records, the oldest first */
    List<StoredRecord> oldest(int limit) throws IOException;

    /** @return the content of these records; ids that do not exist are absent */
    Map<Long, byte[]> contents(Collection<Long> recordIds) throws IOException;

    /**
     * Creates records, each an entity of its own, or replaces values and content of those whose source key is known. They are
     * unsettled then and without possible matches. What follows until they are published keeps other units of work from saving.
     *
     * @param revision of these records from now on; known ones get a higher one than before in any case
     * @return the ids in the order of the writes: ascending for new records over the life of the store, kept for known ones
     */
    long[] save(List<RecordWrite> writes, long revision) throws IOException;

    /** Makes what was written so far visible to other units of work, where those run side by side. Nothing may be claimed yet. */
    void publish() throws IOException;

    /** @return the records that were saved and not yet settled, by any unit of work */
    Set<Long> unsettled() throws IOException;

    /** Declares records matched. */
    void settle(Collection<Long> recordIds) throws IOException;

    /**
     * Moves records to entities, or says of the one they are in that it has changed. An entity without members is gone.
     *
     * @param revision of all of them from now on
     */
    void assign(Map<Long, UUID> entityByRecord, long revision) throws IOException;

    /** Remembers pairs that may be one customer; a pair that is known already is not added again. */
    void addPossibleMatches(Collection<RecordPair> pairs) throws IOException;

    /** @return the possible matches in which any of these records takes part, in ascending order */
    List<RecordPair> possibleMatches(Collection<Long> recordIds) throws IOException;

    /** Remembers which entities gained or lost members when a record came, so that the record tells it again when it comes again. */
    void addConsequences(long recordId, Collection<UUID> entityIds) throws IOException;

    /** @return the entities that changed when any of these records came, in no particular order; some may be gone */
    Set<UUID> consequences(Collection<Long> recordIds) throws IOException;

    /** @return a steward's decisions in which any of these records takes part */
    List<Constraint> constraints(Collection<SourceKey> keys) throws IOException;

    /** Adds a steward's decisions; a later decision about the same two records replaces the earlier one. */
    void addConstraints(Collection<Constraint> constraints) throws IOException;
}
