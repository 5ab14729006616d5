package org.nificrm.delivery.zoho;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One field of a module. Each type has one representation here, so that equal values are equal: text, {@link Long},
 * {@link BigDecimal}, {@link Boolean} or a list of text.
 *
 * @param name          API name
 * @param writable      whether the interface can set it when a record is created and when it is updated
 * @param unique        whether no two records have the same value
 * @param caseSensitive whether values that differ in case only are different ones; matters for unique fields
 * @param length        most characters of a text
 * @param decimals      most decimal places of a number
 * @param options       the only values allowed; empty if any is
 * @param lookupModule  module that a look-up leads to; empty for all others
 */
record ZohoField(String name, Type type, boolean writable, boolean unique, boolean caseSensitive, int length, int decimals, Set<String> options,
        String lookupModule) {

    enum Type {
        TEXT, INTEGER,
        /** More digits than JSON numbers are sure to keep: as text. */
        LONG,
        NUMBER, BOOLEAN, DATE, DATE_TIME, OPTION, OPTIONS,
        /** Refers to a record of another module, by its id. */
        LOOKUP
    }

    private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx");
    private static final String SEPARATOR = ";";

    /** Reads Zoho's description of a field; empty for a type that cannot be both written and queried. */
    static Optional<ZohoField> of(final JsonNode field) {
        final Type type = type(field.path("data_type").asText());
        if (type == null) {
            return Optional.empty();
        }

        final JsonNode operations = field.path("operation_type");
        final boolean writable = !field.path("read_only").asBoolean() && !field.path("field_read_only").asBoolean()
                && operations.path("api_create").asBoolean(true) && operations.path("api_update").asBoolean(true);
        final JsonNode unique = field.path("unique");
        final Set<String> options = new HashSet<>();
        field.path("pick_list_values").forEach(option -> options.add(option.path("actual_value").asText()));
        return Optional.of(new ZohoField(field.path("api_name").asText(), type, writable, !unique.isEmpty(), isTrue(unique.path("casesensitive")),
                limit(field.path("length")), limit(field.path("decimal_place")), options, field.at("/lookup/module/api_name").asText()));
    }

    private static Type type(final String dataType) {
        return switch (dataType) {
            case "text", "textarea", "email", "phone", "website" -> Type.TEXT;
            case "integer" -> Type.INTEGER;
            case "bigint" -> Type.LONG;
            case "double", "currency", "percent", "decimal" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "date" -> Type.DATE;
            case "datetime" -> Type.DATE_TIME;
            case "picklist" -> Type.OPTION;
            case "multiselectpicklist" -> Type.OPTIONS;
            case "lookup" -> Type.LOOKUP;
            default -> null;
        };
    }

    private static boolean isTrue(final JsonNode flag) {
        return flag.asBoolean() || flag.asText().equals("1");
    }

    private static int limit(final JsonNode number) {
        return number.isInt() ? number.asInt() : Integer.MAX_VALUE;
    }

    /** What Zoho holds for a value; null for one that is blank, which it cannot tell from none. */
    Object convert(final Object value) throws UnfitValueException {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }

        return switch (type) {
            case TEXT -> Texts.atMost(name, value, length);
            case INTEGER -> Numbers.whole(name, value);
            case LONG -> Long.toString(Numbers.whole(name, value));
            case NUMBER -> Numbers.decimal(name, value, decimals);
            case BOOLEAN -> Booleans.of(name, value);
            case DATE -> Times.date(name, value).toString();
            case DATE_TIME -> WITH_OFFSET.format(Times.instant(name, value).truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC));
            case OPTION -> option(Texts.of(value).strip());
            case OPTIONS -> selection(value);
            case LOOKUP -> throw Unfit.wrongType(name, "reference; name the field of the other module too");
        };
    }

    private String option(final String option) throws UnfitValueException {
        if (!options.isEmpty() && !options.contains(option)) {
            throw Unfit.noSuchOption(name);
        }

        return option;
    }

    private List<String> selection(final Object value) throws UnfitValueException {
        final Set<String> selected = new TreeSet<>();
        for (final String part : Texts.parts(value, SEPARATOR)) {
            selected.add(option(part));
        }

        return selected.isEmpty() ? null : List.copyOf(selected);
    }

    /** What Zoho gave, in the same representation; as it came where it fits its own field no longer. */
    Object read(final JsonNode value) {
        try {
            return value.isArray() ? convert(elements(value)) : value.isValueNode() && !value.isNull() ? convert(value.asText()) : null;
        } catch (final UnfitValueException e) {
            return value.asText();
        }
    }

    private static List<String> elements(final JsonNode array) {
        final List<String> elements = new ArrayList<>();
        array.forEach(element -> elements.add(element.asText()));
        return elements;
    }

    /** A value of a unique field as it compares. */
    Object comparable(final Object value) {
        return value instanceof String text && !caseSensitive ? text.toLowerCase(Locale.ROOT) : value;
    }

    /** A converted value inside a query. */
    String literal(final Object value) {
        return switch (type) {
            case INTEGER, LONG, NUMBER, BOOLEAN -> value.toString();
            case TEXT, DATE, DATE_TIME, OPTION, OPTIONS, LOOKUP -> "'" + value.toString().replace("'", "''") + "'";
        };
    }
}
