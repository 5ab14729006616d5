package org.nificrm.mapping.source;

import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.NullTokens;

import java.util.List;

/** The first of several sources that has something to say; unlike RecordPath's own coalesce it passes over null tokens too. */
public final class CoalesceSource implements Source {

    private final List<Source> sources;
    private final NullTokens nullTokens;

    public CoalesceSource(final List<Source> sources, final NullTokens nullTokens) {
        this.sources = List.copyOf(sources);
        this.nullTokens = nullTokens;
    }

    @Override
    public Object read(final Scope scope) throws MappingFailure {
        for (final Source source : sources) {
            final Object value = nullTokens.apply(source.read(scope));
            if (value != null) {
                return value;
            }
        }

        return null;
    }

    @Override
    public List<FieldPath> reads() {
        return sources.stream().flatMap(source -> source.reads().stream()).toList();
    }

    @Override
    public List<FieldPath> copies() {
        final boolean copying = sources.stream().noneMatch(source -> source.copies().isEmpty());
        return copying ? reads() : List.of();
    }
}
