package org.nificrm.delivery.dataverse;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * One column of a table. Each type has one representation here, so that equal values are equal: text, {@link Long},
 * {@link BigDecimal} or {@link Boolean}.
 *
 * @param name     logical name
 * @param writable whether it can be set when a record is created and when it is updated
 * @param limit    most characters of a text, most decimal places of a number
 * @param options  numbers of the options by label; empty if any number is allowed
 */
record DataverseColumn(String name, Type type, boolean writable, int limit, Map<String, Integer> options) {

    enum Type {
        TEXT, INTEGER, NUMBER, BOOLEAN, DATE, DATE_TIME, LOCAL_DATE_TIME, OPTION, OPTIONS, IDENTIFIER
    }

    /** Separates the numbers of several options. */
    private static final String SEPARATOR = ",";

    /** Reads Dataverse's description of a column; empty for a type that holds no value of its own, a look-up for example. */
    static Optional<DataverseColumn> of(final JsonNode attribute, final Map<String, Integer> options) {
        final Type type = type(attribute);
        if (type == null || !attribute.path("AttributeOf").asText("").isEmpty()) {
            return Optional.empty();
        }

        final boolean writable = attribute.path("IsValidForCreate").asBoolean() && attribute.path("IsValidForUpdate").asBoolean();
        final int limit = attribute.path(type == Type.TEXT ? "MaxLength" : "Precision").asInt(Integer.MAX_VALUE);
        final Map<String, Integer> byLabel = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        byLabel.putAll(options);
        return Optional.of(new DataverseColumn(attribute.path("LogicalName").asText(), type, writable, limit, byLabel));
    }

    private static Type type(final JsonNode attribute) {
        return switch (attribute.at("/AttributeTypeName/Value").asText()) {
            case "StringType", "MemoType" -> Type.TEXT;
            case "IntegerType", "BigIntType" -> Type.INTEGER;
            case "DecimalType", "DoubleType", "MoneyType" -> Type.NUMBER;
            case "BooleanType" -> Type.BOOLEAN;
            case "DateTimeType" -> switch (attribute.at("/DateTimeBehavior/Value").asText()) {
                case "DateOnly" -> Type.DATE;
                case "TimeZoneIndependent" -> Type.LOCAL_DATE_TIME;
                default -> Type.DATE_TIME;
            };
            case "PicklistType", "StateType", "StatusType" -> Type.OPTION;
            case "MultiSelectPicklistType" -> Type.OPTIONS;
            case "UniqueidentifierType" -> Type.IDENTIFIER;
            default -> null;
        };
    }

    /** What Dataverse holds for a value; null for one that is blank, which it cannot tell from none. */
    Object convert(final Object value) throws UnfitValueException {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }

        return switch (type) {
            case TEXT -> Texts.atMost(name, value, limit);
            case INTEGER -> Numbers.whole(name, value);
            case NUMBER -> Numbers.decimal(name, value, limit);
            case BOOLEAN -> Booleans.of(name, value);
            case DATE -> Times.date(name, value).toString();
            case DATE_TIME -> Times.instant(name, value).truncatedTo(ChronoUnit.SECONDS).toString();
            case LOCAL_DATE_TIME -> DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(Times.dateTime(name, value).truncatedTo(ChronoUnit.SECONDS)) + "Z";
            case OPTION -> (long) option(Texts.of(value).strip());
            case OPTIONS -> selection(value);
            case IDENTIFIER -> Texts.of(value).strip().toLowerCase(Locale.ROOT);
        };
    }

    private int option(final String text) throws UnfitValueException {
        final Integer number = options.get(text);
        if (number != null) {
            return number;
        }

        if (!text.matches("-?\\d{1,9}") || !options.isEmpty() && !options.containsValue(Integer.valueOf(text))) {
            throw Unfit.noSuchOption(name);
        }

        return Integer.parseInt(text);
    }

    private String selection(final Object value) throws UnfitValueException {
        final TreeSet<Integer> numbers = new TreeSet<>();
        for (final String part : Texts.parts(value, "[,;]")) {
            numbers.add(option(part));
        }

        return numbers.isEmpty() ? null : String.join(SEPARATOR, numbers.stream().map(String::valueOf).toList());
    }

    /** What Dataverse gave, in the same representation; as it came where it fits its own column no longer. */
    Object read(final JsonNode value) {
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }

        try {
            return type == Type.LOCAL_DATE_TIME ? convert(value.asText().replaceFirst("Z$", "")) : convert(value.asText());
        } catch (final UnfitValueException e) {
            return value.asText();
        }
    }

    /** A converted value inside a path or a filter (OData 4.0 URL conventions, section 5.1.1). */
    String literal(final Object value) {
        return type == Type.TEXT ? "'" + value.toString().replace("'", "''") + "'" : value.toString();
    }
}
