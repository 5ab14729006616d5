package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
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
import org.nificrm.delivery.convert.Json;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.RequestGroups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A module of Zoho CRM as a CRM. New records go through upsert by the unique field, so that a record which another writer
 * creates at the same time is not doubled; known ones are updated by their id, with the changed fields only. Zoho takes a
 * condition (If-Unmodified-Since) for a request of one record only, so batches are written without one.
 */
public final class ZohoClient implements CrmClient {

    private static final int MAX_BATCH = 100;
    private static final Capabilities CAPABILITIES = new Capabilities(MAX_BATCH, true, true, true, false, true, false);

    private final ZohoApi api;
    private final ZohoModule module;
    private final ModuleFields fields;
    private final ReferenceResolver references;
    private final ZohoField key;

    /**
     * @throws CrmException if the module cannot be identified by the match key field or lacks the timestamp field
     */
    public ZohoClient(final ZohoApi api, final Modules modules, final Target target) throws CrmException {
        this.api = api;
        this.module = modules.get(target.object());
        this.fields = new ModuleFields(module, modules);
        this.references = new ReferenceResolver(api, fields);
        if (target.keyFields().size() != 1) {
            throw CrmException.unavailable("KEY_UNSUPPORTED", "Zoho identifies records by one unique field. Choose one of Match Key Fields");
        }

        this.key = required(target.keyFields().getFirst(), "Match Key Fields");
        if (!key.unique()) {
            throw CrmException.unavailable("KEY_NOT_UNIQUE",
                    "Field '%s' of module '%s' allows duplicate values. Create one that does not, and choose it in Match Key Fields"
                            .formatted(key.name(), module.name()));
        }

        if (target.timestampField().isPresent()) {
            required(target.timestampField().get(), "Source Timestamp Field");
        }
    }

    private ZohoField required(final String name, final String option) throws CrmException {
        final ZohoField field = module.field(name);
        if (field == null || !field.writable()) {
            throw CrmException.unavailable("FIELD_MISSING", "Module '%s' has no field '%s' that can be written. Create it, or choose another of %s"
                    .formatted(module.name(), name, option));
        }

        return field;
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
    public boolean hasField(final String field) throws CrmException {
        return fields.isWritable(field);
    }

    @Override
    public Object convert(final String field, final Object value) throws UnfitValueException, CrmException {
        return fields.field(field).convert(value);
    }

    @Override
    public Key normalize(final Key one) {
        return Key.of(key.comparable(one.single()));
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> wanted) throws CrmException {
        final List<String> known = fields.known(wanted);
        final List<String> selected = new ArrayList<>(List.of("id", key.name()));
        known.stream().filter(field -> !field.equals(key.name())).forEach(selected::add);
        final Map<Key, List<Existing>> found = new HashMap<>();
        for (final JsonNode row : api.find(module.name(), selected, key, keys.stream().map(Key::single).toList())) {
            final Key one = normalize(Key.of(key.read(row.path(key.name()))));
            found.computeIfAbsent(one, each -> new ArrayList<>(1)).add(new Existing(row.path("id").asText(), null, fields.read(row, known)));
        }

        return found;
    }

    /** One request for each kind of operation, for those records whose references lead somewhere. */
    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        final Map<String, Map<Object, String>> ids = references.resolve(operations);
        final Map<Operation, Outcome> missing = new HashMap<>();
        for (final Operation operation : operations) {
            operation.values().forEach((field, value) -> {
                if (value != null && ids.containsKey(field) && !ids.get(field).containsKey(value)) {
                    missing.put(operation, Outcome.rejected("REFERENCE_NOT_FOUND",
                            "No record has the value that field '%s' refers to. Deliver what it refers to first".formatted(field)));
                }
            });
        }

        final List<Operation> sent = operations.stream().filter(operation -> !missing.containsKey(operation)).toList();
        final List<Outcome> answered = RequestGroups.write(sent, Operation::type, (type, batch) -> writeBatch(type, batch, ids));
        for (int i = 0; i < sent.size(); i++) {
            missing.put(sent.get(i), answered.get(i));
        }

        return operations.stream().map(missing::get).toList();
    }

    private List<Outcome> writeBatch(final Operation.Type type, final List<Operation> batch, final Map<String, Map<Object, String>> ids) throws CrmException {
        final ApiResponse response = switch (type) {
            case CREATE -> api.upsert(module.name(), records(batch, ids), key.name());
            case UPDATE -> api.update(module.name(), records(batch, ids));
            case DELETE -> api.delete(module.name(), batch.stream().map(operation -> operation.existing().id()).toList());
        };
        final JsonNode entries = response.json().path("data");
        return entries.isArray() ? new BatchAnswer(batch).outcomes(entries) : ZohoError.of(response).asOutcomes(batch);
    }

    private ArrayNode records(final List<Operation> batch, final Map<String, Map<Object, String>> ids) throws CrmException {
        final ArrayNode records = JsonNodeFactory.instance.arrayNode();
        for (final Operation operation : batch) {
            final ObjectNode record = records.addObject();
            if (operation.existing() != null) {
                record.put("id", operation.existing().id());
            }

            for (final Map.Entry<String, Object> value : operation.values().entrySet()) {
                final Reference reference = fields.reference(value.getKey());
                if (value.getValue() == null) {
                    record.putNull(reference == null ? value.getKey() : reference.lookup());
                } else if (reference == null) {
                    record.set(value.getKey(), Json.node(value.getValue()));
                } else {
                    record.putObject(reference.lookup()).put("id", ids.get(value.getKey()).get(value.getValue()));
                }
            }
        }

        return records;
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the module", "Module '%s' has %d fields that can be written or queried".formatted(module.name(), module.fields().size())));
        findings.add(Finding.passed("Match key is unique", "Zoho allows no duplicate values of field '%s'".formatted(key.name())));
        settings.target().timestampField().ifPresent(field -> findings.add(timestamp(module.field(field))));
        return findings;
    }

    private static Finding timestamp(final ZohoField field) {
        final String step = "Source timestamp can be kept";
        return switch (field.type()) {
            case DATE_TIME, TEXT -> Finding.passed(step, "Field '%s' keeps points in time, to the second".formatted(field.name()));
            case INTEGER, LONG, NUMBER -> Finding.passed(step, "Field '%s' keeps points in time".formatted(field.name()));
            case DATE, BOOLEAN, OPTION, OPTIONS, LOOKUP -> Finding.failed(step,
                    "Field '%s' does not keep the time of day. Make it one of date and time".formatted(field.name()));
        };
    }
}
