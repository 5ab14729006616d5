package org.nificrm.mapping.source;

import org.nificrm.mapping.value.MappingFailure;

import java.util.Arrays;
import java.util.List;

/**
 * A RecordPath read as a question. A path that ends in a predicate holds if the predicate selects something; any other if it
 * selects a value that is neither null nor false.
 */
public final class Condition {

    private final Source source;
    private final boolean bySelection;

    private Condition(final Source source, final boolean bySelection) {
        this.source = source;
        this.bySelection = bySelection;
    }

    /** @throws IllegalArgumentException if the text is not a RecordPath */
    public static Condition compile(final String text) {
        final FieldPath plain = FieldPath.parse(text).orElse(null);
        return plain == null
                ? new Condition(RecordPathSource.compile(text), text.strip().endsWith("]"))
                : new Condition(plain, false);
    }

    /** Whether it holds here. */
    public boolean holds(final Scope scope) throws MappingFailure {
        if (bySelection && source instanceof final RecordPathSource recordPath) {
            return recordPath.select(scope).findAny().isPresent();
        }

        final Object value = source.read(scope);
        return value instanceof final Object[] values ? Arrays.stream(values).anyMatch(Condition::isTrue) : isTrue(value);
    }

    private static boolean isTrue(final Object value) {
        return value != null && !Boolean.FALSE.equals(value);
    }

    public List<FieldPath> reads() {
        return source.reads();
    }
}
