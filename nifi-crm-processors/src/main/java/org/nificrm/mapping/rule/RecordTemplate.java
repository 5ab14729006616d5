package org.nificrm.mapping.rule;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A {@link TargetShape} whose types are all known: makes records of one fixed schema. Immutable. */
public final class RecordTemplate {

    private static final int NO_SLOT = -1;

    private final RecordSchema schema;
    private final String[] names;
    private final int[] slots;
    private final RecordTemplate[] groups;
    private final RecordTemplate[] elements;
    private final int slotCount;

    private RecordTemplate(final RecordSchema schema, final List<Entry> entries, final RecordTemplate[] elements, final int slotCount) {
        this.schema = schema;
        this.elements = elements;
        this.slotCount = slotCount;
        names = entries.stream().map(Entry::name).toArray(String[]::new);
        slots = entries.stream().mapToInt(Entry::slot).toArray();
        groups = entries.stream().map(Entry::group).toArray(RecordTemplate[]::new);
    }

    /** A field of the record: a leaf with its slot, or a group of further fields. */
    private record Entry(String name, int slot, RecordTemplate group, DataType type) {
    }

    /**
     * The template of a shape for records of the reader's schema.
     *
     * @param leftOut slots whose fields the target does not have
     */
    public static RecordTemplate of(final TargetShape shape, final ReadSchema schema, final Set<Integer> leftOut) {
        final RecordTemplate[] elements = new RecordTemplate[shape.slots()];
        for (int slot = 0; slot < elements.length; slot++) {
            if (shape.type(slot) instanceof final SlotType.Elements nested) {
                elements[slot] = of(nested.shape(), schema.elementsOf(nested.path()), Set.of());
            }
        }

        return of(shape, shape.root(), schema, leftOut, elements);
    }

    private static RecordTemplate of(final TargetShape shape, final TargetShape.Group group, final ReadSchema schema, final Set<Integer> leftOut,
                                     final RecordTemplate[] elements) {
        final List<Entry> entries = new ArrayList<>();
        group.children().forEach((name, node) -> {
            switch (node) {
                case final TargetShape.Leaf leaf when leftOut.contains(leaf.slot()) -> { }
                case final TargetShape.Leaf leaf -> entries.add(new Entry(name, leaf.slot(), null, type(shape.type(leaf.slot()), schema, elements[leaf.slot()])));
                case final TargetShape.Group nested -> {
                    final RecordTemplate template = of(shape, nested, schema, leftOut, elements);
                    entries.add(new Entry(name, NO_SLOT, template, RecordFieldType.RECORD.getRecordDataType(template.schema)));
                }
            }
        });

        final List<RecordField> fields = entries.stream().map(entry -> new RecordField(entry.name(), entry.type())).toList();
        return new RecordTemplate(new SimpleRecordSchema(fields), entries, elements, shape.slots());
    }

    private static DataType type(final SlotType type, final ReadSchema schema, final RecordTemplate elements) {
        return switch (type) {
            case final SlotType.Fixed fixed -> fixed.dataType();
            case final SlotType.Copied copied -> copied.resolve(schema);
            case final SlotType.Elements ignored -> RecordFieldType.ARRAY.getArrayDataType(RecordFieldType.RECORD.getRecordDataType(elements.schema));
        };
    }

    public RecordSchema schema() {
        return schema;
    }

    int slotCount() {
        return slotCount;
    }

    RecordTemplate elements(final int slot) {
        return elements[slot];
    }

    /** The record's values as the rules left them in the slots; a group without any value is null. */
    public Map<String, Object> values(final Object[] values) {
        final Map<String, Object> record = LinkedHashMap.newLinkedHashMap(names.length);
        for (int i = 0; i < names.length; i++) {
            record.put(names[i], groups[i] == null ? Outcome.value(values[slots[i]]) : groups[i].group(values));
        }

        return record;
    }

    private MapRecord group(final Object[] values) {
        final Map<String, Object> record = values(values);
        for (final Object value : record.values()) {
            if (value != null) {
                return new MapRecord(schema, record);
            }
        }

        return null;
    }
}
