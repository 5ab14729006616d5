package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Operation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the ids of the records that a batch refers to: one query a field that refers. */
final class ReferenceResolver {

    private final ZohoApi api;
    private final ModuleFields fields;

    ReferenceResolver(final ZohoApi api, final ModuleFields fields) {
        this.api = api;
        this.fields = fields;
    }

    /**
     * @param batch at most 100 operations
     * @return by field and value the id; a value without a record is absent
     */
    Map<String, Map<Object, String>> resolve(final Collection<Operation> batch) throws CrmException {
        final Map<Reference, Set<Object>> wanted = new HashMap<>();
        for (final Operation operation : batch) {
            for (final Map.Entry<String, Object> value : operation.values().entrySet()) {
                final Reference reference = fields.reference(value.getKey());
                if (reference != null && value.getValue() != null) {
                    wanted.computeIfAbsent(reference, one -> new LinkedHashSet<>()).add(value.getValue());
                }
            }
        }

        final Map<String, Map<Object, String>> ids = new HashMap<>();
        for (final Map.Entry<Reference, Set<Object>> one : wanted.entrySet()) {
            ids.put(one.getKey().field(), ids(one.getKey(), new ArrayList<>(one.getValue())));
        }

        return ids;
    }

    private Map<Object, String> ids(final Reference reference, final List<Object> values) throws CrmException {
        final ZohoField key = reference.key();
        final Map<Object, String> byComparable = new HashMap<>();
        for (final JsonNode row : api.find(reference.module(), List.of("id", key.name()), key, values)) {
            byComparable.put(key.comparable(key.read(row.path(key.name()))), row.path("id").asText());
        }

        final Map<Object, String> ids = new HashMap<>();
        for (final Object value : values) {
            final String id = byComparable.get(key.comparable(value));
            if (id != null) {
                ids.put(value, id);
            }
        }

        return ids;
    }
}
