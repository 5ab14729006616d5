package org.nificrm.values.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Named lists of words from a resource file: {@code [name]} starts a list, commas and line ends part its entries, {@code #} and a
 * blank start a comment.
 */
public final class WordLists {

    private final String source;
    private final Map<String, Set<String>> lists;

    private WordLists(final String source, final Map<String, Set<String>> lists) {
        this.source = source;
        this.lists = lists;
    }

    /**
     * Reads the lists of a resource that lies beside a class.
     *
     * @param owner class whose package holds the resource
     * @param resource file name of the resource
     * @throws IllegalStateException if the resource is missing or has an entry before its first list
     */
    public static WordLists read(final Class<?> owner, final String resource) {
        try (InputStream stream = owner.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("Resource " + resource + " is missing beside " + owner.getName());
            }

            return new WordLists(resource, parse(resource, new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The entries of a list in the order of the file.
     *
     * @throws IllegalStateException if the resource has no such list
     */
    public Set<String> get(final String name) {
        final Set<String> list = lists.get(name);
        if (list == null) {
            throw new IllegalStateException("Resource " + source + " has no list [" + name + "]");
        }

        return list;
    }

    /** @return the names of the lists */
    public Set<String> names() {
        return lists.keySet();
    }

    private static Map<String, Set<String>> parse(final String resource, final BufferedReader reader) throws IOException {
        final Map<String, Set<String>> lists = new HashMap<>();
        Set<String> current = null;
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            final String content = withoutComment(line).strip();
            if (content.startsWith("[") && content.endsWith("]")) {
                current = lists.computeIfAbsent(content.substring(1, content.length() - 1), name -> new LinkedHashSet<>());
            } else if (!content.isEmpty()) {
                if (current == null) {
                    throw new IllegalStateException("Resource " + resource + " has an entry before its first list");
                }

                Arrays.stream(content.split(",")).map(String::strip).filter(entry -> !entry.isEmpty()).forEach(current::add);
            }
        }

        return lists;
    }

    private static String withoutComment(final String line) {
        if (line.startsWith("# ")) {
            return "";
        }

        final int comment = line.indexOf(" # ");
        return comment < 0 ? line : line.substring(0, comment);
    }
}
