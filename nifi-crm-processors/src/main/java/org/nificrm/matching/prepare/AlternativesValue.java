package org.nificrm.matching.prepare;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Several values of one attribute, any of which may be the one that agrees: all phones of a customer.
 */
public final class AlternativesValue extends Value {
    private final Value[] alternatives;

    AlternativesValue(final List<Value> alternatives) {
        super(alternatives.stream().mapToLong(Value::hash).sorted().reduce(0, Hash::combine));
        this.alternatives = alternatives.toArray(Value[]::new);
    }

    @Override
    public Value[] alternatives() {
        return alternatives;
    }

    @Override
    public String toString() {
        return Arrays.stream(alternatives).map(Value::toString).collect(Collectors.joining(" | "));
    }
}
