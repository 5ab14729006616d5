package org.nificrm.mapping.source;

import org.apache.nifi.record.path.FieldValue;
import org.apache.nifi.record.path.RecordPath;
import org.apache.nifi.record.path.exception.RecordPathException;
import org.nificrm.mapping.value.FailureCode;
import org.nificrm.mapping.value.MappingFailure;

import java.util.List;
import java.util.stream.Stream;

/** Whatever else a RecordPath can say: predicates, functions, descendants. */
public final class RecordPathSource implements Source {

    private final RecordPath recordPath;
    private final String text;

    private RecordPathSource(final RecordPath recordPath, final String text) {
        this.recordPath = recordPath;
        this.text = text;
    }

    /** @throws IllegalArgumentException if the text is no RecordPath; its message says why */
    public static RecordPathSource compile(final String text) {
        try {
            return new RecordPathSource(RecordPath.compile(text), text);
        } catch (final RecordPathException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    @Override
    public Object read(final Scope scope) throws MappingFailure {
        final Object[] values = select(scope).map(FieldValue::getValue).toArray();
        return switch (values.length) {
            case 0 -> null;
            case 1 -> values[0];
            default -> values;
        };
    }

    Stream<FieldValue> select(final Scope scope) throws MappingFailure {
        try {
            return recordPath.evaluate(scope.root(), scope.node()).getSelectedFields().toList().stream();
        } catch (final RuntimeException e) {
            throw new MappingFailure(FailureCode.MAP_EXPRESSION, "'%s' failed: %s".formatted(text, e.getMessage()));
        }
    }

    @Override
    public List<FieldPath> reads() {
        return PathScanner.fieldsOf(text);
    }

    @Override
    public List<FieldPath> copies() {
        return PathScanner.withoutPredicates(text).filter(path -> !path.selectsSeveral()).map(List::of).orElse(List.of());
    }
}
