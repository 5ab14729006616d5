package org.nificrm.matching.index.embedded;

import org.h2.mvstore.MVMap;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Constraint;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A steward's decisions, each filed under both of its records so that either one finds it. */
final class Constraints {

    private static final char SEPARATOR = '\u001f';

    private final MVMap<String, String> filed;

    Constraints(final MVMap<String, String> filed) {
        this.filed = filed;
    }

    void add(final Constraint constraint) {
        filed.put(path(constraint.first(), constraint.second()), constraint.kind().name());
        filed.put(path(constraint.second(), constraint.first()), constraint.kind().name());
    }

    List<Constraint> of(final Collection<SourceKey> keys) {
        final Set<Constraint> found = new LinkedHashSet<>();
        for (final SourceKey key : keys) {
            final String prefix = path(key);
            for (final Iterator<String> paths = filed.keyIterator(prefix); paths.hasNext();) {
                final String path = paths.next();
                if (!path.startsWith(prefix)) {
                    break;
                }

                final String[] other = path.substring(prefix.length()).split(String.valueOf(SEPARATOR), -1);
                found.add(new Constraint(key, new SourceKey(other[0], other[1]), Constraint.Kind.valueOf(filed.get(path))));
            }
        }

        return List.copyOf(found);
    }

    private static String path(final SourceKey key, final SourceKey other) {
        return path(key) + path(other);
    }

    private static String path(final SourceKey key) {
        return key.system() + SEPARATOR + key.id() + SEPARATOR;
    }
}
