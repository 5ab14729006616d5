package org.nificrm.delivery;

import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads records in the terms of one CRM. Fields that the CRM has not are left out and remembered. */
public final class CandidateReader {

    private final CrmClient client;
    private final Target target;
    private final NullValues nullValues;
    private final Set<String> keyFields;
    private final Set<String> ignored = new LinkedHashSet<>();
    private RecordSchema schema;
    private List<String> fields = List.of();

    public CandidateReader(final CrmClient client, final Target target, final NullValues nullValues) {
        this.client = client;
        this.target = target;
        this.nullValues = nullValues;
        this.keyFields = new HashSet<>(target.keyFields());
    }

    /**
     * @throws UnfitValueException if the record lacks a key or has a value that its field in the CRM cannot hold
     */
    public Candidate read(final Record record) throws UnfitValueException, CrmException {
        if (record.getSchema() != schema) {
            schema = record.getSchema();
            fields = fieldsOfTarget();
        }

        final Map<String, Object> values = LinkedHashMap.newLinkedHashMap(fields.size());
        for (final String field : fields) {
            final Object raw = record.getValue(field);
            final Object value = raw == null ? null : client.convert(field, raw);
            if (value != null || nullValues == NullValues.CLEAR && !keyFields.contains(field)) {
                values.put(field, value);
            }
        }

        return new Candidate(key(values), timestamp(values), values);
    }

    private List<String> fieldsOfTarget() throws CrmException {
        final List<String> known = new ArrayList<>();
        for (final String field : schema.getFieldNames()) {
            if (!OutcomeFields.contains(field)) {
                if (client.hasField(field)) {
                    known.add(field);
                } else {
                    ignored.add(field);
                }
            }
        }

        return known;
    }

    private Key key(final Map<String, Object> values) throws UnfitValueException {
        final List<Object> key = new ArrayList<>(target.keyFields().size());
        for (final String field : target.keyFields()) {
            final Object value = values.get(field);
            if (value == null || value instanceof String text && text.isBlank()) {
                throw new UnfitValueException("KEY_MISSING", "Match key field '%s' has no value. Map it, or choose other Match Key Fields".formatted(field));
            }

            key.add(value);
        }

        return client.normalize(new Key(key));
    }

    private Instant timestamp(final Map<String, Object> values) throws UnfitValueException {
        final String field = target.timestampField().orElse(null);
        return field == null ? null : SourceTime.read(field, values.get(field));
    }

    /** Fields of the records read so far that the CRM has not. */
    public Set<String> ignoredFields() {
        return ignored;
    }
}
