package org.nificrm.delivery;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds what the CRM holds for any number of keys, in batches that it accepts, each repeated where the CRM says that this may help. */
public final class RecordLookup {

    private final CrmClient client;
    private final Backoff backoff;

    /** @param maximumAttempts how often a batch is asked for */
    public RecordLookup(final CrmClient client, final int maximumAttempts) {
        this(client, new Backoff(maximumAttempts, Thread::sleep));
    }

    RecordLookup(final CrmClient client, final Backoff backoff) {
        this.client = client;
        this.backoff = backoff;
    }

    /**
     * Finds, without changing or holding anything in the CRM.
     *
     * @param keys   normalised, each once
     * @param fields to read besides the id
     * @return by key all records that match; a key without a match is absent
     * @throws CrmException if the CRM gives no answer in as many attempts
     */
    public Map<Key, List<Existing>> find(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        final Map<Key, List<Existing>> found = HashMap.newHashMap(keys.size());
        for (final List<Key> batch : BatchWriter.batches(new ArrayList<>(keys), client.capabilities().maxBatch())) {
            found.putAll(findBatch(batch, fields));
        }

        return found;
    }

    private Map<Key, List<Existing>> findBatch(final List<Key> keys, final Set<String> fields) throws CrmException {
        for (int attempt = 1; true; attempt++) {
            try {
                return client.lookup(keys, fields);
            } catch (final CrmException e) {
                if (e.kind() != CrmException.Kind.TRANSIENT || !backoff.isWorthRepeating(attempt, e.retryAfter())) {
                    throw e;
                }

                backoff.pause(attempt, e.retryAfter());
            } finally {
                // Nothing was written: this only ends the transaction in which a database reads.
                client.rollback();
            }
        }
    }
}
