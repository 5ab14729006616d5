package org.nificrm.mapping.source;

import org.nificrm.mapping.value.MappingFailure;

import java.util.List;

/** Where a value comes from. Implementations are immutable. */
public interface Source {

    /**
     * The value, or null; several selected values come as an {@code Object[]}.
     *
     * @throws MappingFailure MAP_EXPRESSION if a function of a RecordPath or an expression failed
     */
    Object read(Scope scope) throws MappingFailure;

    /** The fields it reads, each down to the deepest one that is certain. */
    List<FieldPath> reads();

    /** The fields of which it passes on one unchanged; empty if it makes a value of its own, a text. */
    default List<FieldPath> copies() {
        return List.of();
    }
}
