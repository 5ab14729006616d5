package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.Capabilities;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.CrmException.Kind;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.declared.ApiDocument.Write;
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

/**
 * An object of a CRM that a document describes. Look-ups go several keys at a time where the CRM can, writes one record at a
 * time, as many side by side as the rate limiter lets through.
 */
public final class DeclaredClient implements CrmClient {

    private static final int MAX_BATCH = 200;

    private final DeclaredApi api;
    private final ApiDocument document;
    private final ApiObject object;
    private final FieldSpec keyField;
    private final String timestampField;
    private final KeyLookup lookup;
    private final References references;
    /** By the record's name of them: the object's own, and those that refer to other records. */
    private final Map<String, FieldSpec> fields = new TreeMap<>();

    /**
     * @param objects learns what the objects are made of that this one refers to
     * @throws CrmException if the object cannot be identified by the match key field or lacks the timestamp field
     */
    public DeclaredClient(final DeclaredApi api, final ApiObject object, final Target target, final ApiObjects objects) throws CrmException {
        this.api = api;
        this.document = api.document();
        this.object = object;
        if (target.keyFields().size() != 1) {
            throw CrmException.unavailable("KEY_UNSUPPORTED",
                    "%s is asked by one field. Choose one of Match Key Fields that is unique".formatted(document.name()));
        }

        this.timestampField = target.timestampField().orElse(null);
        this.keyField = required(target.keyFields().getFirst(), "Match Key Fields");
        if (timestampField != null) {
            required(timestampField, "Source Timestamp Field");
        }

        this.lookup = new KeyLookup(api, object, keyField);
        this.references = new References(api, objects);
    }

    private FieldSpec required(final String name, final String option) throws CrmException {
        if (!hasField(name)) {
            throw CrmException.unavailable("FIELD_MISSING",
                    "Object '%s' has no field '%s' that can be written. Create it, or choose another of %s".formatted(object.name(), name, option));
        }

        return fields.get(name);
    }

    @Override
    public Capabilities capabilities() {
        return new Capabilities(MAX_BATCH, true, true, false, document.lookup().version() != null, document.delete().isPresent(), false);
    }

    @Override
    public String address() {
        return api.address();
    }

    @Override
    public boolean hasField(final String name) {
        if (!fields.containsKey(name)) {
            find(name).filter(field -> !field.readOnly()).ifPresent(field -> fields.put(name, field));
        }

        return fields.containsKey(name);
    }

    private Optional<FieldSpec> find(final String name) {
        final Optional<FieldSpec> own = object.field(name);
        if (own.isPresent()) {
            return own.map(field -> name.equals(timestampField) && field.type().equals(ValueType.STRING) ? field.as(ValueType.TIME_AS_TEXT) : field);
        }

        return reference(name).map(object::referring);
    }

    private Optional<ObjectSpec.Reference> reference(final String name) {
        final int dot = name.indexOf('.');
        return dot < 0 ? Optional.empty() : Optional.ofNullable(object.spec().references().get(name.substring(0, dot)));
    }

    @Override
    public Object convert(final String name, final Object value) throws UnfitValueException, CrmException {
        final FieldSpec field = fields.get(name);
        final Optional<ObjectSpec.Reference> reference = object.field(name).isPresent() ? Optional.empty() : reference(name);
        if (reference.isPresent()) {
            final boolean blank = value == null || value instanceof final String text && text.isBlank();
            return blank ? null : field.convert(references.resolve(name, reference.get(), name.substring(name.indexOf('.') + 1), value));
        }

        final Object converted = field.convert(value);
        if (converted != null && field == keyField) {
            lookup.check(converted);
        }

        return converted;
    }

    @Override
    public Key normalize(final Key key) {
        return lookup.normalize(key);
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> wanted) throws CrmException {
        final List<FieldSpec> read = new ArrayList<>();
        for (final String name : wanted) {
            if (hasField(name)) {
                read.add(named(name));
            }
        }

        return lookup.find(keys, read);
    }

    /** A field by the record's name for it, which differs from its own where it refers to another record. */
    private FieldSpec named(final String name) {
        final FieldSpec field = fields.get(name);
        return new FieldSpec(name, field.pointer(), field.filter(), field.type(), field.length(), field.altered(), field.readOnly());
    }

    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        final AtomicReference<CrmException> closed = new AtomicReference<>();
        final List<Outcome> outcomes = ConcurrentRequests.send(operations, operation -> closed.get() == null ? write(operation, closed) : null);
        if (outcomes.stream().allMatch(Objects::isNull)) {
            throw closed.get();
        }

