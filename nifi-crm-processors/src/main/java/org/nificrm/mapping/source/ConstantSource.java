package org.nificrm.mapping.source;

import java.util.List;

/** The same value for every record. */
public record ConstantSource(Object value) implements Source {

    @Override
    public Object read(final Scope scope) {
        return value;
    }

    @Override
    public List<FieldPath> reads() {
        return List.of();
    }
}
