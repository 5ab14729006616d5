package org.nificrm.cleansing.reference;

import java.util.Map;
import java.util.Optional;

/** One system that knows customers. Safe for use by many threads. */
@FunctionalInterface
public interface ReferenceSource {

    /**
     * Looks a customer up.
     *
     * @return what the system knows, by its own names of fields; empty if it does not know the key
     * @throws Exception if the system cannot answer
     */
    Optional<Map<String, Object>> find(ReferenceKey key) throws Exception;
}
