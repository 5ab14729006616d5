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

    /** How a value of a record becomes one of the CRM. */
    public interface Conversion {

        /** @param value never null */
        Object convert(String crmField, Object value) throws UnfitValueException, CrmException;
    }

    private final CrmClient client;
    private final Target target;
    private final NullValues nullValues;
    private final Conversion conversion;
    private final Set<String> keyFields;
    private final SupersededReader superseded;
    private final Set<String> ignored = new LinkedHashSet<>();
    private RecordSchema schema;
    private List<Binding> bindings = List.of();

    /** A field of the records and the field of the CRM that takes it. */
    private record Binding(String recordField, String crmField) {
    }

    /** Reads records that supersede no others, converting their values in a way of one's own. */
    public CandidateReader(final CrmClient client, final Target target, final NullValues nullValues, final Conversion conversion) {
        this(client, target, nullValues, conversion, null);
    }

    CandidateReader(final CrmClient client, final DeliverySettings settings) {
        this(client, settings.target(), settings.nullValues(), client::convert,
                settings.supersession().map(supersession -> new SupersededReader(client, settings.target(), supersession)).orElse(null));
    }

    private CandidateReader(final CrmClient client, final Target target, final NullValues nullValues, final Conversion conversion,
            final SupersededReader superseded) {
        this.client = client;
        this.target = target;
        this.nullValues = nullValues;
        this.conversion = conversion;
        this.keyFields = new HashSet<>(target.keyFields());
        this.superseded = superseded;
    }

    /**
     * @throws UnfitValueException if the record lacks a key or has a value that its field in the CRM cannot hold
     * @throws CrmException        if the CRM cannot be asked, or lacks a field that was named for it
     */
    public Candidate read(final Record record) throws UnfitValueException, CrmException {
        if (record.getSchema() != schema) {
            bindings = bind(record.getSchema());
            schema = record.getSchema();
        }

        final Map<String, Object> values = LinkedHashMap.newLinkedHashMap(bindings.size());
        for (final Binding binding : bindings) {
            final Object raw = record.getValue(binding.recordField());
            final Object value = raw == null ? null : conversion.convert(binding.crmField(), raw);
            if (value != null || nullValues == NullValues.CLEAR && !keyFields.contains(binding.crmField())) {
                values.put(binding.crmField(), value);
            }
        }

        final Key key = key(values);
        final Instant timestamp = timestamp(values);
        if (superseded == null) {
            return new Candidate(key, timestamp, values, List.of());
        }

        superseded.clearSuccessor(values);
        return new Candidate(key, timestamp, values, superseded.read(record, key, timestamp, values));
    }

    private List<Binding> bind(final RecordSchema recordSchema) throws CrmException {
        final List<Binding> bound = new ArrayList<>();
        for (final String recordField : recordSchema.getFieldNames()) {
            if (!OutcomeFields.contains(recordField)) {
                for (final String crmField : target.names().inCrm(recordField)) {
                    if (client.hasField(crmField)) {
                        bound.add(new Binding(recordField, crmField));
                    } else if (target.names().isGiven(crmField)) {
                        throw CrmException.unavailable("FIELD_MISSING",
                                "'%s' has no field '%s' to take '%s'. Create it, or correct the property".formatted(target.object(), crmField, recordField));
                    } else {
                        ignored.add(recordField);
                    }
                }
            }
        }

        return bound;
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
