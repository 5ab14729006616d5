package org.nificrm.record.dedup;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.customer.Issue;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.survive.GoldenRecord;
import org.nificrm.matching.survive.MemberRecord;
import org.nificrm.matching.survive.Merger;
import org.nificrm.matching.survive.Survivor;
import org.nificrm.record.RecordSchemas;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Golden records as they leave: the surviving values, the records behind them and where each value came from. */
public final class GoldenRecords {

    /**
     * Ids under which any of the members may have been known as a golden record of its own. It follows from the members alone,
     * so that a replay says it again; an id that was never given out does no harm.
     */
    public static final String SUPERSEDED_IDS = CustomerSchema.SUPERSEDED_IDS;
    /** Where each value of a merged record came from, and what lost. */
    public static final String PROVENANCE = "provenance";

    private static final String FIELD = "field";
    private static final String RULE = "rule";
    private static final String VALUE = "value";
    private static final String OTHERS = "others";

    private static final RecordSchema SOURCE = new SimpleRecordSchema(List.of(string(CustomerSchema.SOURCE_SYSTEM), string(CustomerSchema.SOURCE_ID)));
    private static final RecordSchema OTHER = RecordSchemas.with(SOURCE, string(VALUE));
    private static final RecordSchema SURVIVOR = RecordSchemas.with(SOURCE, string(FIELD), string(RULE),
            new RecordField(OTHERS, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(OTHER))));

    /** What earlier stages said about one record says nothing about the golden one. */
    private static final Set<String> NOT_MERGED = Set.of(CustomerSchema.SOURCE_SYSTEM, CustomerSchema.SOURCE_ID, CustomerSchema.QUALITY, Issue.FIELD_NAME,
            CustomerSchema.GOLDEN_ID, CustomerSchema.MERGED_AT, CustomerSchema.SOURCES, SUPERSEDED_IDS, PROVENANCE, LinkRecords.SCORE, LinkRecords.EXPLANATION);

    private final Merger merger;

    public GoldenRecords(final Merger merger) {
        this.merger = merger;
    }

    /** Schema of golden records whose members have this schema. */
    static RecordSchema schema(final RecordSchema members) {
        final List<RecordField> fields = new ArrayList<>();
        fields.add(string(CustomerSchema.GOLDEN_ID));
        fields.add(string(CustomerSchema.SOURCE_SYSTEM));
        fields.add(string(CustomerSchema.SOURCE_ID));
        members.getFields().stream().filter(field -> !NOT_MERGED.contains(field.getFieldName())).forEach(fields::add);
        fields.add(new RecordField(CustomerSchema.MERGED_AT, RecordFieldType.TIMESTAMP.getDataType()));
        fields.add(new RecordField(CustomerSchema.SOURCES, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(SOURCE))));
        fields.add(new RecordField(SUPERSEDED_IDS, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.STRING.getDataType())));
        fields.add(new RecordField(PROVENANCE, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(SURVIVOR))));
        return new SimpleRecordSchema(fields);
    }

    private static RecordField string(final String name) {
        return new RecordField(name, RecordFieldType.STRING.getDataType());
    }

    /**
     * Builds one.
     *
     * @param goldenId its identity
     * @param keys     of the members, the oldest first
     * @param members  the records in the same order
     * @param schema   by {@link #schema}
     * @param mergedAt when the index last changed it; null without an index
     */
    Record golden(final UUID goldenId, final List<SourceKey> keys, final List<Record> members, final RecordSchema schema, final Timestamp mergedAt) {
        final List<MemberRecord> merged = new ArrayList<>();
        for (int i = 0; i < members.size(); i++) {
            final Map<String, Object> values = new LinkedHashMap<>(members.get(i).toMap());
            values.keySet().removeAll(NOT_MERGED);
            merged.add(new MemberRecord(keys.get(i), values));
        }

        final GoldenRecord golden = merger.merge(merged);
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put(CustomerSchema.GOLDEN_ID, goldenId.toString());
        values.put(CustomerSchema.SOURCE_SYSTEM, keys.getFirst().system());
        values.put(CustomerSchema.SOURCE_ID, keys.getFirst().id());
        values.putAll(golden.values());
        values.put(CustomerSchema.MERGED_AT, mergedAt);
        values.put(CustomerSchema.SOURCES, keys.stream().distinct().map(key -> source(SOURCE, key, Map.of())).toArray());
        values.put(SUPERSEDED_IDS, keys.stream().map(SourceKey::goldenId).filter(id -> !id.equals(goldenId)).distinct().map(UUID::toString).toArray());
        values.put(PROVENANCE, members.size() < 2 ? new Object[0] : golden.survivors().stream().map(GoldenRecords::survivor).toArray());
        return RecordContent.under(schema, values);
    }

    /** Whether a version of a record is older than another. */
    boolean isOlder(final Record version, final Record other) {
        return merger.isOlder(version.toMap(), other.toMap());
    }

    private static Record survivor(final Survivor survivor) {
        final Map<String, Object> added = new LinkedHashMap<>();
        added.put(FIELD, survivor.field());
        added.put(RULE, survivor.rule() == null ? null : survivor.rule().key());
        added.put(OTHERS, survivor.losers().stream().map(loser -> source(OTHER, loser.source(), Map.of(VALUE, loser.value().toString()))).toArray());
        return source(SURVIVOR, survivor.source(), added);
    }

    private static Record source(final RecordSchema schema, final SourceKey key, final Map<String, Object> added) {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put(CustomerSchema.SOURCE_SYSTEM, key.system());
        values.put(CustomerSchema.SOURCE_ID, key.id());
        values.putAll(added);
        return new MapRecord(schema, values);
    }
}
