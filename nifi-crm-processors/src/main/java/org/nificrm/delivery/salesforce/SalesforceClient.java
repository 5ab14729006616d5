package org.nificrm.delivery.salesforce;

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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * An object of Salesforce as a CRM. New records go through upsert by the external id, so that a record which another writer
 * creates at the same time is not doubled; known ones are updated by their id, with the changed fields only.
 */
public final class SalesforceClient implements CrmClient {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final SalesforceApi api;
    private final SalesforceObject object;
    private final ObjectFields fields;
    private final SalesforceField keyField;
    private final RecordQuery query;
    private final Optional<BulkWriter> bulk;

    /** A client that writes no jobs. */
    public SalesforceClient(final SalesforceApi api, final Descriptions descriptions, final Target target) throws CrmException {
        this(api, descriptions, target, Optional.empty());
    }

    /**
     * @param descriptions of the target's object and of those that it refers to
     * @param loading      when many records are written as one job; empty for never
     * @throws CrmException if the object cannot be identified by the match key field or lacks the timestamp field
     */
    public SalesforceClient(final SalesforceApi api, final Descriptions descriptions, final Target target, final Optional<BulkLoading> loading)
            throws CrmException {
        this.api = api;
        this.object = descriptions.object(target.object());
        this.fields = new ObjectFields(object, descriptions);
        this.keyField = keyField(target);
        this.query = new RecordQuery(api, object, keyField, fields);
        this.bulk = loading.map(settings -> new BulkWriter(api.bulk(), settings, object, keyField));
        if (target.timestampField().isPresent()) {
            required(target.timestampField().get(), "Source Timestamp Field");
        }
    }

    private SalesforceField keyField(final Target target) throws CrmException {
        if (target.keyFields().size() != 1) {
            throw CrmException.unavailable("KEY_UNSUPPORTED", "Salesforce identifies records by one external id. Choose one of Match Key Fields");
        }

        final SalesforceField field = required(target.keyFields().getFirst(), "Match Key Fields");
        if (!field.externalId() || !field.unique()) {
            throw CrmException.unavailable("KEY_NOT_UNIQUE",
                    "Field '%s' of object '%s' is no external id with unique values. Create one, and choose it in Match Key Fields"
                            .formatted(field.name(), object.name()));
        }

        return field;
    }

    private SalesforceField required(final String name, final String option) throws CrmException {
        final SalesforceField field = object.field(name);
        if (field == null || !field.writable()) {
            throw CrmException.unavailable("FIELD_MISSING",
                    "Object '%s' has no field '%s' that this user may write. Create it, give the user access, or choose another of %s"
                            .formatted(object.name(), name, option));
        }

        return field;
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(bulk.isPresent() ? BulkWriter.MAX_RECORDS : SalesforceApi.MAX_RECORDS, true, true, true, false, true, false);
    }

    @Override
    public String address() {
        return api.address();
    }

    @Override
    public boolean hasField(final String field) throws CrmException {
        return fields.find(field).isPresent();
    }

    @Override
    public Object convert(final String field, final Object value) throws UnfitValueException, CrmException {
        return fields.find(field).orElseThrow().convert(value);
    }

    @Override
    public Key normalize(final Key key) {
        return key.single() instanceof String text && !keyField.caseSensitive() ? Key.of(text.toLowerCase(Locale.ROOT)) : key;
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> names) throws CrmException {
        if (bulk.isPresent()) {
            bulk.get().settleAbandoned();
        }

        return query.find(keys, names);
    }

    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        final Function<Operation, RequestPart> parts = bulk.isPresent()
                ? RequestPart.of(operations, bulk.get().threshold(), bulk.get()::takes)
                : RequestPart.of(operations, Integer.MAX_VALUE, operation -> false);
        return RequestGroups.write(operations, parts, this::writePart);
    }

    private List<Outcome> writePart(final RequestPart part, final List<Operation> batch) throws CrmException {
        return part.bulk() ? bulk.orElseThrow().write(part.type(), batch) : writeCollection(part.type(), batch);
    }

    private List<Outcome> writeCollection(final Operation.Type type, final List<Operation> batch) throws CrmException {
        final ApiResponse response = switch (type) {
            case CREATE -> api.upsert(object.name(), keyField.name(), records(batch));
            case UPDATE -> api.update(records(batch));
            case DELETE -> api.delete(batch.stream().map(operation -> operation.existing().id()).toList());
        };
        return response.status() == 200 && response.json().isArray()
                ? new CollectionAnswer(batch, keyField.name()).outcomes(response.json())
                : SalesforceError.of(response).asOutcomes(batch);
    }

    private ArrayNode records(final List<Operation> batch) throws CrmException {
        final ArrayNode records = JSON.arrayNode(batch.size());
        for (final Operation operation : batch) {
            final ObjectNode record = records.addObject();
            record.putObject("attributes").put("type", object.name());
            if (operation.existing() != null) {
                record.put("id", operation.existing().id());
            }

            for (final Map.Entry<String, Object> value : operation.values().entrySet()) {
                fields.find(value.getKey()).orElseThrow().write(record, value.getValue());
            }
        }

        return records;
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the object", "Object '%s' has %d fields".formatted(object.name(), object.fields().size())));
        findings.add(Finding.passed("Match key is unique", "Field '%s' is an external id with unique values".formatted(keyField.name())));
        settings.target().timestampField().ifPresent(field -> findings.add(timestamp(object.field(field))));
        return findings;
    }

    private static Finding timestamp(final SalesforceField field) {
        final String step = "Source timestamp can be kept";
        return switch (field.type()) {
            case DATE_TIME, NUMBER, INTEGER, TEXT -> Finding.passed(step, "Field '%s' keeps points in time".formatted(field.name()));
            default -> Finding.failed(step, "Field '%s' does not keep the time of day. Make it one of date and time".formatted(field.name()));
        };
    }
}
