package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.rest.ApiError;
import org.nificrm.delivery.rest.ApiError.Verdict;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.AskedKeys;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds records by their unique property. An answer can be too short, and a record that only seems to be missing would be
 * overwritten without regard to its age: what is neither found nor reported missing is asked for once more.
 */
final class BatchRead {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HubSpotApi api;
    private final HubSpotObject object;
    private final String keyProperty;

    BatchRead(final HubSpotApi api, final HubSpotObject object, final String keyProperty) {
        this.api = api;
        this.object = object;
        this.keyProperty = keyProperty;
    }

    Map<Key, List<Existing>> find(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        final List<String> properties = fields.stream().filter(field -> !field.equals(keyProperty) && object.property(field) != null).toList();
        final Map<Key, List<Existing>> found = new HashMap<>();
        final Set<Key> unexplained = ask(keys, properties, found);
        if (!unexplained.isEmpty()) {
            ask(unexplained, properties, found);
        }

        return found;
    }

    /** Adds to what was found; returns the keys about which the answer says nothing. */
    private Set<Key> ask(final Collection<Key> keys, final List<String> properties, final Map<Key, List<Existing>> found) throws CrmException {
        final AskedKeys asked = new AskedKeys(keys);
        final ApiResponse response = api.batch(object.name(), "read", body(keys, properties));
        if (!response.isSuccess()) {
            final ApiError error = HubSpotError.of(response);
            if (error.verdict() == Verdict.CHANGED) {
                return Set.of();
            }

            throw error.asException();
        }

        final JsonNode answer = response.json();
        if (!answer.path("results").isArray() || !answer.path("status").asText("COMPLETE").equals("COMPLETE")) {
            throw new CrmException(Kind.TRANSIENT, "UNREADABLE_ANSWER", "HubSpot's answer to a look-up is not complete", null);
        }

        for (final JsonNode result : answer.path("results")) {
            final Key key = asked.match(result.path("properties").path(keyProperty).asText());
            if (key != null) {
                add(found.computeIfAbsent(key, one -> new ArrayList<>(1)), existing(result, properties));
            }
        }

        final Set<Key> unexplained = new HashSet<>(keys);
        unexplained.removeAll(found.keySet());
        unexplained.removeAll(reportedMissing(answer.path("errors"), asked));
        return unexplained;
    }

    private ObjectNode body(final Collection<Key> keys, final List<String> properties) {
        final ObjectNode body = JSON.objectNode().put("idProperty", keyProperty);
        for (final Key key : keys) {
            body.withArray("inputs").addObject().put("id", key.single().toString());
        }

        body.withArray("properties").add(keyProperty);
        properties.forEach(body.withArray("properties")::add);
        body.putArray("propertiesWithHistory");
        return body;
    }

    private static void add(final List<Existing> matches, final Existing match) {
        if (matches.stream().noneMatch(known -> known.id().equals(match.id()))) {
            matches.add(match);
        }
    }

    private Existing existing(final JsonNode result, final List<String> properties) {
        final Map<String, Object> values = HashMap.newHashMap(properties.size());
        for (final String property : properties) {
            values.put(property, object.property(property).read(result.path("properties").path(property)));
        }

        return new Existing(result.path("id").asText(), null, values);
    }

    private static Set<Key> reportedMissing(final JsonNode errors, final AskedKeys asked) throws CrmException {
        final Set<Key> missing = new HashSet<>();
        for (final JsonNode entry : errors) {
            final ApiError error = HubSpotError.of(entry);
            if (error.verdict() != Verdict.CHANGED) {
                throw error.asException();
            }

            for (final JsonNode id : entry.path("context").path("ids")) {
                missing.add(asked.match(id.asText()));
            }
        }

        return missing;
    }
}
