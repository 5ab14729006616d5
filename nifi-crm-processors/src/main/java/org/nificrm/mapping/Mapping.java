package org.nificrm.mapping;

import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.TargetShape;
import org.nificrm.mapping.source.Expressions;
import org.nificrm.mapping.source.FieldPath;

import java.util.List;

/**
 * One source's mapping, compiled. Immutable, shared by threads.
 *
 * @param sourceSystem     name of the source, or null if the document leaves it to the processor
 * @param identifiedBy     fields by which the source is recognised, empty if it is not
 * @param shape            target fields
 * @param sourceSystemSlot slot of the source system's stamp, or -1 if a rule sets that field
 * @param extraSlot        slot of the map of unmapped fields, or -1 if a rule sets that field
 */
public record Mapping(String name, String version, String sourceSystem, List<FieldPath> identifiedBy, UnmappedPolicy unmapped, ErrorPolicy onError,
                      List<Rule> rules, TargetShape shape, int sourceSystemSlot, int extraSlot) {

    /** Name of the field that keeps what no rule reads. */
    public static final String EXTRA = "extra";

    public Mapping {
        identifiedBy = List.copyOf(identifiedBy);
        rules = List.copyOf(rules);
    }

    /**
     * Settings of the processor that go before the document's; each may be null to follow the document.
     */
    public record Settings(String sourceSystem, UnmappedPolicy unmapped, ErrorPolicy onError) {

        /** Everything as the document says. */
        public static final Settings OF_DOCUMENT = new Settings(null, null, null);
    }

    /** Prepares for records of one schema: once per FlowFile, for one thread. */
    public RecordMapper open(final RecordSchema readerSchema, final Settings settings, final Expressions expressions) {
        final Settings effective = new Settings(
                settings.sourceSystem() == null ? sourceSystem : settings.sourceSystem(),
                settings.unmapped() == null ? unmapped : settings.unmapped(),
                settings.onError() == null ? onError : settings.onError());
        return new RecordMapper(this, readerSchema, effective, expressions);
    }

    boolean isRecognisedIn(final RecordSchema schema) {
        return !identifiedBy.isEmpty() && identifiedBy.stream().allMatch(path -> path.type(schema).isPresent());
    }

    /** All fields that the rules read. */
    public List<FieldPath> reads() {
        return rules.stream().flatMap(rule -> rule.reads().stream()).distinct().toList();
    }
}