        // What was written stays told, so what was not leaves by itself.
        if (closed.get() != null) {
            Collections.replaceAll(outcomes, null, Outcome.retryable(closed.get().code(), closed.get().getMessage(), closed.get().retryAfter()));
        }

        return outcomes;
    }

    /** Null if nobody can be served, which then is noted for the operations behind it. */
    private Outcome write(final Operation operation, final AtomicReference<CrmException> closed) {
        try {
            return writeOne(operation);
        } catch (final UnfitValueException e) {
            return Outcome.rejected(e.code(), e.getMessage());
        } catch (final CrmException e) {
            if (e.kind() == Kind.UNAVAILABLE) {
                closed.set(e);
                return null;
            }

            return new Outcome(Outcome.Status.UNKNOWN, null, e.code(), e.getMessage(), e.retryAfter(), List.of());
        }
    }

    private Outcome writeOne(final Operation operation) throws UnfitValueException, CrmException {
        final Action action = switch (operation.type()) {
            case CREATE -> Action.CREATE;
            case UPDATE -> Action.UPDATE;
            case DELETE -> Action.DELETE;
        };
        final Optional<Write> described = switch (action) {
            case CREATE -> Optional.of(document.create());
            case UPDATE -> Optional.of(document.update());
            default -> document.delete();
        };
        if (described.isEmpty()) {
            return Outcome.rejected("DELETE_UNSUPPORTED", "The API document says of no way to delete. Add 'delete' to it, or write a field instead");
        }

        final ApiResponse response = api.send(request(described.get(), operation));
        final Judgement judgement = api.judge(action, response);
        return switch (judgement.verdict()) {
            case SUCCESS, CREATED, UPDATED -> confirmed(described.get(), operation, response, judgement);
            case EXISTS -> existing(operation, judgement);
            case MISSING -> action == Action.DELETE ? Outcome.deleted(operation.existing().id()) : judgement.asOutcome();
            case UNAVAILABLE -> throw judgement.error().asException();
            case STALE, CONFLICT, REJECTED, RETRY, UNKNOWN, THROTTLED -> judgement.asOutcome();
        };
    }

    private ApiRequest request(final Write write, final Operation operation) throws UnfitValueException {
        final Existing existing = operation.existing();
        Variables variables = new Variables().with("object", object.name()).with("values", values(operation)).with("key.field", keyField.filter())
                .with("key", keyField.type().write(operation.key().single()));
        if (existing == null) {
            variables = variables.with("uuid", NameBasedId.of(object.name(), operation.key().single().toString()).toString());
        } else {
            variables = variables.with("id", existing.id()).with("version", existing.version());
        }

        return write.request().render(variables, List.of());
    }

    private ObjectNode values(final Operation operation) {
        final ObjectNode values = operation.type() == Operation.Type.CREATE ? object.defaults().deepCopy() : object.defaults().objectNode();
        operation.values().forEach((name, value) -> {
            if (value != null || operation.existing() != null) {
                fields.get(name).write(value, document.clear(), values);
            }
        });
        return values;
    }

    /** Without the id that is expected an answer is none: a proxy's page, half of one, somebody else's. */
    private static Outcome confirmed(final Write write, final Operation operation, final ApiResponse response, final Judgement judgement) {
        final JsonNode told = write.id() == null ? null : response.json().at(write.id());
        if (told != null && (!told.isValueNode() || told.isNull() || told.asText().isBlank())) {
            return judgement.asOutcome();
        }

        if (operation.type() == Operation.Type.DELETE) {
            return Outcome.deleted(operation.existing().id());
        }

        final boolean created = judgement.verdict() == Verdict.CREATED || judgement.verdict() == Verdict.SUCCESS && operation.type() == Operation.Type.CREATE;
        final String id = operation.existing() == null ? told == null ? null : told.asText() : operation.existing().id();
        return created ? Outcome.created(id) : Outcome.updated(id);
    }

    /** The CRM says that there is such a record. If it can be found, it is decided upon anew; if not, only a person can help. */
    private Outcome existing(final Operation operation, final Judgement judgement) throws CrmException {
        final boolean found = lookup.find(List.of(operation.key()), List.of()).containsKey(operation.key());
        return found
                ? Outcome.retryable(judgement.error().code(), "The record came to be in the meantime", Duration.ZERO)
                : Outcome.conflict(null, judgement.error().code(),
                        "The CRM says that it has such a record but does not show it: one that was deleted, or that this user may not see. Restore or remove it there");
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) throws CrmException {
        return new Examination(object, keyField, lookup, document).findings(Optional.ofNullable(timestampField).map(fields::get));
    }
}
