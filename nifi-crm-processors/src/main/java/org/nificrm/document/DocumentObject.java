package org.nificrm.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One object of a document, read key by key. A value of the wrong kind is noted as a problem and read as if it were absent, so that
 * one reading finds all problems; {@link #close()} notes the keys that nobody asked for.
 */
public final class DocumentObject implements AutoCloseable {

    private final DocumentNode node;
    private final Set<String> known = new TreeSet<>();

    private DocumentObject(final DocumentNode node) {
        this.node = node;
    }

    /** The root of a document; problems found while it is read are added to the list. */
    public static DocumentObject root(final ObjectNode document, final List<DocumentProblem> problems) {
        return new DocumentObject(new DocumentNode(document, "", problems));
    }

    /** JSON Pointer of this object. */
    public String pointer() {
        return node.pointer();
    }

    /** The keys that are present. */
    public List<String> keys() {
        return List.copyOf(node.members().keySet());
    }

    public boolean has(final String key) {
        return node.child(key).filter(child -> !child.isNull()).isPresent();
    }

    /** A text that is not blank. */
    public Optional<String> text(final String key) {
        return get(key).flatMap(DocumentNode::name);
    }

    /** A value of any kind. */
    public Optional<JsonNode> json(final String key) {
        return get(key).map(DocumentNode::json);
    }

    public boolean flag(final String key, final boolean absent) {
        return get(key).flatMap(DocumentNode::flag).orElse(absent);
    }

    public double number(final String key, final double absent, final double least, final double most) {
        return get(key).flatMap(child -> child.number(least, most)).orElse(absent);
    }

    public int integer(final String key, final int absent, final int least, final int most) {
        return get(key).flatMap(child -> child.integer(least, most)).orElse(absent);
    }

    /** One of the constants, written in lower case with hyphens for underscores. */
    public <E extends Enum<E>> E choice(final String key, final Class<E> type, final E absent) {
        final Optional<String> text = text(key);
        if (text.isEmpty()) {
            return absent;
        }

        for (final E constant : type.getEnumConstants()) {
            if (wireName(constant).equals(text.get())) {
                return constant;
            }
        }

        problem(key, "is '%s'; write one of %s".formatted(text.get(), String.join(", ", Stream.of(type.getEnumConstants()).map(DocumentObject::wireName).toList())));
        return absent;
    }

    private static String wireName(final Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** A list of texts; one text alone is a list of one. */
    public List<String> texts(final String key) {
        return convert(key, Function.identity());
    }

    /** A list of texts, each converted; a converter's IllegalArgumentException becomes a problem at the text's place. */
    public <T> List<T> convert(final String key, final Function<String, T> converter) {
        final List<T> values = new ArrayList<>();
        for (final DocumentNode element : elements(key)) {
            element.name().ifPresent(text -> {
                try {
                    values.add(converter.apply(text));
                } catch (final IllegalArgumentException e) {
                    element.problem(e.getMessage());
                }
            });
        }

        return values;
    }

    /** A list whose elements are texts or lists of texts. */
    public List<List<String>> textLists(final String key) {
        final List<List<String>> lists = new ArrayList<>();
        for (final DocumentNode element : list(key)) {
            final List<String> texts = element.elements().stream().flatMap(inner -> inner.name().stream()).toList();
            if (!texts.isEmpty()) {
                lists.add(texts);
            }
        }

        return lists;
    }

    /** An object below this one; an absent one reads as empty. */
    public DocumentObject object(final String key) {
        return get(key).flatMap(DocumentObject::of)
                .orElseGet(() -> new DocumentObject(node.with(key, JsonNodeFactory.instance.objectNode())));
    }

    /** A list of objects below this one. */
    public List<DocumentObject> objects(final String key) {
        return list(key).stream().flatMap(element -> of(element).stream()).toList();
    }

    private static Optional<DocumentObject> of(final DocumentNode node) {
        if (node.isObject()) {
            return Optional.of(new DocumentObject(node));
        }

        node.problem("must be an object");
        return Optional.empty();
    }

    /** Every key with its text. */
    public Map<String, String> textMap() {
        final Map<String, String> values = new LinkedHashMap<>();
        for (final String key : keys()) {
            text(key).ifPresent(value -> values.put(key, value));
        }

        return values;
    }

    /** Notes what is wrong with the value of a key. */
    public void problem(final String key, final String message) {
        node.child(key).orElseGet(() -> node.with(key, JsonNodeFactory.instance.nullNode())).problem(message);
    }

    private List<DocumentNode> list(final String key) {
        get(key).filter(child -> !child.isArray()).ifPresent(child -> child.problem("must be a list"));
        return get(key).filter(DocumentNode::isArray).map(DocumentNode::elements).orElse(List.of());
    }

    private List<DocumentNode> elements(final String key) {
        return get(key).map(DocumentNode::elements).orElse(List.of());
    }

    private Optional<DocumentNode> get(final String key) {
        known.add(key);
        return node.child(key).filter(child -> !child.isNull());
    }

    /** Ends the reading: a key that was never asked for is a problem. */
    @Override
    public void close() {
        node.allow(known);
    }
}
