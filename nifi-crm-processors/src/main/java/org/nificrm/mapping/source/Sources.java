package org.nificrm.mapping.source;

import org.nificrm.mapping.value.NullTokens;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the cheapest source that reads what a path says. */
public final class Sources {

    private static final Pattern LITERAL = Pattern.compile("(['\"])(?<text>[^'\"\\\\]*)\\1");

    private Sources() {
    }

    /**
     * The source of a path as documents write it.
     *
     * @throws IllegalArgumentException if it is not a path
     */
    public static Source of(final String path, final NullTokens nullTokens) {
        final Optional<FieldPath> plain = FieldPath.parse(path);
        if (plain.isPresent()) {
            return plain.get();
        }

        final List<String> alternatives = PathScanner.argumentsOf("coalesce", path);
        if (alternatives == null) {
            return RecordPathSource.compile(path);
        }

        final List<Source> sources = new ArrayList<>();
        for (final String alternative : alternatives) {
            final Matcher literal = LITERAL.matcher(alternative);
            sources.add(literal.matches() ? new ConstantSource(literal.group("text")) : of(alternative, nullTokens));
        }

        return new CoalesceSource(sources, nullTokens);
    }
}
