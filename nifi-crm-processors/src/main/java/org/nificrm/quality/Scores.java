package org.nificrm.quality;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Quality in figures from 0 to 1. A dimension that nothing could be said about is null, not 1.
 *
 * @param score        the weighted mean of the dimensions that are known; null if none is
 * @param grade        what the score means; ACCEPT where there is no score
 * @param completeness share of the expected values that are there
 * @param validity     share of the checkable values that are valid
 * @param consistency  share of the applicable rules between fields that passed
 * @param accuracy     share of the compared fields that agree with a reference system
 * @param verifiedFields number of the compared fields
 */
public record Scores(Double score, Grade grade, Double completeness, Double validity, Double consistency, Double accuracy, long verifiedFields) {

    /** Shape of scores as a record. */
    public static final RecordSchema SCHEMA = new SimpleRecordSchema(List.of(
            new RecordField("score", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("grade", RecordFieldType.STRING.getDataType()),
            new RecordField("completeness", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("validity", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("consistency", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("accuracy", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("verified_fields", RecordFieldType.LONG.getDataType()),
            new RecordField("score_before", RecordFieldType.DOUBLE.getDataType()),
            new RecordField("grade_before", RecordFieldType.STRING.getDataType())));

    /** These scores in the shape of {@link #SCHEMA}, with score and grade of the record as it came. */
    public Record toRecord(final Scores before) {
        final Map<String, Object> values = new HashMap<>(16);
        values.put("score", rounded(score));
        values.put("grade", grade.key());
        values.put("completeness", rounded(completeness));
        values.put("validity", rounded(validity));
        values.put("consistency", rounded(consistency));
        values.put("accuracy", rounded(accuracy));
        values.put("verified_fields", verifiedFields);
        values.put("score_before", rounded(before.score));
        values.put("grade_before", before.grade.key());
        return new MapRecord(SCHEMA, values);
    }

    /** A figure as people read it, with four decimals at most. */
    static Double rounded(final Double figure) {
        return figure == null ? null : Math.round(figure * 10_000) / 10_000.0;
    }
}
