package org.nificrm.processors;

import org.apache.nifi.processor.Relationship;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.delivery.Candidate;
import org.nificrm.delivery.CandidateReader;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Existing;
import org.nificrm.delivery.Key;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.OutcomeFields;
import org.nificrm.delivery.RecordLookup;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.reconciliation.Comparison;
import org.nificrm.reconciliation.Comparison.Difference;
import org.nificrm.reconciliation.RecordComparator;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.record.Masking;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.record.RecordSchemas;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Compares the records of one FlowFile with what the CRM holds, chunk by chunk, each to the relationship of its verdict. */
final class ReconciliationStage {

    private static final RecordSchema DIFFERENCE = new SimpleRecordSchema(List.of(
            new RecordField("field", RecordFieldType.STRING.getDataType()),
            new RecordField("expected", RecordFieldType.STRING.getDataType()),
            new RecordField("found", RecordFieldType.STRING.getDataType())));

    private final CrmClient client;
    private final ReconciliationSettings settings;
    private final RecordInput input;
    private final RecordRoutes routes;
    private final Clock clock;
    private final CandidateReader candidates;
    private final RecordLookup lookup;
    private final RecordComparator comparator;
    private final Set<String> keyFields;
    private final RecordSchema schema;
    private final ReconciliationReport report;

    /** A record on its way: its candidate, or why it has none. */
    private record Item(Record record, Candidate candidate, UnfitValueException unfit) {
    }

    ReconciliationStage(final CrmClient client, final ReconciliationSettings settings, final RecordInput input, final RecordRoutes routes, final Clock clock) {
        this.client = client;
        this.settings = settings;
        this.input = input;
        this.routes = routes;
        this.clock = clock;
        this.keyFields = Set.copyOf(settings.target().keyFields());
        this.candidates = new CandidateReader(client, settings.target(), settings.nullValues(), this::convert);
        this.lookup = new RecordLookup(client, settings.maximumAttempts());
        this.comparator = new RecordComparator(settings.strictness());
        this.report = new ReconciliationReport(settings.comparesFields() ? ReconciliationReport.STAGE : ReconciliationReport.ORPHANS_STAGE);
        this.schema = schema(input.schema());
        for (final Relationship relationship : ReconcileCrmCustomer.VERDICTS) {
            routes.declare(relationship, schema);
        }
    }

