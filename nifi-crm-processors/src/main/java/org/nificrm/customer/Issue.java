package org.nificrm.customer;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/**
 * One thing a stage has to say about one record. Issues travel with the record, so their text may quote its values;
 * it must therefore never reach a log, a bulletin, an attribute or a provenance event.
 *
 * @param code     stable, upper-case name of the rule that spoke, for example {@code MAP_REQUIRED_MISSING}
 * @param severity how much it matters
 * @param field    path of the field in the stage's output, or null where the whole record is meant
 * @param from     path of the field in the stage's input where it differs from {@code field}, or null
 * @param message  what is wrong and what helps, one sentence for a person
 */
public record Issue(String code, Severity severity, String field, String from, String message) {

    /** Name of the field in which a record carries its issues. */
    public static final String FIELD_NAME = "issues";

    /** Shape of one issue as a record. */
    public static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("code", RecordFieldType.STRING.getDataType()),
            new RecordField("severity", RecordFieldType.STRING.getDataType()),
            new RecordField("field", RecordFieldType.STRING.getDataType()),
            new RecordField("from", RecordFieldType.STRING.getDataType()),
            new RecordField("message", RecordFieldType.STRING.getDataType())));

    /** Type of the field {@value #FIELD_NAME}: an array of {@link #SCHEMA}. */
    public static final DataType ARRAY_TYPE = RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(SCHEMA));

    public Issue {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(severity, "severity");
        Objects.requireNonNull(message, "message");
    }

    /** An error of a field that has the same name on both sides. */
    public static Issue error(final String code, final String field, final String message) {
        return new Issue(code, Severity.ERROR, field, null, message);
    }

    /** A warning of a field that has the same name on both sides. */
    public static Issue warning(final String code, final String field, final String message) {
        return new Issue(code, Severity.WARNING, field, null, message);
    }

    /** This issue in the shape of {@link #SCHEMA}. */
    public Record toRecord() {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put("code", code);
        values.put("severity", severity.name().toLowerCase(Locale.ROOT));
        values.put("field", field);
        values.put("from", from);
        values.put("message", message);
        return new MapRecord(SCHEMA, values);
    }

    /** The issues as the value of a field of type {@link #ARRAY_TYPE}. */
    public static Object[] toArray(final List<Issue> issues) {
        final Object[] records = new Object[issues.size()];
        for (int i = 0; i < records.length; i++) {
            records[i] = issues.get(i).toRecord();
        }

        return records;
    }
}
