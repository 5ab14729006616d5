package org.nificrm.mapping.rule;

import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.mapping.source.Condition;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Scope;
import org.nificrm.mapping.source.Source;
import org.nificrm.mapping.value.Conversion;
import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.NullTokens;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes a list of values that stand in fields of their own; an item without a value is left out, a list without items is null.
 *
 * @param when          or null
 * @param elementSchema of the list's records, or null for a list of plain values
 */
public record ItemsRule(Condition when, List<Item> items, NullTokens nullTokens, Conversion conversion, RecordSchema elementSchema, Target target)
        implements Rule {

    /** Field of a list's record that holds the item's value. */
    public static final String VALUE = "value";

    /**
     * One possible element.
     *
     * @param when or null
     * @param set  constant fields beside the value
     */
    public record Item(Condition when, Source source, String from, Map<String, Object> set) {
    }

    public ItemsRule {
        items = List.copyOf(items);
    }

    @Override
    public void apply(final Scope scope, final Outcome outcome) {
        if (outcome.isDecided(target.slot())) {
            return;
        }

        String from = null;
        try {
            if (when != null && !when.holds(scope)) {
                return;
            }

            final List<Object> elements = new ArrayList<>();
            for (final Item item : items) {
                from = item.from();
                if (item.when() == null || item.when().holds(scope)) {
                    addElements(item, scope, elements);
                }
            }

            target.accept(elements.isEmpty() ? null : elements.toArray(), null, outcome);
        } catch (final MappingFailure e) {
            outcome.fail(target, from, e);
        }
    }

    private void addElements(final Item item, final Scope scope, final List<Object> elements) throws MappingFailure {
        for (final Object value : FieldPath.elements(item.source().read(scope))) {
            final Object meant = nullTokens.apply(value);
            if (meant != null) {
                elements.add(element(item, conversion.convert(meant)));
            }
        }
    }

    private Object element(final Item item, final Object value) {
        if (elementSchema == null) {
            return value;
        }

        final Map<String, Object> values = new LinkedHashMap<>();
        values.put(VALUE, value);
        values.putAll(item.set());
        return new MapRecord(elementSchema, values);
    }

    @Override
    public List<FieldPath> reads() {
        final List<FieldPath> reads = new ArrayList<>(when == null ? List.of() : when.reads());
        for (final Item item : items) {
            reads.addAll(item.source().reads());
            if (item.when() != null) {
                reads.addAll(item.when().reads());
            }
        }

        return reads;
    }
}
