package org.nificrm.delivery;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The fields in which a record carries its outcome: flat, so that CSV and tables hold them too. Never sent to a CRM. */
public final class OutcomeFields {

    /** {@link Outcome.Status} in lower case. */
    public static final String STATUS = "crm_status";
    /** The CRM's identifier of the record. */
    public static final String ID = "crm_id";
    /** Upper-case reason. */
    public static final String CODE = "crm_code";
    /** One sentence for a person. */
    public static final String MESSAGE = "crm_message";
    /** What a dry run would write: an array of field, before, after. */
    public static final String CHANGES = "crm_changes";
    /** Where record and CRM differ: an array of field, expected, found. */
    public static final String DIFFERENCES = "crm_differences";

    private static final Set<String> NAMES = Set.of(STATUS, ID, CODE, MESSAGE, CHANGES, DIFFERENCES);

    private static final RecordSchema CHANGE_SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("field", RecordFieldType.STRING.getDataType()),
            new RecordField("before", RecordFieldType.STRING.getDataType()),
            new RecordField("after", RecordFieldType.STRING.getDataType())));

    private OutcomeFields() {
    }

    /** The fields to add to a record's schema; {@link #CHANGES} only in a dry run. */
    public static RecordField[] of(final boolean dryRun) {
        final RecordField changes = new RecordField(CHANGES,
                RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(CHANGE_SCHEMA)));
        return dryRun
                ? new RecordField[] {string(STATUS), string(ID), string(CODE), string(MESSAGE), changes}
                : new RecordField[] {string(STATUS), string(ID), string(CODE), string(MESSAGE)};
    }

    private static RecordField string(final String name) {
        return new RecordField(name, RecordFieldType.STRING.getDataType());
    }

    static boolean contains(final String field) {
        return NAMES.contains(field);
    }

    /** The outcome as values of these fields. */
    public static Map<String, Object> values(final Outcome outcome) {
        final Map<String, Object> values = new HashMap<>();
        values.put(STATUS, outcome.status().name().toLowerCase(Locale.ROOT));
        values.put(ID, outcome.id());
        values.put(CODE, outcome.code());
        values.put(MESSAGE, outcome.message());
        values.put(CHANGES, outcome.changes().stream().map(OutcomeFields::toRecord).toArray());
        return values;
    }

    private static Record toRecord(final Outcome.Change change) {
        final Map<String, Object> values = new HashMap<>();
        values.put("field", change.field());
        values.put("before", Objects.toString(change.before(), null));
        values.put("after", Objects.toString(change.after(), null));
        return new MapRecord(CHANGE_SCHEMA, values);
    }
}
