package org.nificrm.delivery.declared;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Unfit;

import java.util.regex.Pattern;

/**
 * One field of an object, or with one asterisk in its name a family of fields alike: what the asterisk stands for is put in
 * place of the asterisks of pointer and filter.
 *
 * @param name     by which records call it
 * @param pointer  JSON Pointer from the values of a record
 * @param filter   by which look-ups call it
 * @param type     how its values are written
 * @param length   most characters of a text; 0 if there is no limit
 * @param altered  what the CRM would silently change in a text, or null
 * @param readOnly whether only the CRM writes it
 */
public record FieldSpec(String name, String pointer, String filter, ValueType type, int length, Pattern altered, boolean readOnly) {

    private static final String ANY = "*";

    static FieldSpec of(final String name, final ValueType type) {
        return new FieldSpec(name, "/" + name.replace("~", "~0").replace("/", "~1"), name, type, 0, null, false);
    }

    boolean isFamily() {
        return name.contains(ANY);
    }

    /** The member of this family that has this name; null if none has. */
    FieldSpec member(final String member) {
        final int at = name.indexOf(ANY);
        final String before = name.substring(0, at);
        final String after = name.substring(at + 1);
        if (member.length() <= before.length() + after.length() || !member.startsWith(before) || !member.endsWith(after)) {
            return null;
        }

        final String part = member.substring(before.length(), member.length() - after.length());
        return part.matches("\\w+") ? new FieldSpec(member, pointer.replace(ANY, part), filter.replace(ANY, part), type, length, altered, readOnly) : null;
    }

    FieldSpec as(final ValueType other) {
        return new FieldSpec(name, pointer, filter, other, length, altered, readOnly);
    }

    Object convert(final Object value) throws UnfitValueException {
        final Object converted = type.convert(name, value);
        if (converted instanceof final String text) {
            if (length > 0 && text.codePointCount(0, text.length()) > length) {
                throw Unfit.tooLong(name, text.codePointCount(0, text.length()), length, "characters");
            }

            if (altered != null && altered.matcher(text).find()) {
                throw new UnfitValueException("VALUE_ALTERED",
                        "Field '%s' has characters that the CRM takes away without saying so. Clean it before, for example with CleanseCustomer".formatted(name));
            }
        }

        return converted;
    }

    Object read(final JsonNode values) {
        return type.read(name, values.at(pointer));
    }

    /**
     * Puts a value where it belongs.
     *
     * @param none what clears a field
     */
    void write(final Object value, final JsonNode none, final ObjectNode values) {
        final JsonPointer place = JsonPointer.compile(pointer);
        values.withObject(place.head()).set(place.last().getMatchingProperty(), value == null ? none : type.write(value));
    }

    /** The name of what holds it, for look-ups that say what they want to read. */
    String selected() {
        return JsonPointer.compile(pointer).getMatchingProperty();
    }
}
