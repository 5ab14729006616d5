package org.nificrm.document;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.values.text.EditDistance;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A value of the document that knows where it stands and notes what is wrong with it instead of throwing. */
public final class DocumentNode {

    private static final int NEAR = 2;

    private final JsonNode json;
    private final String pointer;
    private final List<DocumentProblem> problems;

    public DocumentNode(final JsonNode json, final String pointer, final List<DocumentProblem> problems) {
        this.json = json;
        this.pointer = pointer;
        this.problems = problems;
    }

    /** Place in the document, as a JSON Pointer (RFC 6901). */
    public String pointer() {
        return pointer;
    }

    /** Notes what is wrong with this value. */
    public void problem(final String message) {
        problems.add(new DocumentProblem(pointer, message));
    }

    /** The value itself, to be taken as it is. */
    public JsonNode json() {
        return json;
    }

    public boolean isObject() {
        return json.isObject();
    }

    public boolean isArray() {
        return json.isArray();
    }

    public boolean isText() {
        return json.isTextual();
    }

    public boolean isNull() {
        return json.isNull();
    }

    public boolean has(final String key) {
        return json.has(key);
    }

    /** The value of a key, if it is there. */
    public Optional<DocumentNode> child(final String key) {
        return Optional.ofNullable(json.get(key)).map(value -> with(key, value));
    }

    /** A value as if it stood under a key of this object. */
    DocumentNode with(final String key, final JsonNode value) {
        return new DocumentNode(value, pointer + "/" + escape(key), problems);
    }

    private static String escape(final String key) {
        return key.replace("~", "~0").replace("/", "~1");
    }

    /** The members of an object, in order. */
    public Map<String, DocumentNode> members() {
        final Map<String, DocumentNode> members = new LinkedHashMap<>();
        json.fieldNames().forEachRemaining(name -> members.put(name, child(name).orElseThrow()));
        return members;
    }

    /** The elements of an array; a single value counts as an array of one. */
    public List<DocumentNode> elements() {
        if (!json.isArray()) {
            return List.of(this);
        }

        final List<DocumentNode> elements = new ArrayList<>();
        for (int i = 0; i < json.size(); i++) {
            elements.add(new DocumentNode(json.get(i), pointer + "/" + i, problems));
        }

        return elements;
    }

    /** Notes every key that is not one of these, with the nearest that is. {@code comment} may stand everywhere. */
    public void allow(final String... keys) {
        allow(new LinkedHashSet<>(Arrays.asList(keys)));
    }

    void allow(final Set<String> allowed) {
        members().forEach((name, child) -> {
            if (!allowed.contains(name) && !name.equals("comment")) {
                child.problem("unknown key '%s'%s".formatted(name, suggestion(name, allowed)));
            }
        });
    }

    /** What to try instead of a word that is none of the known ones. */
    public static String suggestion(final String word, final Set<String> known) {
        for (final String candidate : known) {
            if (EditDistance.between(plain(word), plain(candidate)) <= Math.min(NEAR, candidate.length() / 2)) {
                return "; did you mean '%s'?".formatted(candidate);
            }
        }

        return "; known here: " + String.join(", ", known);
    }

    private static String plain(final String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_\\- ]", "");
    }

    /** This value as text; anything but text is a problem. */
    public Optional<String> text() {
        if (!json.isTextual()) {
            problem("must be a text");
            return Optional.empty();
        }

        return Optional.of(json.textValue());
    }

    /** The text of a key, if it is there. */
    public Optional<String> text(final String key) {
        return child(key).flatMap(DocumentNode::text);
    }

    /** Text that is not blank. */
    public Optional<String> name() {
        final Optional<String> text = text();
        if (text.isPresent() && text.get().isBlank()) {
            problem("must not be blank");
            return Optional.empty();
        }

        return text;
    }

    /** This value, a text or an array of texts, as a list. */
    public List<String> texts() {
        final List<String> texts = new ArrayList<>();
        elements().forEach(element -> element.text().ifPresent(texts::add));
        return texts;
    }

    /** The boolean of a key, false if it is not there. */
    public boolean flag(final String key) {
        return child(key).flatMap(DocumentNode::flag).orElse(false);
    }

    /** This value as a boolean. */
    Optional<Boolean> flag() {
        if (!json.isBoolean()) {
            problem("must be true or false");
            return Optional.empty();
        }

        return Optional.of(json.booleanValue());
    }

    /** This value as a number within the limits. */
    Optional<Double> number(final double least, final double most) {
        if (!json.isNumber() || json.doubleValue() < least || json.doubleValue() > most) {
            problem("must be a number from %s to %s".formatted(plain(least), plain(most)));
            return Optional.empty();
        }

        return Optional.of(json.doubleValue());
    }

    private static String plain(final double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    /** This value as a whole number within the limits. */
    Optional<Integer> integer(final int least, final int most) {
        if (!json.isIntegralNumber() || json.longValue() < least || json.longValue() > most) {
            problem("must be a whole number from %d to %d".formatted(least, most));
            return Optional.empty();
        }

        return Optional.of(json.intValue());
    }

    /** This value as a whole number above zero. */
    public Optional<Integer> positive() {
        if (!json.isInt() || json.intValue() < 1) {
            problem("must be a whole number above 0");
            return Optional.empty();
        }

        return Optional.of(json.intValue());
    }

    /** This value as it would come from a record: String, Boolean, Long, BigDecimal, or null; anything else is a problem. */
    public Object scalar() {
        if (json.isTextual()) {
            return json.textValue();
        }

        if (json.isBoolean()) {
            return json.booleanValue();
        }

        if (json.isIntegralNumber() && json.canConvertToLong()) {
            return json.longValue();
        }

        if (json.isNumber()) {
            return json.decimalValue();
        }

        if (!json.isNull()) {
            problem("must be a text, a number, true or false");
        }

        return null;
    }

    /** A number or a text as text, for versions and the like. */
    public Optional<String> label() {
        final Object scalar = scalar();
        return Optional.ofNullable(scalar).map(value -> value instanceof final BigDecimal decimal ? decimal.toPlainString() : value.toString());
    }
}
