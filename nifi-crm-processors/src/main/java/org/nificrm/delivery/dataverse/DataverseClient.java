package org.nificrm.delivery.dataverse;

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
import org.nificrm.delivery.rest.ApiRequest;
import org.nificrm.delivery.rest.ApiResponse;
import org.nificrm.delivery.rest.RequestGroups;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table of Dataverse as a CRM. New records go through UpsertMultiple by the alternate key, so that a record which another
 * writer creates at the same time is not doubled; where the table has no such message, and for known records, each record is
 * a request of one batch, on condition that it is still as it was found.
 */
public final class DataverseClient implements CrmClient {

    /** A bad row takes the others of its message back, so messages are small; Dataverse suggests 100 to 1000. */
    private static final int MAX_BATCH = 100;
    private static final Capabilities CAPABILITIES = new Capabilities(MAX_BATCH, false, true, true, true, true, false);
    /** Keys with these characters cannot stand in a path (Microsoft Learn, "Define alternate keys to reference rows"). */
    private static final Pattern UNFIT_FOR_PATH = Pattern.compile("[/<>*%&:\\\\?+#]");

    /** How an operation is sent. What comes first can be refused as a whole. */
    private enum Way {
        UPSERT_MULTIPLE, BATCH
    }

    private final DataverseApi api;
    private final DataverseTable table;
    private final TableFields fields;
    private final List<String> keyColumns;
    private final KeyLookup keyLookup;
    private final Deletion deletion;

    /**
     * @throws CrmException if the table cannot be identified by the match key fields or lacks the timestamp field
     */
    public DataverseClient(final DataverseApi api, final Tables tables, final Target target, final Deletion deletion) throws CrmException {
        this.api = api;
        this.table = tables.get(target.object());
        this.fields = new TableFields(table, tables);
        this.keyColumns = target.keyFields();
        this.keyLookup = new KeyLookup(api, table, fields, keyColumns);
        this.deletion = deletion;
        for (final String column : keyColumns) {
            require(column, "Match Key Fields");
        }

        if (!table.keys().contains(new HashSet<>(keyColumns))) {
            throw CrmException.unavailable("KEY_NOT_UNIQUE",
                    "Table '%s' has no active alternate key of exactly the columns %s. Create one, and choose its columns in Match Key Fields"
                            .formatted(table.name(), String.join(", ", keyColumns)));
        }

        if (target.timestampField().isPresent()) {
            require(target.timestampField().get(), "Source Timestamp Field");
        }
    }

    private void require(final String column, final String option) throws CrmException {
        if (table.column(column) == null || !table.column(column).writable()) {
            throw CrmException.unavailable("COLUMN_MISSING", "Table '%s' has no column '%s' that can be written. Create it, or choose another of %s"
                    .formatted(table.name(), column, option));
        }
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
        return fields.convert(field, value);
    }

