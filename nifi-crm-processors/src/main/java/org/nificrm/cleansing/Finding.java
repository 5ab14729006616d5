package org.nificrm.cleansing;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * An {@link Issue} that cleansing has to report: what was seen or done, where, and from which value to which.
 *
 * @param code      stable, upper-case name, for example {@code PHONE_INVALID}
 * @param severity  how much it matters
 * @param field     path of the field, for example {@code /addresses/0/city}, or null where the whole record is meant
 * @param rule      key of the rule in the rules document
 * @param dimension side of quality it concerns, or null where quality is the same before and after
 * @param action    what became of the value
 * @param before    the value as it was, as text, or null
 * @param after     the value as it is now, as text, or null
 * @param source    where a new value comes from: a reference system or another field; null where from the value itself
 * @param sourceKey the key by which the reference system found it, or null
 * @param message   one sentence for a person
 */
public record Finding(String code, Severity severity, String field, String rule, Dimension dimension, Action action, String before, String after,
                      String source, String sourceKey, String message) {

    /** Shape of one finding as a record: that of an issue, and more. */
    public static final RecordSchema SCHEMA = schema();

    /** Type of the field {@link Issue#FIELD_NAME} of a cleansed record. */
    public static final DataType ARRAY_TYPE = RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(SCHEMA));

    public Finding {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(rule, "rule");
        Objects.requireNonNull(action, "action");
        Objects.requireNonNull(message, "message");
    }

    private static RecordSchema schema() {
        final List<RecordField> fields = new ArrayList<>(Issue.SCHEMA.getFields());
        for (final String name : List.of("rule", "dimension", "action", "before", "after", "source", "source_key")) {
            fields.add(new RecordField(name, RecordFieldType.STRING.getDataType()));
        }

        return new SimpleRecordSchema(fields);
    }

    /** This finding in the shape of {@link #SCHEMA}. */
    public Record toRecord() {
        final Map<String, Object> values = new HashMap<>(16);
        values.put("code", code);
        values.put("severity", severity.name().toLowerCase(Locale.ROOT));
        values.put("field", field);
        values.put("message", message);
        values.put("rule", rule);
        values.put("dimension", dimension == null ? null : dimension.key());
        values.put("action", action.key());
        values.put("before", before);
        values.put("after", after);
        values.put("source", source);
        values.put("source_key", sourceKey);
        return new MapRecord(SCHEMA, values);
    }
}
