package org.nificrm.mapping.source;

import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.NullTokens;
import org.nificrm.mapping.value.ValueText;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Several values as one text; null if all of them are. */
public final class JoinSource implements Source {

    private final List<Source> sources;
    private final String separator;
    private final boolean skipEmpty;
    private final NullTokens nullTokens;

    /** @param skipEmpty whether a value that is null or blank leaves no separator behind */
    public JoinSource(final List<Source> sources, final String separator, final boolean skipEmpty, final NullTokens nullTokens) {
        this.sources = List.copyOf(sources);
        this.separator = separator;
        this.skipEmpty = skipEmpty;
        this.nullTokens = nullTokens;
    }

    @Override
    public Object read(final Scope scope) throws MappingFailure {
        final List<String> texts = new ArrayList<>();
        for (final Source source : sources) {
            addTexts(source.read(scope), texts);
        }

        if (texts.stream().allMatch(Objects::isNull)) {
            return null;
        }

        final List<String> parts = new ArrayList<>();
        for (final String text : texts) {
            if (!skipEmpty || text != null && !text.isBlank()) {
                parts.add(text == null ? "" : text);
            }
        }

        return String.join(separator, parts);
    }

    private void addTexts(final Object value, final List<String> texts) throws MappingFailure {
        if (value instanceof final Object[] values) {
            for (final Object element : values) {
                addTexts(element, texts);
            }
        } else {
            final Object meant = nullTokens.apply(value);
            texts.add(meant == null ? null : ValueText.of(meant));
        }
    }

    @Override
    public List<FieldPath> reads() {
        return sources.stream().flatMap(source -> source.reads().stream()).toList();
    }
}