    @Override
    public Key normalize(final Key key) {
        return KeyLookup.normalize(key);
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> wanted) throws CrmException {
        return keyLookup.find(keys, wanted);
    }

    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        return RequestGroups.write(operations, this::way, this::send);
    }

    private Way way(final Operation operation) {
        return operation.type() == Operation.Type.CREATE && table.upsertMultiple() && fitsPath(operation.key()) ? Way.UPSERT_MULTIPLE : Way.BATCH;
    }

    private static boolean fitsPath(final Key key) {
        return key.values().stream().noneMatch(value -> UNFIT_FOR_PATH.matcher(value.toString()).find());
    }

    private List<Outcome> send(final Way way, final List<Operation> operations) throws CrmException {
        return switch (way) {
            case UPSERT_MULTIPLE -> upsertMultiple(operations);
            case BATCH -> batch(operations);
        };
    }

    private List<Outcome> upsertMultiple(final List<Operation> operations) throws CrmException {
        final ObjectNode body = JsonNodeFactory.instance.objectNode();
        final ArrayNode targets = body.putArray("Targets");
        for (final Operation operation : operations) {
            targets.addObject().put("@odata.type", "Microsoft.Dynamics.CRM." + table.name())
                    .put("@odata.id", keyAddress(operation))
                    .setAll(fields.body(withoutKeyAndNulls(operation.values())));
        }

        final ApiResponse response = api.post("/%s/Microsoft.Dynamics.CRM.UpsertMultiple".formatted(table.entitySet()), body);
        return response.status() == 204 ? created(operations) : DataverseError.of(response).asOutcomes(operations);
    }

    private String keyAddress(final Operation operation) {
        final List<String> parts = keyColumns.stream().map(column -> column + "=" + table.column(column).literal(operation.values().get(column))).toList();
        return "%s(%s)".formatted(table.entitySet(), String.join(",", parts));
    }

    private Map<String, Object> withoutKeyAndNulls(final Map<String, Object> values) {
        final Map<String, Object> rest = new LinkedHashMap<>(values);
        rest.keySet().removeAll(keyColumns);
        rest.values().removeIf(Objects::isNull);
        return rest;
    }

    /** The message answers no identifiers: they are read, and left out where that fails, for all is written. */
    private List<Outcome> created(final List<Operation> operations) {
        Map<Key, List<Existing>> found;
        try {
            found = keyLookup.find(operations.stream().map(Operation::key).toList(), Set.of());
        } catch (final CrmException e) {
            found = Map.of();
        }

        final List<Outcome> outcomes = new ArrayList<>();
        for (final Operation operation : operations) {
            final List<Existing> rows = found.getOrDefault(operation.key(), List.of());
            outcomes.add(Outcome.created(rows.isEmpty() ? null : rows.getFirst().id()));
        }

        return outcomes;
    }

    private List<Outcome> batch(final List<Operation> operations) throws CrmException {
        final List<ApiRequest> parts = new ArrayList<>();
        for (final Operation operation : operations) {
            parts.add(part(operation));
        }

        final ApiResponse response = api.batch(parts);
        final List<ApiResponse> responses = Multipart.read(response);
        return responses.isEmpty() ? DataverseError.of(response).asOutcomes(operations) : new BatchAnswer(operations).outcomes(responses);
    }

    private ApiRequest part(final Operation operation) throws CrmException {
        return switch (operation.type()) {
            case CREATE -> fitsPath(operation.key())
                    ? api.part("PATCH", "/" + DataverseApi.encodeKey(keyAddress(operation)), Map.of("If-None-Match", "*"),
                            fields.body(withoutKeyAndNulls(operation.values())))
                    : api.part("POST", "/" + table.entitySet(), Map.of(), fields.body(operation.values()));
            case UPDATE -> api.part("PATCH", address(operation), asFound(operation), fields.body(operation.values()));
            case DELETE -> switch (deletion) {
                case DELETE -> api.part("DELETE", address(operation), asFound(operation), null);
                case DEACTIVATE -> api.part("PATCH", address(operation), asFound(operation), JsonNodeFactory.instance.objectNode().put("statecode", 1));
            };
        };
    }

    private String address(final Operation operation) {
        return "/%s(%s)".formatted(table.entitySet(), operation.existing().id());
    }

    private static Map<String, String> asFound(final Operation operation) {
        return Map.of("If-Match", Objects.requireNonNullElse(operation.existing().version(), "*"));
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) {
        final List<Finding> findings = new ArrayList<>();
        findings.add(Finding.passed("Find the table", "Table '%s' has %d columns; new records are written by %s"
                .formatted(table.name(), table.columns().size(), table.upsertMultiple() ? "UpsertMultiple" : "batches of single requests")));
        findings.add(Finding.passed("Match key is unique", "Dataverse keeps %s unique by an active alternate key".formatted(String.join(", ", keyColumns))));
        settings.target().timestampField().ifPresent(field -> findings.add(timestamp(table.column(field))));
        return findings;
    }

    private static Finding timestamp(final DataverseColumn column) {
        final String step = "Source timestamp can be kept";
        return switch (column.type()) {
            case DATE_TIME, LOCAL_DATE_TIME, TEXT -> Finding.passed(step, "Column '%s' keeps points in time, to the second".formatted(column.name()));
            case INTEGER, NUMBER -> Finding.passed(step, "Column '%s' keeps points in time".formatted(column.name()));
            case DATE, BOOLEAN, OPTION, OPTIONS, IDENTIFIER -> Finding.failed(step,
                    "Column '%s' does not keep the time of day. Make it one of date and time".formatted(column.name()));
        };
    }
}
