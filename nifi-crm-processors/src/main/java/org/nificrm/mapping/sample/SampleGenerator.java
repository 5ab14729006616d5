package org.nificrm.mapping.sample;

import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.Issue;
import org.nificrm.document.SampleRecords;
import org.nificrm.mapping.Mapped;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.rule.ForEachRule;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.ValueRule;
import org.nificrm.mapping.source.Expressions;
import org.nificrm.mapping.source.FieldPath;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes up a source record that a mapping can map, trying other texts where the mapping raises an issue. */
public final class SampleGenerator {

    /** One text for each kind of conversion, in the common ways of writing. */
    private static final List<String> TEXTS = List.of("Sample Text", "1", "true", "Y", "是", "2024-01-31", "2024/1/31", "20240131", "31.01.2024",
            "31/01/2024", "01/31/2024", "31-01-2024", "2024年1月31日", "2024-01-31 10:30:00", "2024/1/31 10:30:00", "2024-01-31T10:30:00Z",
            "2024-01-31T10:30:00", "10:30:00", "10:30", "1706697000");

    private final Mapping mapping;
    private final Expressions expressions;
    private final Map<FieldPath, List<String>> untried = new LinkedHashMap<>();

    private SampleGenerator(final Mapping mapping, final Expressions expressions) {
        this.mapping = mapping;
        this.expressions = expressions;
        mapping.reads().forEach(path -> untried.put(path, new ArrayList<>(TEXTS)));
        addValueMapKeys(mapping.rules(), null);
    }

    private void addValueMapKeys(final List<Rule> rules, final FieldPath each) {
        for (final Rule rule : rules) {
            if (rule instanceof final ValueRule value && value.valueMap() != null) {
                for (final FieldPath path : value.source().reads()) {
                    untried.getOrDefault(each == null || path.absolute() ? path : each.append(path), new ArrayList<>()).addAll(0, value.valueMap().keys());
                }
            } else if (rule instanceof final ForEachRule forEach) {
                addValueMapKeys(forEach.rules(), forEach.each());
            }
        }
    }

    /** A record for the mapping; with issues left only where no common text fits. */
    public static Record generate(final Mapping mapping, final Expressions expressions) {
        return new SampleGenerator(mapping, expressions).generate();
    }

    private Record generate() {
        Record record = record();
        while (tryOthers(map(record).issues())) {
            record = record();
        }

        return record;
    }

    private Mapped map(final Record record) {
        return mapping.open(record.getSchema(), Mapping.Settings.OF_DOCUMENT, expressions).map(record);
    }

    /** Drops the text of each field that an issue names; false if there is none to drop. */
    private boolean tryOthers(final List<Issue> issues) {
        final Set<String> blamed = issues.stream().filter(issue -> issue.from() != null).map(issue -> withoutPositions(issue.from())).collect(Collectors.toSet());
        boolean changed = false;
        for (final Map.Entry<FieldPath, List<String>> texts : untried.entrySet()) {
            if (texts.getValue().size() > 1 && blamed.contains(withoutPositions(texts.getKey().text()))) {
                texts.getValue().removeFirst();
                changed = true;
            }
        }

        return changed;
    }

    private static String withoutPositions(final String path) {
        return path.replaceAll("\\[[^]]*]", "");
    }

    private Record record() {
        final Map<String, Object> values = new LinkedHashMap<>();
        untried.forEach((path, texts) -> put(values, path.steps(), texts.getFirst()));
        return SampleRecords.of(values);
    }

    /** Sets the value at the path, making the records and lists that lead there. */
    private static void put(final Map<String, Object> values, final List<FieldPath.Step> steps, final String text) {
        if (steps.isEmpty() || steps.getFirst().name() == null) {
            return;
        }

        final String name = steps.getFirst().name();
        final List<FieldPath.Step> rest = steps.stream().skip(1).dropWhile(step -> step.name() == null).toList();
        final boolean isList = steps.size() > 1 && steps.get(1).name() == null;
        if (rest.isEmpty()) {
            values.putIfAbsent(name, isList ? List.of(text) : text);
            return;
        }

        put(record(values, name, isList), rest, text);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> record(final Map<String, Object> values, final String name, final boolean isList) {
        final Object existing = values.get(name) instanceof final List<?> list ? list.getFirst() : values.get(name);
        if (existing instanceof Map) {
            return (Map<String, Object>) existing;
        }

        final Map<String, Object> record = new LinkedHashMap<>();
        values.put(name, isList ? List.of(record) : record);
        return record;
    }
}
