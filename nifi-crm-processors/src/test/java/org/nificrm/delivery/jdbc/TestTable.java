package org.nificrm.delivery.jdbc;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table of a {@link TestDatabase} and the ways in which tests deliver to it. */
final class TestTable {

    private final ConnectionSource connections;
    private final Target target;

    TestTable(final TestDatabase database, final String table, final String... keyFields) {
        this(database::connect, table, Optional.of("updated_at"), keyFields);
    }

    TestTable(final ConnectionSource connections, final String table, final Optional<String> timestampField, final String... keyFields) {
        this.connections = connections;
        this.target = new Target(table, List.of(keyFields), timestampField);
    }

    JdbcTableClient open() throws CrmException {
        final JdbcDatabase database = JdbcDatabase.connect(connections);
        return new JdbcTableClient(connections, database.table(target.object()), database.dialect(), target, database.address());
    }

    DeliverySettings settings(final ConflictPolicy policy, final WriteMode mode, final NullValues nullValues) {
        return new DeliverySettings(target, policy, mode, nullValues, 5, false);
    }

    List<Outcome> deliver(final Record... records) throws CrmException {
        return deliver(ConflictPolicy.LAST_WRITER_WINS, WriteMode.UPSERT, NullValues.IGNORE, List.of(records));
    }

    List<Outcome> deliver(final ConflictPolicy policy, final WriteMode mode, final NullValues nullValues, final List<Record> records) throws CrmException {
        try (JdbcTableClient client = open()) {
            return new Delivery(client, settings(policy, mode, nullValues)).deliver(records);
        }
    }

    /** Statuses in words, each with its code where it has one. */
    static List<String> words(final List<Outcome> outcomes) {
        final List<String> words = new ArrayList<>();
        for (final Outcome outcome : outcomes) {
            words.add(outcome.code() == null ? outcome.status().name() : outcome.status() + " " + outcome.code());
        }

        return words;
    }

    /** A record of these fields and values, in turn. */
    static Record record(final Object... fieldsAndValues) {
        final Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < fieldsAndValues.length; i += 2) {
            values.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
        }

        final List<RecordField> fields = values.keySet().stream().map(name -> new RecordField(name, RecordFieldType.STRING.getDataType())).toList();
        return new MapRecord(new SimpleRecordSchema(fields), values);
    }
}
