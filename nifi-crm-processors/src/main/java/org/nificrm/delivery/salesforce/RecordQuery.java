package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.rest.AskedKeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds records by their external id. */
final class RecordQuery {

    private static final String ID = "Id";

    private final SalesforceApi api;
    private final SalesforceObject object;
    private final SalesforceField keyField;
    private final ObjectFields fields;

    RecordQuery(final SalesforceApi api, final SalesforceObject object, final SalesforceField keyField, final ObjectFields fields) {
        this.api = api;
        this.object = object;
        this.keyField = keyField;
        this.fields = fields;
    }

    Map<Key, List<Existing>> find(final Collection<Key> keys, final Set<String> names) throws CrmException {
        final Map<String, ObjectField> asked = new LinkedHashMap<>();
        for (final String name : names) {
            fields.find(name).ifPresent(field -> asked.put(name, field));
        }

        final Map<Key, List<Existing>> found = new HashMap<>();
        final List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += SalesforceApi.MAX_RECORDS) {
            find(all.subList(from, Math.min(from + SalesforceApi.MAX_RECORDS, all.size())), asked, found);
        }

        return found;
    }

    private void find(final List<Key> keys, final Map<String, ObjectField> asked, final Map<Key, List<Existing>> found) throws CrmException {
        final AskedKeys askedKeys = new AskedKeys(keys);
        for (final JsonNode record : api.query(soql(keys, asked.keySet()))) {
            final Key key = askedKeys.match(String.valueOf(keyField.read(record)));
            if (key != null) {
                found.computeIfAbsent(key, one -> new ArrayList<>(1)).add(existing(record, asked));
            }
        }
    }

    private String soql(final Collection<Key> keys, final Set<String> names) {
        final Set<String> columns = new LinkedHashSet<>(List.of(ID, keyField.name()));
        columns.addAll(names);
        final List<String> literals = keys.stream().map(key -> keyField.literal(key.single())).toList();
        return "SELECT %s FROM %s WHERE %s IN (%s)"
                .formatted(String.join(",", columns), object.name(), keyField.name(), String.join(",", literals));
    }

    private static Existing existing(final JsonNode record, final Map<String, ObjectField> asked) {
        final Map<String, Object> values = HashMap.newHashMap(asked.size());
        asked.forEach((name, field) -> values.put(name, field.read(record)));
        return new Existing(record.path(ID).asText(), null, values);
    }
}
