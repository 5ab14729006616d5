package org.nificrm.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Emptying directories. */
final class Directories {

    private Directories() {
    }

    /** Leaves an existing directory that holds no more than the named children. */
    static void empty(final Path directory, final Set<String> kept) throws IOException {
        Files.createDirectories(directory);
        final List<Path> children;
        try (Stream<Path> stream = Files.list(directory)) {
            children = stream.filter(child -> !kept.contains(child.getFileName().toString())).toList();
        }

        for (final Path child : children) {
            delete(child);
        }
    }

    private static void delete(final Path root) throws IOException {
        final List<Path> deepestFirst;
        try (Stream<Path> stream = Files.walk(root)) {
            deepestFirst = stream.sorted(Comparator.reverseOrder()).toList();
        }

        for (final Path path : deepestFirst) {
            Files.delete(path);
        }
    }
}
