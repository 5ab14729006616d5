package org.nificrm.processors;

import org.apache.nifi.lookup.LookupFailureException;
import org.apache.nifi.lookup.LookupService;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.reference.ReferenceKey;
import org.nificrm.cleansing.reference.ReferenceSource;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A Lookup Service as a source of what is known about customers. A service with one required key (database, CSV file) gets the value
 * under that key; any other (REST) gets it as {@code key}, and under the name of its kind, for example {@code email}.
 */
final class LookupServiceReference implements ReferenceSource {

    private static final String KEY = "key";
    private static final String VALUE = "value";
    private static final String SOURCE_SYSTEM = "source_system";

    private final LookupService<?> service;

    LookupServiceReference(final LookupService<?> service) {
        this.service = service;
    }

    @Override
    public Optional<Map<String, Object>> find(final ReferenceKey key) throws LookupFailureException {
        return service.lookup(coordinates(key)).map(LookupServiceReference::values);
    }

    private Map<String, Object> coordinates(final ReferenceKey key) {
        final Map<String, Object> coordinates = new HashMap<>();
        final Set<String> required = service.getRequiredKeys();
        if (required.size() == 1) {
            coordinates.put(required.iterator().next(), key.value());
            return coordinates;
        }

        coordinates.put(KEY, key.value());
        coordinates.put(key.kind(), key.value());
        if (key.sourceSystem() != null) {
            coordinates.put(SOURCE_SYSTEM, key.sourceSystem());
        }

        return coordinates;
    }

    /** A service that answers with a single value answers with a field called {@value VALUE}. */
    private static Map<String, Object> values(final Object answer) {
        return switch (answer) {
            case final Record record -> record.toMap();
            case final Map<?, ?> map -> {
                final Map<String, Object> values = new HashMap<>();
                map.forEach((name, value) -> values.put(String.valueOf(name), value));
                yield values;
            }
            default -> Map.of(VALUE, answer);
        };
    }
}
