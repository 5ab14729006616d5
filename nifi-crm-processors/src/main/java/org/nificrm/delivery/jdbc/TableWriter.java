package org.nificrm.delivery.jdbc;

import org.nificrm.delivery.Key;
import org.nificrm.delivery.Operation;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.jdbc.dialect.Dialect;
import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Carries out a batch of operations with as few statements as it can: one for the creates that leave the same columns to
 * their defaults, one for the updates of the same columns, one for the deletes.
 */
final class TableWriter {

    private final Table table;
    private final Dialect dialect;
    private final KeyColumns key;
    private final Identity identity;

    TableWriter(final Table table, final Dialect dialect, final KeyColumns key, final Identity identity) {
        this.table = table;
        this.dialect = dialect;
        this.key = key;
        this.identity = identity;
    }

    /** One outcome an operation, in their order. */
    List<Outcome> write(final Connection connection, final List<Operation> operations) throws SQLException {
        final Map<Key, Outcome> outcomes = HashMap.newHashMap(operations.size());
        final Map<Set<String>, List<Operation>> creates = new LinkedHashMap<>();
        final Map<Set<String>, List<Operation>> updates = new LinkedHashMap<>();
        final List<Operation> deletes = new ArrayList<>();
        for (final Operation operation : operations) {
            final String missing = missingValue(operation);
            if (missing != null) {
                outcomes.put(operation.key(), Outcome.rejected("NULL_NOT_ALLOWED", "Column '%s' requires a value".formatted(missing)));
                continue;
            }

            switch (operation.type()) {
                case CREATE -> creates.computeIfAbsent(fieldsWithDefault(operation), fields -> new ArrayList<>()).add(operation);
                case UPDATE -> updates.computeIfAbsent(operation.values().keySet(), fields -> new ArrayList<>()).add(operation);
                case DELETE -> deletes.add(operation);
            }
        }

        for (final List<Operation> group : creates.values()) {
            create(connection, group, outcomes);
        }

        for (final Map.Entry<Set<String>, List<Operation>> group : updates.entrySet()) {
            update(connection, List.copyOf(group.getKey()), group.getValue(), outcomes);
        }

        delete(connection, deletes, outcomes);
        return operations.stream().map(operation -> outcomes.get(operation.key())).toList();
    }

    /** Known before the database has to say it, and say it of a whole batch. */
    private String missingValue(final Operation operation) {
        return switch (operation.type()) {
            case CREATE -> requiredColumn(operation.values());
            case UPDATE -> clearedRequiredColumn(operation.values());
            case DELETE -> null;
        };
    }

    private String requiredColumn(final Map<String, Object> values) {
        final Set<Column> given = new HashSet<>();
        values.forEach((field, value) -> {
            if (value != null) {
                given.add(table.column(field));
            }
        });
        for (final Column column : table.columns()) {
            if (column.isRequired() && !given.contains(column)) {
                return column.name();
            }
        }

        return clearedRequiredColumn(values);
    }

    private String clearedRequiredColumn(final Map<String, Object> values) {
        for (final Map.Entry<String, Object> value : values.entrySet()) {
            if (value.getValue() == null && !table.column(value.getKey()).nullable()) {
                return value.getKey();
            }
        }

        return null;
    }

    private Set<String> fieldsWithDefault(final Operation create) {
        return create.values().keySet().stream().filter(field -> table.column(field).hasDefault()).collect(Collectors.toSet());
    }

    private void create(final Connection connection, final List<Operation> creates, final Map<Key, Outcome> outcomes) throws SQLException {
        final Set<String> fields = new LinkedHashSet<>();
        creates.forEach(create -> fields.addAll(create.values().keySet()));
        final List<Object[]> rows = creates.stream().map(create -> fields.stream().map(create.values()::get).toArray()).toList();

        final List<Column> returned = new ArrayList<>(key.columns());
        returned.addAll(identity.columns());
        final Map<Key, String> created = HashMap.newHashMap(creates.size());
        for (final Object[] row : dialect.insert(connection, table, columns(fields), rows, key.columns(), returned)) {
            created.put(key.of(row), identity.of(row, key.size()));
        }

        for (final Operation create : creates) {
            final String id = created.get(create.key());
            outcomes.put(create.key(), id == null ? metAnotherWriter() : Outcome.created(id));
        }
    }

    /** The row appeared after the look-up: what to do is decided anew, and at once. */
    static Outcome metAnotherWriter() {
        return Outcome.retryable("MET_ANOTHER_WRITER", "Another writer created the row at the same time", Duration.ZERO);
    }

    private List<Column> columns(final Collection<String> fields) {
        return fields.stream().map(table::column).toList();
    }

    private void update(final Connection connection, final List<String> fields, final List<Operation> updates, final Map<Key, Outcome> outcomes)
            throws SQLException {
        final List<Object[]> rows = new ArrayList<>(updates.size());
        for (final Operation update : updates) {
            final Object[] row = Arrays.copyOf(fields.stream().map(update.values()::get).toArray(), fields.size() + key.size());
            System.arraycopy(key.of(update.existing()), 0, row, fields.size(), key.size());
            rows.add(row);
            outcomes.put(update.key(), Outcome.updated(update.existing().id()));
        }

        dialect.update(connection, table, columns(fields), key.columns(), rows);
    }

    private void delete(final Connection connection, final List<Operation> deletes, final Map<Key, Outcome> outcomes) throws SQLException {
        if (!deletes.isEmpty()) {
            dialect.delete(connection, table, key.columns(), deletes.stream().map(delete -> key.of(delete.existing())).toList());
            deletes.forEach(delete -> outcomes.put(delete.key(), Outcome.deleted(delete.existing().id())));
        }
    }
}
