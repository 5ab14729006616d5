package org.nificrm.delivery.hubspot;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One property of an object. HubSpot takes and gives text only; each type has one spelling here, so that equal values are
 * equal text.
 *
 * @param name     internal name
 * @param type     HubSpot's data type
 * @param several  whether it holds several options at a time
 * @param unique   whether no two records have the same value
 * @param readOnly whether only HubSpot writes it
 * @param options  the only values allowed; empty if any is
 */
record HubSpotProperty(String name, Type type, boolean several, boolean unique, boolean readOnly, Set<String> options) {

    /** Parts of a property of several options are separated so. */
    private static final String SEPARATOR = ";";

    enum Type {
        TEXT, EMAIL, NUMBER, BOOLEAN, DATE, DATE_TIME, ENUMERATION;

        private static Type of(final String name) {
            return switch (name) {
                case "number" -> NUMBER;
                case "bool" -> BOOLEAN;
                case "date" -> DATE;
                case "datetime" -> DATE_TIME;
                case "enumeration" -> ENUMERATION;
                default -> TEXT;
            };
        }
    }

    /** Reads HubSpot's description of a property. */
    static HubSpotProperty of(final String object, final JsonNode property) {
        final String name = property.path("name").asText();
        final boolean email = name.equals("email") && (object.equals("contacts") || object.equals("0-1"));
        final Set<String> options = new HashSet<>();
        if (!property.path("externalOptions").asBoolean()) {
            property.path("options").forEach(option -> options.add(option.path("value").asText()));
        }

        return new HubSpotProperty(name, email ? Type.EMAIL : Type.of(property.path("type").asText()),
                property.path("fieldType").asText().equals("checkbox"), email || property.path("hasUniqueValue").asBoolean(),
                property.path("calculated").asBoolean() || property.at("/modificationMetadata/readOnlyValue").asBoolean(), options);
    }

    /** The text that HubSpot holds for a value; null for one that is blank, which HubSpot cannot tell from none. */
    String convert(final Object value) throws UnfitValueException {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }

        return switch (type) {
            case TEXT -> Texts.of(value);
            case EMAIL -> Texts.of(value).strip().toLowerCase(Locale.ROOT);
            case NUMBER -> number(Numbers.of(name, value));
            case BOOLEAN -> Boolean.toString(Booleans.of(name, value));
            case DATE -> Times.date(name, value).toString();
            case DATE_TIME -> Times.instant(name, value).truncatedTo(ChronoUnit.MILLIS).toString();
            case ENUMERATION -> several ? selection(value) : option(Texts.of(value));
        };
    }

    private static String number(final BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private String selection(final Object value) throws UnfitValueException {
        final Set<String> selected = new TreeSet<>();
        for (final String part : Texts.parts(value, SEPARATOR)) {
            selected.add(option(part));
        }

        return selected.isEmpty() ? null : String.join(SEPARATOR, selected);
    }

    private String option(final String text) throws UnfitValueException {
        final String option = text.strip();
        if (!options.isEmpty() && !options.contains(option)) {
            throw Unfit.noSuchOption(name);
        }

        return option;
    }

    /** What HubSpot gave, in the same spelling; as it came where it fits its own property no longer. */
    String read(final JsonNode value) {
        try {
            return value.isValueNode() && !value.isNull() ? convert(value.asText()) : null;
        } catch (final UnfitValueException e) {
            return value.asText();
        }
    }
}
