package org.nificrm.mapping;

import org.apache.nifi.serialization.record.RecordSchema;

import java.util.Comparator;
import java.util.List;

/**
 * A compiled mapping document: one mapping for each source it knows. Immutable, shared by threads.
 */
public record MappingPlan(List<Mapping> mappings) {

    public MappingPlan {
        mappings = List.copyOf(mappings);
        if (mappings.isEmpty()) {
            throw new IllegalArgumentException("a plan has at least one mapping");
        }
    }

    /**
     * The mapping for a source: by its name if one is given, else by the fields the reader found. A single mapping that says
     * nothing of its source's fields fits all.
     *
     * @param sourceSystem name of the source, or null
     * @throws UnknownSourceException if none fits, or several do equally well
     */
    public Mapping select(final String sourceSystem, final RecordSchema readerSchema) throws UnknownSourceException {
        if (sourceSystem != null) {
            return byName(sourceSystem);
        }

        if (mappings.size() == 1 && mappings.getFirst().identifiedBy().isEmpty()) {
            return mappings.getFirst();
        }

        return byFields(readerSchema);
    }

    private Mapping byName(final String sourceSystem) throws UnknownSourceException {
        for (final Mapping mapping : mappings) {
            if (sourceSystem.equals(mapping.sourceSystem()) || sourceSystem.equals(mapping.name())) {
                return mapping;
            }
        }

        if (mappings.size() > 1) {
            throw new UnknownSourceException("The mapping document has no mapping for source system '%s'; it has %s".formatted(sourceSystem, names()));
        }

        return mappings.getFirst();
    }

    private Mapping byFields(final RecordSchema schema) throws UnknownSourceException {
        final List<Mapping> recognised = mappings.stream().filter(mapping -> mapping.isRecognisedIn(schema))
                .sorted(Comparator.comparing((Mapping mapping) -> mapping.identifiedBy().size()).reversed())
                .toList();
        if (recognised.isEmpty()) {
            throw new UnknownSourceException(("No mapping of the document recognises its source by the fields %s; "
                    + "set Source System to one of %s or correct 'identifiedBy'").formatted(schema.getFieldNames(), names()));
        }

        if (recognised.size() > 1 && recognised.get(0).identifiedBy().size() == recognised.get(1).identifiedBy().size()) {
            throw new UnknownSourceException("The mappings '%s' and '%s' both recognise their source by these fields; set Source System or name more fields in 'identifiedBy'"
                    .formatted(recognised.get(0).name(), recognised.get(1).name()));
        }

        return recognised.getFirst();
    }

    private List<String> names() {
        return mappings.stream().map(mapping -> mapping.sourceSystem() == null ? mapping.name() : mapping.sourceSystem()).toList();
    }
}
