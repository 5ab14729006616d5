package org.nificrm.mapping.document;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.value.ValueMap;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads a value map: {@code entries}, {@code ignoreCase}, {@code onMiss}, {@code default}. */
final class ValueMapReader {

    private ValueMapReader() {
    }

    static ValueMap read(final String name, final DocumentNode node) {
        node.allow("entries", "ignoreCase", "onMiss", "default");
        final boolean ignoreCase = node.flag("ignoreCase");
        final Map<String, Object> entries = new LinkedHashMap<>();
        if (node.child("entries").filter(DocumentNode::isObject).isEmpty()) {
            node.problem("needs 'entries', an object of source and target values");
        }

        node.child("entries").ifPresent(child -> child.members().forEach((key, value) -> entries.put(key, value.scalar())));
        refuseConflicts(node, entries, ignoreCase);
        final Object defaultValue = node.child("default").map(DocumentNode::scalar).orElse(null);
        final ValueMap.Miss miss = miss(node);
        final Set<Object> values = new LinkedHashSet<>(entries.values());
        values.add(defaultValue);
        final DataType type = miss == ValueMap.Miss.KEEP ? RecordFieldType.STRING.getDataType() : commonType(values);
        return new ValueMap(name, entries, ignoreCase, miss, defaultValue, type);
    }

    private static void refuseConflicts(final DocumentNode node, final Map<String, Object> entries, final boolean ignoreCase) {
        final Map<String, Object> folded = new LinkedHashMap<>();
        entries.forEach((key, value) -> {
            final String plain = ignoreCase ? key.strip().toLowerCase(Locale.ROOT) : key.strip();
            if (folded.containsKey(plain) && !Objects.equals(folded.get(plain), value)) {
                node.child("entries").flatMap(child -> child.child(key)).ifPresent(entry -> entry.problem("'%s' is there already with another value".formatted(key)));
            }

            folded.put(plain, value);
        });
    }

    private static ValueMap.Miss miss(final DocumentNode node) {
        final ValueMap.Miss unsaid = node.has("default") ? ValueMap.Miss.DEFAULT : ValueMap.Miss.ERROR;
        final ValueMap.Miss miss = Words.read(node, "onMiss", ValueMap.Miss.values(), unsaid);
        if (miss == ValueMap.Miss.DEFAULT && !node.has("default")) {
            node.problem("onMiss is 'default' but there is no 'default'");
        } else if (miss != ValueMap.Miss.DEFAULT && node.has("default")) {
            node.child("default").orElseThrow().problem("is never used, for onMiss is '%s'".formatted(Words.word(miss)));
        }

        return miss;
    }

    /** The type all values have, text if they differ. */
    static DataType commonType(final Set<Object> values) {
        final Set<RecordFieldType> types = values.stream().filter(Objects::nonNull).map(ValueMapReader::type).collect(Collectors.toSet());
        return (types.size() == 1 ? types.iterator().next() : RecordFieldType.STRING).getDataType();
    }

    /** The type of a value as {@link DocumentNode#scalar()} gives it. */
    static RecordFieldType type(final Object scalar) {
        return switch (scalar) {
            case final Boolean ignored -> RecordFieldType.BOOLEAN;
            case final Long ignored -> RecordFieldType.LONG;
            case final BigDecimal ignored -> RecordFieldType.DECIMAL;
            default -> RecordFieldType.STRING;
        };
    }
}
