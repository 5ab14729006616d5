package org.nificrm.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
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

/**
 * One object of a document, read key by key. A value of the wrong kind is noted as a problem and read as if it were absent, so that
 * one reading finds all problems; {@link #close()} notes the keys that nobody asked for.
 */
public final class DocumentObject implements AutoCloseable {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(JsonParser.Feature.ALLOW_COMMENTS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private final ObjectNode node;
    private final String pointer;
    private final List<DocumentProblem> problems;
    private final Set<String> known = new TreeSet<>();

    private DocumentObject(final ObjectNode node, final String pointer, final List<DocumentProblem> problems) {
        this.node = node;
        this.pointer = pointer;
        this.problems = problems;
    }

    /**
     * Parses a document.
     *
     * @throws InvalidDocumentException if the text is no JSON object, with line and column
     */
    public static ObjectNode parse(final String text) {
        try {
            if (MAPPER.readTree(text) instanceof final ObjectNode object) {
                return object;
            }
        } catch (final JsonProcessingException e) {
            final String place = e.getLocation() == null ? "" : " at line %d, column %d".formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr());
            throw new InvalidDocumentException(List.of(new DocumentProblem("", "is not valid JSON%s: %s".formatted(place, e.getOriginalMessage()))));
        }

        throw new InvalidDocumentException(List.of(new DocumentProblem("", "is not a JSON object; start it with {")));
    }

    /** The base document with the other laid over it: objects key by key, everything else replaced. */
    public static ObjectNode overlay(final ObjectNode base, final ObjectNode over) {
        final ObjectNode result = base.deepCopy();
        for (final Map.Entry<String, JsonNode> entry : over.properties()) {
            final JsonNode existing = result.get(entry.getKey());
            if (existing instanceof final ObjectNode below && entry.getValue() instanceof final ObjectNode above) {
                result.set(entry.getKey(), overlay(below, above));
            } else {
                result.set(entry.getKey(), entry.getValue().deepCopy());
            }
        }

        return result;
    }

    /** The root of a document; problems found while it is read are added to the list. */
    public static DocumentObject root(final ObjectNode document, final List<DocumentProblem> problems) {
        return new DocumentObject(document, "", problems);
    }

    /** JSON Pointer of this object. */
    public String pointer() {
        return pointer;
    }

    /** The keys that are present. */
    public List<String> keys() {
        final List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    public boolean has(final String key) {
        return node.hasNonNull(key);
    }

    public Optional<String> text(final String key) {
        final JsonNode value = get(key);
        if (value == null) {
            return Optional.empty();
        }

        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(key, "must be a text that is not blank");
            return Optional.empty();
        }

        return Optional.of(value.textValue());
    }

    public boolean flag(final String key, final boolean absent) {
        final JsonNode value = get(key);
        if (value == null) {
            return absent;
        }

        if (!value.isBoolean()) {
            problem(key, "must be true or false");
            return absent;
        }

        return value.booleanValue();
    }

    public double number(final String key, final double absent, final double least, final double most) {
        final JsonNode value = get(key);
        if (value == null) {
            return absent;
        }

        if (!value.isNumber() || value.doubleValue() < least || value.doubleValue() > most) {
            problem(key, "must be a number from %s to %s".formatted(plain(least), plain(most)));
            return absent;
        }

        return value.doubleValue();
    }

    public int integer(final String key, final int absent, final int least, final int most) {
        final JsonNode value = get(key);
        if (value == null) {
            return absent;
        }

        if (!value.isIntegralNumber() || value.longValue() < least || value.longValue() > most) {
            problem(key, "must be a whole number from %d to %d".formatted(least, most));
            return absent;
        }

        return value.intValue();
    }

    private static String plain(final double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
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

        final List<String> names = new ArrayList<>();
        for (final E constant : type.getEnumConstants()) {
            names.add(wireName(constant));
        }

        problem(key, "is '%s'; write one of %s".formatted(text.get(), String.join(", ", names)));
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
        final JsonNode value = get(key);
        if (value == null) {
            return List.of();
        }

        final List<T> values = new ArrayList<>();
        if (value instanceof final ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                convertOne(key + "/" + i, array.get(i), converter).ifPresent(values::add);
            }
        } else {
            convertOne(key, value, converter).ifPresent(values::add);
        }

        return values;
    }

    private <T> Optional<T> convertOne(final String place, final JsonNode value, final Function<String, T> converter) {
        if (!value.isTextual() || value.textValue().isBlank()) {
            problems.add(new DocumentProblem(pointer + "/" + place, "must be a text that is not blank"));
            return Optional.empty();
        }

        try {
            return Optional.of(converter.apply(value.textValue()));
        } catch (final IllegalArgumentException e) {
            problems.add(new DocumentProblem(pointer + "/" + place, e.getMessage()));
            return Optional.empty();
        }
    }

    /** A list whose elements are texts or lists of texts. */
    public List<List<String>> textLists(final String key) {
        final List<List<String>> lists = new ArrayList<>();
        final JsonNode value = get(key);
        if (value == null) {
            return lists;
        }

        if (!(value instanceof final ArrayNode array)) {
            problem(key, "must be a list");
            return lists;
        }

        for (int i = 0; i < array.size(); i++) {
            final List<String> list = new ArrayList<>();
            final Iterable<JsonNode> elements = array.get(i) instanceof final ArrayNode inner ? inner : List.of(array.get(i));
            for (final JsonNode element : elements) {
                convertOne(key + "/" + i, element, Function.identity()).ifPresent(list::add);
            }

            if (!list.isEmpty()) {
                lists.add(list);
            }
        }

        return lists;
    }

    /** An object below this one; an absent one reads as empty. */
    public DocumentObject object(final String key) {
        final JsonNode value = get(key);
        if (value instanceof final ObjectNode object) {
            return new DocumentObject(object, at(key), problems);
        }

        if (value != null) {
            problem(key, "must be an object");
        }

        return new DocumentObject(MAPPER.createObjectNode(), at(key), problems);
    }

    /** A list of objects below this one. */
    public List<DocumentObject> objects(final String key) {
        final List<DocumentObject> objects = new ArrayList<>();
        final JsonNode value = get(key);
        if (value == null) {
            return objects;
        }

        if (!(value instanceof final ArrayNode array)) {
            problem(key, "must be a list of objects");
            return objects;
        }

        for (int i = 0; i < array.size(); i++) {
            final String place = at(key) + "/" + i;
            if (array.get(i) instanceof final ObjectNode object) {
                objects.add(new DocumentObject(object, place, problems));
            } else {
                problems.add(new DocumentProblem(place, "must be an object"));
            }
        }

        return objects;
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
        problems.add(new DocumentProblem(at(key), message));
    }

    private JsonNode get(final String key) {
        known.add(key);
        final JsonNode value = node.get(key);
        return value == null || value.isNull() ? null : value;
    }

    private String at(final String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /** Ends the reading: a key that was never asked for is a problem. */
    @Override
    public void close() {
        for (final String key : keys()) {
            if (!known.contains(key)) {
                problem(key, "is not known here; the keys are %s".formatted(String.join(", ", known)));
            }
        }
    }
}
