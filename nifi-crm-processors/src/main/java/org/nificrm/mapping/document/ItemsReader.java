package org.nificrm.mapping.document;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.rule.ItemsRule;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.SlotType;
import org.nificrm.mapping.rule.Target;
import org.nificrm.mapping.rule.TargetPath;
import org.nificrm.mapping.value.Conversion;
import org.nificrm.mapping.value.StringConversion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a rule with {@code items}: paths make a list of plain values, objects with {@code value} and {@code set} a list of
 * records.
 */
final class ItemsReader {

    private final RulesReader rules;
    private final DocumentNode node;

    ItemsReader(final RulesReader rules, final DocumentNode node) {
        this.rules = rules;
        this.node = node;
    }

    Optional<Rule> read() {
        node.allow("to", "items", "type", "when", "required");
        node.child("type").ifPresent(type -> type.text().filter(text -> !text.equals("array"))
                .ifPresent(text -> type.problem("a rule with 'items' makes a list: its type is 'array'")));
        final List<DocumentNode> elements = node.child("items").orElseThrow().elements();
        final boolean records = elements.stream().anyMatch(DocumentNode::isObject);
        final List<ItemsRule.Item> items = new ArrayList<>();
        for (final DocumentNode element : elements) {
            if (records && !element.isObject()) {
                element.problem("either all items are paths or all are objects with 'value'");
            } else {
                item(element).ifPresent(items::add);
            }
        }

        if (elements.isEmpty()) {
            node.child("items").orElseThrow().problem("needs at least one item");
        }

        final Conversion conversion = new StringConversion();
        final RecordSchema schema = records ? schema(items) : null;
        final DataType elementType = records ? RecordFieldType.RECORD.getRecordDataType(schema) : conversion.dataType();
        final Optional<TargetPath> target = rules.target(node);
        return target.flatMap(path -> rules.slot(node, path, new SlotType.Fixed(RecordFieldType.ARRAY.getArrayDataType(elementType)))
                .map(slot -> new ItemsRule(rules.condition(node).orElse(null), items, rules.conventions().nullTokens(), conversion, schema,
                        new Target(slot, path, null, null, node.flag("required")))));
    }

    private Optional<ItemsRule.Item> item(final DocumentNode element) {
        if (!element.isObject()) {
            return rules.source(element).map(source -> new ItemsRule.Item(null, source, element.text().orElseThrow(), Map.of()));
        }

        element.allow(ItemsRule.VALUE, "set", "when");
        if (!element.has(ItemsRule.VALUE)) {
            element.problem("needs 'value', the path of the item's value");
        }

        final Map<String, Object> set = new LinkedHashMap<>();
        element.child("set").ifPresent(fields -> fields.members().forEach((name, value) -> set.put(name, value.scalar())));
        return element.child(ItemsRule.VALUE).flatMap(value -> rules.source(value)
                .map(source -> new ItemsRule.Item(rules.condition(element).orElse(null), source, value.text().orElseThrow(), set)));
    }

    private static RecordSchema schema(final List<ItemsRule.Item> items) {
        final Map<String, Set<Object>> values = new LinkedHashMap<>();
        items.forEach(item -> item.set().forEach((name, value) -> values.computeIfAbsent(name, missing -> new LinkedHashSet<>()).add(value)));
        values.remove(ItemsRule.VALUE);
        final List<RecordField> fields = new ArrayList<>();
        fields.add(new RecordField(ItemsRule.VALUE, RecordFieldType.STRING.getDataType()));
        values.forEach((name, constants) -> fields.add(new RecordField(name, ValueMapReader.commonType(constants))));
        return new SimpleRecordSchema(fields);
    }
}
