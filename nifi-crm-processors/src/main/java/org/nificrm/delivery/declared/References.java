package org.nificrm.delivery.declared;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.UnfitValueException;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Fields such as {@code account.external_id}: the value names another record by its key, the CRM wants that record's id. Ids
 * that were found are remembered as long as the client is open, up to a limit.
 */
final class References {

    private static final int REMEMBERED = 10_000;

    private record Address(String object, String keyField, Key key) {
    }

    private final DeclaredApi api;
    private final ApiObjects objects;
    private final Cache<Address, String> ids = Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private final Map<String, KeyLookup> lookups = new HashMap<>();
    private final Map<String, FieldSpec> keyFields = new HashMap<>();

    References(final DeclaredApi api, final ApiObjects objects) {
        this.api = api;
        this.objects = objects;
    }

    /**
     * The id of the record that has this key.
     *
     * @param field as the record of the source calls it, for messages
     * @throws UnfitValueException if there is none, or more than one
     */
    String resolve(final String field, final ObjectSpec.Reference reference, final String keyFieldName, final Object value)
            throws UnfitValueException, CrmException {
        final String name = reference.object() + "/" + keyFieldName;
        if (!lookups.containsKey(name)) {
            final ApiObject object = objects.object(reference.object());
            final FieldSpec keyField = object.field(keyFieldName).orElseThrow(() -> new UnfitValueException("REFERENCE_UNKNOWN",
                    "Field '%s' names '%s', which object '%s' has not. Rename the field after one that it has".formatted(field, keyFieldName, reference.object())));
            keyFields.put(name, keyField);
            lookups.put(name, new KeyLookup(api, object, keyField));
        }

        final KeyLookup lookup = lookups.get(name);
        final Object converted = keyFields.get(name).convert(value);
        lookup.check(converted);
        final Key key = lookup.normalize(Key.of(converted));
        final Address address = new Address(reference.object(), keyFieldName, key);
        final String known = ids.getIfPresent(address);
        if (known != null) {
            return known;
        }

        final List<Existing> matches = lookup.find(List.of(key), List.of()).getOrDefault(key, List.of());
        if (matches.size() != 1) {
            throw new UnfitValueException(matches.isEmpty() ? "REFERENCE_NOT_FOUND" : "REFERENCE_AMBIGUOUS",
                    "Field '%s' refers to a record of '%s' that the CRM has %s. Write that object first, and keep its keys unique"
                            .formatted(field, reference.object(), matches.isEmpty() ? "not" : "several times"));
        }

        ids.put(address, matches.getFirst().id());
        return matches.getFirst().id();
    }
}
