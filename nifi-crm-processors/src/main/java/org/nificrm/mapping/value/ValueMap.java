package org.nificrm.mapping.value;

import org.apache.nifi.serialization.record.DataType;

import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Codes of the source and what they are called in the target. */
public final class ValueMap {

    /** What becomes of a value without an entry. */
    public enum Miss { ERROR, KEEP, NULL, DEFAULT }

    private final String name;
    private final Map<String, Object> entries = new HashMap<>();
    private final boolean ignoreCase;
    private final Miss miss;
    private final Object defaultValue;
    private final DataType dataType;

    /** @param dataType what the entries' values have in common */
    public ValueMap(final String name, final Map<String, Object> entries, final boolean ignoreCase, final Miss miss, final Object defaultValue,
                    final DataType dataType) {
        this.name = name;
        this.ignoreCase = ignoreCase;
        this.miss = miss;
        this.defaultValue = defaultValue;
        this.dataType = dataType;
        entries.forEach((key, value) -> this.entries.put(fold(key), value));
    }

    public DataType dataType() {
        return dataType;
    }

    /** The values it has entries for, in the form they are compared in. */
    public Set<String> keys() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    /**
     * The entry of a value, blanks around it aside.
     *
     * @throws MappingFailure MAP_VALUE_NOT_IN_MAP if it has none and that is an error
     */
    public Object lookUp(final Object value) throws MappingFailure {
        final String key = fold(ValueText.of(value));
        final Object found = entries.get(key);
        if (found != null || entries.containsKey(key)) {
            return found;
        }

        return switch (miss) {
            case KEEP -> value;
            case NULL -> null;
            case DEFAULT -> defaultValue;
            case ERROR -> throw new MappingFailure(FailureCode.MAP_VALUE_NOT_IN_MAP,
                    "value %s is not in value map '%s' (%d entries)".formatted(MappingFailure.quote(value), name, entries.size()));
        };
    }

    private String fold(final String key) {
        return ignoreCase ? key.strip().toLowerCase(Locale.ROOT) : key.strip();
    }
}
