package org.nificrm.delivery.jdbc;

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
import org.nificrm.delivery.jdbc.dialect.Dialect;
import org.nificrm.delivery.jdbc.dialect.Failure;
import org.nificrm.delivery.jdbc.table.Column;
import org.nificrm.delivery.jdbc.table.Table;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A table as a CRM. What was looked up for update stays locked until the commit, so that an update meets what the decision
 * was based on; a create that meets a row of another writer is looked up again. So the outcome of each record is known
 * without trusting update counts, which mean something else with every driver.
 */
public final class JdbcTableClient implements CrmClient {

    private static final int MAX_BATCH = 10_000;
    private static final Capabilities CAPABILITIES = new Capabilities(MAX_BATCH, false, true, false, true, true, true);

    private final JdbcTransaction transaction;
    private final Table table;
    private final Dialect dialect;
    private final String address;
    private final KeyColumns key;
    private final Identity identity;
    private final TableWriter writer;

    /**
     * @param address where the database is, without a secret
     * @throws CrmException if the table lacks one of the match key fields or the timestamp field
     */
    public JdbcTableClient(final ConnectionSource connections, final Table table, final Dialect dialect, final Target target, final String address)
            throws CrmException {
        this.transaction = new JdbcTransaction(connections, dialect);
        this.table = table;
        this.dialect = dialect;
        this.address = address;
        final List<Column> keyColumns = new ArrayList<>();
        for (final String field : target.keyFields()) {
            keyColumns.add(required(field, "Match Key Fields"));
        }

        if (target.timestampField().isPresent()) {
            required(target.timestampField().get(), "Source Timestamp Field");
        }

        this.key = new KeyColumns(target.keyFields(), keyColumns);
        this.identity = Identity.of(table, key);
        this.writer = new TableWriter(table, dialect, key, identity);
    }

    private Column required(final String field, final String property) throws CrmException {
        final Column column = table.column(field);
        if (column == null) {
            throw CrmException.unavailable("COLUMN_MISSING",
                    "Table '%s' has no column '%s'. Add it, or choose another of %s".formatted(table.name(), field, property));
        }

        return column;
    }

    @Override
    public Capabilities capabilities() {
        return CAPABILITIES;
    }

    @Override
    public String address() {
        return address;
    }

    @Override
    public boolean hasField(final String field) {
        final Column column = table.column(field);
        return column != null && !column.generated();
    }

    @Override
    public Object convert(final String field, final Object value) throws UnfitValueException {
        return value == null ? null : table.column(field).type().convert(field, value);
    }

    @Override
    public Key normalize(final Key asked) {
        return key.normalize(asked);
    }

    @Override
    public Map<Key, List<Existing>> lookup(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        return find(keys, fields, false);
    }

    @Override
    public Map<Key, List<Existing>> lookupForUpdate(final Collection<Key> keys, final Set<String> fields) throws CrmException {
        return find(keys, fields, true);
    }

    private Map<Key, List<Existing>> find(final Collection<Key> keys, final Set<String> fields, final boolean forUpdate) throws CrmException {
        final List<String> names = fields.stream().filter(field -> table.column(field) != null).toList();
        final List<Column> columns = new ArrayList<>(key.columns());
        columns.addAll(identity.columns());
        names.forEach(name -> columns.add(table.column(name)));
        final List<Object[]> asked = keys.stream().map(one -> one.values().toArray()).toList();
        final List<Object[]> rows = transaction.run(connection -> dialect.select(connection, table, columns, key.columns(), asked, forUpdate));

        final Map<Key, List<Existing>> found = HashMap.newHashMap(rows.size());
        for (final Object[] row : rows) {
            final Key matched = keys.size() == 1 ? keys.iterator().next() : key.of(row);
            found.computeIfAbsent(matched, one -> new ArrayList<>(1)).add(existing(row, names));
        }

        return found;
    }

    private Existing existing(final Object[] row, final List<String> names) {
        final Map<String, Object> values = HashMap.newHashMap(names.size() + key.size());
        for (int i = 0; i < key.size(); i++) {
            values.put(key.fields().get(i), row[i]);
        }

        final int first = key.size() + identity.columns().size();
        for (int i = 0; i < names.size(); i++) {
            values.put(names.get(i), row[first + i]);
        }

        return new Existing(identity.of(row, key.size()), null, values);
    }

    @Override
    public List<Outcome> write(final List<Operation> operations) throws CrmException {
        try {
            return transaction.runOrUndo(connection -> writer.write(connection, operations));
        } catch (final CrmException e) {
            if (e.code().equals(Failure.UNIQUE_VIOLATION.name()) && operations.size() == 1 && hasAppeared(operations.getFirst())) {
                return List.of(TableWriter.metAnotherWriter());
            }

            throw e;
        }
    }

    /** Whether the unique index that objects is that of the match key, by the judgement of the database itself. */
    private boolean hasAppeared(final Operation operation) throws CrmException {
        return operation.type() == Operation.Type.CREATE && !lookup(List.of(operation.key()), Set.of()).isEmpty();
    }

    @Override
    public void commit() throws CrmException {
        transaction.commit();
    }

    @Override
    public void rollback() {
        transaction.rollback();
    }

    @Override
    public List<Finding> examine(final DeliverySettings settings) throws CrmException {
        final TableExamination examination = new TableExamination(table, key, dialect);
        return examination.examine(settings);
    }

    @Override
    public void close() {
        transaction.close();
    }
}
