package org.nificrm.services;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.nificrm.delivery.CrmException;

import java.time.Duration;

/** What the objects of a CRM are made of, asked for once in a while rather than for each FlowFile. */
final class DescriptionCache<D> {

    /** Asks the CRM. */
    interface Reader<D> {
        D read(String object) throws CrmException;
    }

    /** How long a change to an object's fields may go unnoticed. */
    private static final Duration AGE = Duration.ofMinutes(5);

    private final Cache<String, D> descriptions = Caffeine.newBuilder().expireAfterWrite(AGE).maximumSize(100).build();

    D get(final String object, final Reader<D> reader) throws CrmException {
        D description = descriptions.getIfPresent(object);
        if (description == null) {
            description = reader.read(object);
            descriptions.put(object, description);
        }

        return description;
    }

    void clear() {
        descriptions.invalidateAll();
    }
}
