package org.nificrm.mapping.source;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.apache.nifi.serialization.record.type.ArrayDataType;
import org.apache.nifi.serialization.record.type.ChoiceDataType;
import org.apache.nifi.serialization.record.type.MapDataType;
import org.apache.nifi.serialization.record.type.RecordDataType;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A RecordPath of names, positions and {@code [*]} only, such as {@code /Orders[*]/No} or {@code ./No}. It is read without
 * the RecordPath engine, which costs several times as much per value.
 *
 * @param absolute whether it starts at the record rather than at the current element
 * @param text     as written
 */
public record FieldPath(boolean absolute, List<Step> steps, String text) implements Source {

    private static final Pattern STEP = Pattern.compile("""
            /(?<name>[^/\\[\\]*"',\\t\\r\\n=?<> ()]+)|/'(?<single>[^'\\\\]+)'|/"(?<double>[^"\\\\]+)"|\\[(?<index>-?\\d{1,9}|\\*)]""".strip());
    private static final String ALL = "*";

    /** One step down: a field's name, or an element's position, null for all elements. */
    public record Step(String name, Integer index) {

        boolean isName() {
            return name != null;
        }

        boolean isAll() {
            return name == null && index == null;
        }
    }

    public FieldPath {
        steps = List.copyOf(steps);
    }

    /** The path, if the text is one of this plain kind. */
    public static Optional<FieldPath> parse(final String text) {
        final String trimmed = text.strip();
        final boolean absolute = trimmed.startsWith("/");
        if (!absolute && !trimmed.startsWith(".")) {
            return Optional.empty();
        }

        final List<Step> steps = new ArrayList<>();
        final Matcher matcher = STEP.matcher(trimmed);
        int position = absolute ? 0 : 1;
        while (position < trimmed.length()) {
            if (!matcher.find(position) || matcher.start() != position) {
                return Optional.empty();
            }

            final Step step = step(matcher);
            if (step.isName() && (step.name().equals(".") || step.name().equals(".."))) {
                return Optional.empty();
            }

            steps.add(step);
            position = matcher.end();
        }

        return Optional.of(new FieldPath(absolute, steps, trimmed));
    }

    private static Step step(final Matcher matcher) {
        for (final String group : List.of("name", "single", "double")) {
            if (matcher.group(group) != null) {
                return new Step(matcher.group(group), null);
            }
        }

        final String index = matcher.group("index");
        return new Step(null, index.equals(ALL) ? null : Integer.valueOf(index));
    }

    @Override
    public Object read(final Scope scope) {
        return select(absolute ? scope.root() : scope.current(), 0);
    }

    private Object select(final Object start, final int firstStep) {
        Object value = start;
        for (int i = firstStep; i < steps.size() && value != null; i++) {
            final Step step = steps.get(i);
            if (step.isAll()) {
                return selectAll(value, i + 1);
            }

            value = step(value, step);
        }

        return value;
    }

    private Object[] selectAll(final Object container, final int nextStep) {
        final List<Object> values = new ArrayList<>();
        for (final Object element : elements(container)) {
            final Object value = select(element, nextStep);
            if (value instanceof final Object[] several && nextStep < steps.size()) {
                values.addAll(Arrays.asList(several));
            } else if (value != null) {
                values.add(value);
            }
        }

        return values.isEmpty() ? null : values.toArray();
    }

    private static Object step(final Object value, final Step step) {
        if (step.isName()) {
            return switch (value) {
                case final Record record -> record.getValue(step.name());
                case final Map<?, ?> map -> map.get(step.name());
                default -> null;
            };
        }

        final List<?> elements = elements(value);
        final int index = step.index() < 0 ? elements.size() + step.index() : step.index();
        return index >= 0 && index < elements.size() ? elements.get(index) : null;
    }

    /** Elements of a list; a single value is a list of one, as XML readers give it where a source has one element only. */
    public static List<?> elements(final Object value) {
        return switch (value) {
            case null -> List.of();
            case final Object[] array -> Arrays.asList(array);
            case final Collection<?> collection -> new ArrayList<>(collection);
            default -> List.of(value);
        };
    }

    @Override
    public List<FieldPath> reads() {
        return List.of(this);
    }

    @Override
    public List<FieldPath> copies() {
        return List.of(this);
    }

    /** This path followed by a relative one, all elements of a list it ends in. */
    public FieldPath append(final FieldPath relative) {
        final List<Step> joined = new ArrayList<>(steps);
        if (steps.isEmpty() || !steps.getLast().isAll()) {
            joined.add(new Step(null, null));
        }

        joined.addAll(relative.steps);
        return new FieldPath(absolute, joined, text + relative.text.substring(1));
    }

    /** Whether it goes through all elements of a list. */
    public boolean selectsSeveral() {
        return steps.stream().anyMatch(Step::isAll);
    }

    /** The name of the field of the record or element it starts at, if it starts with one. */
    public Optional<String> firstName() {
        return steps.isEmpty() || !steps.getFirst().isName() ? Optional.empty() : Optional.of(steps.getFirst().name());
    }

    /** Type of what the path selects, starting at {@code start}; empty if the schema has no such field. */
    public Optional<DataType> type(final DataType start) {
        Optional<DataType> type = Optional.of(start);
        boolean several = false;
        for (final Step step : steps) {
            type = type.flatMap(container -> step.isName() ? child(container, step.name()) : elementType(container));
            several |= step.isAll();
        }

        return several ? type.map(RecordFieldType.ARRAY::getArrayDataType) : type;
    }

    private static Optional<DataType> child(final DataType container, final String name) {
        return switch (container) {
            case final RecordDataType record when record.getChildSchema() != null -> record.getChildSchema().getDataType(name);
            case final RecordDataType ignored -> Optional.of(RecordFieldType.STRING.getDataType());
            case final MapDataType map -> Optional.of(map.getValueType());
            case final ChoiceDataType choice -> choice.getPossibleSubTypes().stream().flatMap(option -> child(option, name).stream()).findFirst();
            default -> Optional.empty();
        };
    }

    /** Type of the elements of a list; a single value is a list of one. */
    public static Optional<DataType> elementType(final DataType container) {
        return switch (container) {
            case final ArrayDataType array -> Optional.ofNullable(array.getElementType()).or(() -> Optional.of(RecordFieldType.STRING.getDataType()));
            case final ChoiceDataType choice -> choice.getPossibleSubTypes().stream().flatMap(option -> elementType(option).stream()).findFirst();
            default -> Optional.of(container);
        };
    }

    /** Type of what the path selects in records of the schema. */
    public Optional<DataType> type(final RecordSchema schema) {
        return type(RecordFieldType.RECORD.getRecordDataType(schema));
    }

    @Override
    public String toString() {
        return text;
    }
}
