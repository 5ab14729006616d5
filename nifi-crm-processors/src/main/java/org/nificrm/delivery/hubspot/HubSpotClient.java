package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.Capabilities;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.RequestGroups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An object of HubSpot as a CRM. New records go through upsert by the unique property, so that a record which another
 * writer creates at the same time is not doubled; known ones are updated by their id, with the changed properties only.
 */
public final class HubSpotClient implements CrmClient {

    private static final int MAX_BATCH = 100;
    private static final Capabilities CAPABILITIES = new Capabilities(MAX_BATCH, true, false, true, false, true, false);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final HubSpotApi api;
    private final HubSpotObject object;
    private final String keyProperty;
    private final BatchRead batchRead;

    /**
     * @throws CrmException if the object cannot be identified by the match key field or lacks the timestamp field
     */
    public HubSpotClient(final HubSpotApi api, final HubSpotObject object, final Target target) throws CrmException {
        this.api = api;
        this.object = object;
        if (target.keyFields().size() != 1) {
            throw CrmException.unavailable("KEY_UNSUPPORTED", "HubSpot identifies records by one unique property. Choose one of Match Key Fields");
        }

        this.keyProperty = target.keyFields().getFirst();
        this.batchRead = new BatchRead(api, object, keyProperty);
        if (!required(keyProperty, "Match Key Fields").unique()) {
            throw CrmException.unavailable("KEY_NOT_UNIQUE",
                    "Property '%s' of object '%s' does not require unique values. Create one that does, and choose it in Match Key Fields"
                            .formatted(keyProperty, object.name()));
        }

        if (target.timestampField().isPresent()) {
            required(target.timestampField().get(), "Source Timestamp Field");
        }
    }

    private HubSpotProperty required(final String name, final String option) throws CrmException {
        final HubSpotProperty property = object.property(name);
        if (property == null || property.readOnly()) {
            throw CrmException.unavailable("PROPERTY_MISSING",
                    "Object '%s' has no property '%s' that can be written. Create it, or choose another of %s".formatted(object.name(), name, option));
        }

        return property;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String address() {
        return api.address();
    }

    @Override
    public boolean hasField(final String field) {
        final HubSpotProperty property = object.property(field);
        return property != null && !property.readOnly();
    }

    @Override
    public Object convert(final String field, final Object value) throws UnfitValueException {
        return object.property(field).convert(value);
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        return batchRead.find(keys, fields);
    }

    /** One request for each kind of operation. */
    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        return RequestGroups.write(operations, Operation::type, this::writeBatch);
    }

    private List<Outcome> writeBatch(final Operation.Type type, final List<Operation> batch) throws CrmException {
        final ArrayNode inputs = JSON.arrayNode();
        for (final Operation operation : batch) {
            inputs.add(input(operation, inputs.size()));
        }

        final String action = switch (type) {
            case CREATE -> "upsert";
            case UPDATE -> "update";
            case DELETE -> "archive";
        };
        final ApiResponse response = api.batch(object.name(), action, JSON.objectNode().set("inputs", inputs));
        if (response.isSuccess()) {
            return type == Operation.Type.DELETE && response.status() == 204
                    ? batch.stream().map(operation -> Outcome.deleted(operation.existing().id())).toList()
                    : new BatchAnswer(batch, keyProperty).outcomes(response.json());
        }

        return HubSpotError.of(response).asOutcomes(batch);
    }

    private ObjectNode input(final Operation operation, final int traceId) {
        final ObjectNode input = JSON.objectNode();
        switch (operation.type()) {
            case CREATE -> input.put("id", operation.key().single().toString()).put("idProperty", keyProperty);
            case UPDATE, DELETE -> input.put("id", operation.existing().id());
        }

        if (operation.type() != Operation.Type.DELETE) {
            input.put("objectWriteTraceId", Integer.toString(traceId));
            final ObjectNode properties = input.putObject("properties");
            operation.values().forEach((name, value) -> {
                if (!name.equals(keyProperty)) {
                    properties.put(name, value == null ? "" : value.toString());
                }
            });
        }

        return input;
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the object", "Object '%s' has %d properties".formatted(object.name(), object.properties().size())));
        findings.add(Finding.passed("Match key is unique", "HubSpot keeps the values of property '%s' unique".formatted(keyProperty)));
        settings.target().timestampField().ifPresent(field -> findings.add(timestamp(object.property(field))));
        return findings;
    }

    private static Finding timestamp(final HubSpotProperty property) {
        final String step = "Source timestamp can be kept";
        return switch (property.type()) {
            case DATE_TIME, NUMBER, TEXT -> Finding.passed(step, "Property '%s' keeps points in time".formatted(property.name()));
            case DATE, BOOLEAN, EMAIL, ENUMERATION -> Finding.failed(step,
                    "Property '%s' does not keep the time of day. Make it one of date and time".formatted(property.name()));
        };
    }
}