    private static RecordSchema schema(final RecordSchema read) {
        final List<RecordField> added = new ArrayList<>(List.of(OutcomeFields.of(false)));
        added.add(new RecordField(OutcomeFields.DIFFERENCES, RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(DIFFERENCE))));
        return RecordSchemas.with(read, added.toArray(RecordField[]::new));
    }

    /** As the CRM would hold it. What it cannot hold stays as it is, and differs from whatever is there instead. */
    private Object convert(final String field, final Object value) throws UnfitValueException, CrmException {
        try {
            return client.convert(field, value);
        } catch (final UnfitValueException e) {
            if (keyFields.contains(field)) {
                throw e;
            }

            return value;
        }
    }

    /** @throws CrmException if the CRM does not answer, or lacks a field that was named */
    void run() throws CrmException, IOException, SchemaNotFoundException {
        checkComparedFields();
        final Instant started = clock.instant();
        for (List<Item> chunk = nextChunk(); !chunk.isEmpty(); chunk = nextChunk()) {
            compare(chunk);
            report.stage().throughput().add(clock.instant(), chunk.size());
        }

        report.stage().finish(started, clock.instant());
        if (routes.isEmpty() && input.problem().isEmpty()) {
            routes.ensure(ReconcileCrmCustomer.CONSISTENT);
        }
    }

    private void checkComparedFields() throws CrmException {
        for (final String field : settings.comparedFields()) {
            if (settings.comparesFields() && !client.hasField(field)) {
                throw CrmException.unavailable("FIELD_MISSING",
                        "'%s' has no field '%s' to compare. Create it, or correct Compared Fields".formatted(settings.target().object(), field));
            }
        }

        report.declare(settings.comparedFields());
    }

    private List<Item> nextChunk() throws CrmException {
        final List<Item> chunk = new ArrayList<>(settings.batchSize());
        Record record;
        while (chunk.size() < settings.batchSize() && (record = input.next()) != null) {
            try {
                final Candidate candidate = candidates.read(record);
                if (settings.sample().contains(candidate.key())) {
                    chunk.add(new Item(record, candidate, null));
                } else {
                    report.stage().records().add(ReconciliationReport.SKIPPED, 1);
                }
            } catch (final UnfitValueException e) {
                chunk.add(new Item(record, null, e));
            }
        }

        return chunk;
    }

    private void compare(final List<Item> chunk) throws CrmException, IOException, SchemaNotFoundException {
        final Set<Key> keys = new LinkedHashSet<>();
        final Set<String> fields = new LinkedHashSet<>();
        for (final Item item : chunk) {
            if (item.candidate() != null) {
                keys.add(item.candidate().key());
                fields.addAll(expected(item.candidate()).keySet());
            }
        }

        if (settings.measuresTime()) {
            fields.add(settings.writeTimeField());
        }

        if (settings.versionField() != null) {
            fields.add(settings.versionField());
        }

        final Map<Key, List<Existing>> found = keys.isEmpty() ? Map.of() : lookup.find(keys, fields);
        for (final Item item : chunk) {
            if (item.candidate() == null) {
                missing(item.record(), item.unfit().code(), item.unfit().getMessage());
            } else {
                compare(item, found.getOrDefault(item.candidate().key(), List.of()));
            }
        }
    }

    private Map<String, Object> expected(final Candidate candidate) {
        final Map<String, Object> expected = new LinkedHashMap<>(candidate.values());
        expected.keySet().removeAll(keyFields);
        if (!settings.comparesFields()) {
            expected.clear();
        } else if (!settings.comparedFields().isEmpty()) {
            expected.keySet().retainAll(settings.comparedFields());
            if (settings.nullValues() == NullValues.CLEAR) {
                settings.comparedFields().forEach(field -> expected.putIfAbsent(field, null));
            }
        }

        return expected;
    }

    private void compare(final Item item, final List<Existing> matches) throws IOException, SchemaNotFoundException {
        if (matches.isEmpty()) {
            missing(item.record(), "NOT_FOUND", settings.direction().message());
            return;
        }

        final Map<String, Object> expected = expected(item.candidate());
        final Existing nearest = matches.stream()
                .min(Comparator.comparingInt((final Existing existing) -> comparator.compare(expected, existing.values()).differences().size())
                        .thenComparing(Existing::id)).orElseThrow();
        if (settings.versionField() != null && isAfter(between(item.record(), nearest, settings.versionField()))) {
            overtaken(item.record(), nearest);
            return;
        }

        final Comparison comparison = comparator.compare(expected, nearest.values());
        final boolean unique = matches.size() == 1;
        report.found(source(item.record()), comparison, unique);
        if (settings.measuresTime()) {
            report.lag(between(item.record(), nearest, settings.writeTimeField()), settings.objective());
        }

        if (comparison.isConsistent() && unique) {
            route(ReconcileCrmCustomer.CONSISTENT, item.record(), outcome("consistent", nearest.id(), null, null, comparison));
        } else if (unique) {
            route(ReconcileCrmCustomer.INCONSISTENT, item.record(), outcome("inconsistent", nearest.id(), "DIFFERENT",
                    "Differs in " + String.join(", ", comparison.differences().stream().map(Difference::field).toList()), comparison));
        } else {
            route(ReconcileCrmCustomer.INCONSISTENT, item.record(), outcome("inconsistent", nearest.id(), "AMBIGUOUS_KEY",
                    "%d records of the CRM have this key. Merge them, or choose Match Key Fields that are unique".formatted(matches.size()), comparison));
        }
    }

    private void missing(final Record record, final String code, final String message) throws IOException, SchemaNotFoundException {
        report.missing(source(record), code);
        route(ReconcileCrmCustomer.MISSING, record, outcome(settings.direction().absent(), null, code, message, new Comparison(List.of(), List.of())));
    }

    private String source(final Record record) {
        return settings.sourceField() == null ? null : Objects.toString(record.getValue(settings.sourceField()), null);
    }

    private void overtaken(final Record record, final Existing newer) throws IOException, SchemaNotFoundException {
        report.overtaken(source(record));
        route(ReconcileCrmCustomer.CONSISTENT, record, outcome("consistent", newer.id(), "OVERTAKEN", "The CRM holds a newer version",
                new Comparison(List.of(), List.of())));
    }

    private static boolean isAfter(final Duration duration) {
        return duration != null && duration.isPositive();
    }

    /** From the source's change of the record to a time in the CRM; null if one of the two is missing or no time. */
    private Duration between(final Record record, final Existing existing, final String crmField) {
        final Object changed = record.getValue(settings.timestampField());
        final Object written = existing.value(crmField);
        if (changed == null || written == null) {
            return null;
        }

        try {
            return Duration.between(Times.instant(settings.timestampField(), changed), Times.instant(crmField, written));
        } catch (final UnfitValueException e) {
            return null;
        }
    }

    private Map<String, Object> outcome(final String status, final String id, final String code, final String message, final Comparison comparison) {
        final Map<String, Object> outcome = new HashMap<>();
        outcome.put(OutcomeFields.STATUS, status);
        outcome.put(OutcomeFields.ID, id);
        outcome.put(OutcomeFields.CODE, code);
        outcome.put(OutcomeFields.MESSAGE, message);
        outcome.put(OutcomeFields.DIFFERENCES, comparison.differences().stream().map(this::toRecord).toArray());
        return outcome;
    }

    private Record toRecord(final Difference difference) {
        final Map<String, Object> values = new HashMap<>();
        values.put("field", difference.field());
        values.put("expected", text(difference.expected()));
        values.put("found", text(difference.found()));
        return new MapRecord(DIFFERENCE, values);
    }

    private String text(final Object value) {
        final String text = value == null ? null : Texts.of(value);
        return settings.maskValues() ? Masking.mask(text) : text;
    }

    private void route(final Relationship relationship, final Record record, final Map<String, Object> outcome) throws IOException, SchemaNotFoundException {
        routes.write(relationship, RecordSchemas.with(record, schema, outcome));
    }

    ReconciliationReport report() {
        return report;
    }
}
