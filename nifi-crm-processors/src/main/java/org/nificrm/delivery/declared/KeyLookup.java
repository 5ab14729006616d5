package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.declared.ApiDocument.Lookup;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * Finds records of one object by the value of one field. What an answer holds is attributed by that value: a filter that finds
 * more than it was asked for, or a CRM that ignores it, gives nobody another one's record.
 */
final class KeyLookup {

    private final DeclaredApi api;
    private final Lookup lookup;
    private final ApiObject object;
    private final FieldSpec keyField;

    KeyLookup(final DeclaredApi api, final ApiObject object, final FieldSpec keyField) {
        this.api = api;
        this.lookup = api.document().lookup();
        this.object = object;
        this.keyField = keyField;
    }

    /** The key as the CRM compares it. */
    Key normalize(final Key key) {
        return api.document().ignoreCase() && key.single() instanceof final String text ? Key.of(text.strip().toLowerCase(Locale.ROOT)) : key;
    }

    /**
     * @throws UnfitValueException if the request cannot carry such a key
     */
    void check(final Object key) throws UnfitValueException {
        request(List.of(Key.of(key)), List.of());
    }

    /**
     * @param keys   normalised
     * @param fields to read besides the id
     */
    Map<Key, List<Existing>> find(final Collection<Key> keys, final Collection<FieldSpec> fields) throws CrmException {
        final List<List<Key>> batches = new ArrayList<>();
        final List<Key> all = List.copyOf(keys);
        for (int from = 0; from < all.size(); from += lookup.batch()) {
            batches.add(all.subList(from, Math.min(from + lookup.batch(), all.size())));
        }

        final Map<Key, List<Existing>> found = new HashMap<>();
        for (final Map<Key, List<Existing>> part : ConcurrentRequests.send(batches, batch -> find(batch, fields))) {
            found.putAll(part);
        }

        return found;
    }

    private Map<Key, List<Existing>> find(final List<Key> keys, final Collection<FieldSpec> fields) throws CrmException {
        final Set<Key> asked = Set.copyOf(keys);
        final Map<Key, List<Existing>> found = new HashMap<>();
        for (final JsonNode node : ask(keys, fields)) {
            final Object value = keyField.read(node.at(lookup.values()));
            final Key key = value == null ? null : normalize(Key.of(value));
            final String id = node.at(lookup.id()).asText("");
            if (key != null && asked.contains(key) && !id.isEmpty()) {
                add(found.computeIfAbsent(key, one -> new ArrayList<>(1)), existing(id, node, fields));
            }
        }

        return found;
    }

    /** The records of an answer, whether they were asked for or not. */
    List<JsonNode> ask(final List<Key> keys, final Collection<FieldSpec> fields) throws CrmException {
        final ApiResponse response;
        try {
            response = api.send(request(keys, fields));
        } catch (final UnfitValueException e) {
            throw new CrmException(Kind.REFUSED, e.code(), "A key cannot be written into the look-up of this CRM", null);
        }

        final Judgement judgement = api.judge(Action.LOOKUP, response);
        if (judgement.verdict() == Verdict.MISSING) {
            return List.of();
        }

        final JsonNode records = response.json().at(lookup.records());
        if (judgement.verdict() != Verdict.SUCCESS || !records.isContainerNode() || isShort(response, records)) {
            throw judgement.error().asException();
        }

        return records.isArray() ? StreamSupport.stream(records.spliterator(), false).toList() : List.of(records);
    }

    /** A record that only seems to be missing would be created a second time. */
    private boolean isShort(final ApiResponse response, final JsonNode records) {
        return lookup.total() != null && response.json().at(lookup.total()).asInt(0) > records.size();
    }

    private ApiRequest request(final List<Key> keys, final Collection<FieldSpec> fields) throws UnfitValueException {
        final ArrayNode selected = JsonNodeFactory.instance.arrayNode();
        final Set<String> names = new LinkedHashSet<>(List.of(keyField.selected()));
        fields.forEach(field -> names.add(field.selected()));
        names.forEach(selected::add);
        final ArrayNode values = JsonNodeFactory.instance.arrayNode();
        keys.forEach(key -> values.add(keyField.type().write(key.single())));
        final Variables common = new Variables().with("object", object.name()).with("key.field", keyField.filter()).with("fields", selected).with("keys", values);
        final List<Variables> each = new ArrayList<>(keys.size());
        values.forEach(value -> each.add(common.with("key", value)));
        return lookup.request().render(each.getFirst(), each);
    }

    private Existing existing(final String id, final JsonNode node, final Collection<FieldSpec> fields) {
        final Map<String, Object> values = HashMap.newHashMap(fields.size());
        for (final FieldSpec field : fields) {
            values.put(field.name(), field.read(node.at(lookup.values())));
        }

        return new Existing(id, lookup.version() == null ? null : blankToNull(node.at(lookup.version()).asText("")), values);
    }

    private static String blankToNull(final String text) {
        return text.isBlank() ? null : text;
    }

    private static void add(final List<Existing> matches, final Existing match) {
        if (matches.stream().noneMatch(known -> known.id().equals(match.id()))) {
            matches.add(match);
        }
    }
}
