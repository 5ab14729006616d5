package org.nificrm.mapping;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.customer.Issue;
import org.nificrm.mapping.rule.Outcome;
import org.nificrm.mapping.rule.ReadSchema;
import org.nificrm.mapping.rule.RecordTemplate;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.source.CachedExpressions;
import org.nificrm.mapping.source.Expressions;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Scope;
import org.nificrm.mapping.value.FailureCode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A mapping on the records of one FlowFile. Its target schema is fixed before the first record is seen. For one thread. */
public final class RecordMapper {

    private final Mapping mapping;
    private final Mapping.Settings settings;
    private final Expressions expressions;
    private final RecordTemplate template;
    private final RecordSchema targetSchema;
    private final Leftovers leftovers;
    private final List<RecordField> passed;
    private final List<String> missingPaths;

    RecordMapper(final Mapping mapping, final RecordSchema readerSchema, final Mapping.Settings settings, final Expressions expressions) {
        this.mapping = mapping;
        this.settings = settings;
        this.expressions = new CachedExpressions(expressions);
        final List<FieldPath> reads = mapping.reads();
        final ReadSchema schema = ReadSchema.of(readerSchema);
        missingPaths = reads.stream().filter(path -> schema.typeOf(path).isEmpty()).map(FieldPath::text).distinct().toList();
        template = RecordTemplate.of(mapping.shape(), schema, leftOut());
        leftovers = new Leftovers(readerSchema, reads);
        passed = settings.unmapped() == UnmappedPolicy.PASS_THROUGH ? passed() : List.of();
        targetSchema = withAddedFields();
    }

    private Set<Integer> leftOut() {
        final Set<Integer> slots = new HashSet<>();
        if (settings.sourceSystem() == null) {
            slots.add(mapping.sourceSystemSlot());
        }

        if (settings.unmapped() != UnmappedPolicy.KEEP_IN_EXTRA) {
            slots.add(mapping.extraSlot());
        }

        return slots;
    }

    /** A target field goes before a source field of the same name. */
    private List<RecordField> passed() {
        return leftovers.fields().stream().filter(field -> template.schema().getField(field.getFieldName()).isEmpty()).toList();
    }

    private RecordSchema withAddedFields() {
        final List<RecordField> fields = new ArrayList<>(template.schema().getFields());
        fields.addAll(passed);
        if (settings.onError() == ErrorPolicy.SET_NULL) {
            fields.removeIf(field -> field.getFieldName().equals(Issue.FIELD_NAME));
            fields.add(new RecordField(Issue.FIELD_NAME, Issue.ARRAY_TYPE));
        }

        return new SimpleRecordSchema(fields);
    }

    /** Schema of all records this mapper makes. */
    public RecordSchema targetSchema() {
        return targetSchema;
    }

    /** The mapping this mapper was opened by. */
    public Mapping mapping() {
        return mapping;
    }

    /** The settings in force. */
    public Mapping.Settings settings() {
        return settings;
    }

    /** Paths of the document that the reader's schema does not have. */
    public List<String> missingPaths() {
        return missingPaths;
    }

    /** Maps one record; the record itself is not changed. */
    public Mapped map(final Record record) {
        final Outcome outcome = Outcome.of(template, settings.onError() == ErrorPolicy.SET_NULL);
        final Scope scope = Scope.of(record, expressions);
        if (mapping.sourceSystemSlot() >= 0) {
            outcome.set(mapping.sourceSystemSlot(), settings.sourceSystem());
        }

        for (final Rule rule : mapping.rules()) {
            rule.apply(scope, outcome);
        }

        treatLeftovers(record, outcome);
        final Map<String, Object> values = outcome.values();
        passed.forEach(field -> values.put(field.getFieldName(), record.getValue(field)));
        final List<Issue> issues = outcome.issues();
        if (settings.onError() == ErrorPolicy.SET_NULL && !issues.isEmpty()) {
            values.put(Issue.FIELD_NAME, Issue.toArray(issues));
        }

        return new Mapped(new MapRecord(targetSchema, values), issues);
    }

    private void treatLeftovers(final Record record, final Outcome outcome) {
        if (settings.unmapped() == UnmappedPolicy.KEEP_IN_EXTRA && mapping.extraSlot() >= 0) {
            final Map<String, Object> texts = leftovers.texts(record);
            outcome.set(mapping.extraSlot(), texts.isEmpty() ? null : texts);
        } else if (settings.unmapped() == UnmappedPolicy.FAIL) {
            for (final String path : leftovers.texts(record).keySet()) {
                outcome.add(Issue.error(FailureCode.MAP_UNMAPPED_FIELD.name(), "/" + path, "no rule reads this field and the mapping says to fail then"));
            }
        }
    }
}
