package org.nificrm.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Word lists of the sample. A Chinese word carries its pinyin after a colon; an underscore stands for a blank. */
final class Words {

    private Words() {
    }

    static List<String> read(final String name) {
        return Arrays.stream(text(name + ".txt").split("\\s+")).map(word -> word.replace('_', ' ')).toList();
    }

    static List<String[]> readTable(final String name) {
        return text(name + ".tsv").lines().map(line -> line.split("\t")).toList();
    }

    /** The native spelling of a word. */
    static String nativeSpelling(final String word) {
        final int colon = word.indexOf(':');
        return colon < 0 ? word : word.substring(0, colon);
    }

    /** The word in Latin letters. */
    static String latinSpelling(final String word) {
        return word.substring(word.indexOf(':') + 1);
    }

    private static String text(final String resource) {
        try (InputStream input = Words.class.getResourceAsStream(resource)) {
            return new String(input.readAllBytes(), StandardCharsets.UTF_8).strip();
        } catch (final IOException e) {
            throw new UncheckedIOException("Word list [%s] could not be read".formatted(resource), e);
        }
    }
}
