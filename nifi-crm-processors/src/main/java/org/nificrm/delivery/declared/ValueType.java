package org.nificrm.delivery.declared;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a kind of value is written in JSON. Each kind has one Java value for equal values: text, {@link BigDecimal}, {@link Boolean},
 * {@link LocalDate}, {@link Instant} or a sorted list of texts.
 *
 * @param kind   of value
 * @param format of a date or a time in UTC; null for ISO 8601
 */
public record ValueType(Kind kind, DateTimeFormatter format) {

    enum Kind {
        STRING, INTEGER, NUMBER, BOOLEAN,
        /** A boolean as 1 and 0. */
        BIT,
        DATE, DATE_TIME,
        /** Seconds since 1970. */
        UNIX_TIME,
        /** Milliseconds since 1970. */
        UNIX_MILLIS,
        /** Several texts, whose order does not count. */
        LIST,
        /** Nothing that can be read or written by itself, such as a link. */
        NONE
    }

    static final ValueType STRING = new ValueType(Kind.STRING, null);
    /** How a point in time is kept in a field of text. */
    static final ValueType TIME_AS_TEXT = new ValueType(Kind.DATE_TIME, null);

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** What the CRM will hold for a value of a record; null for one that is blank, which CRMs cannot tell from none. */
    Object convert(final String field, final Object value) throws UnfitValueException {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }

        return switch (kind) {
            case STRING, NONE -> Texts.of(value);
            case INTEGER -> integer(field, Numbers.of(field, value));
            case NUMBER -> plain(Numbers.of(field, value));
            case BOOLEAN, BIT -> Booleans.of(field, value);
            case DATE -> Times.date(field, value);
            case DATE_TIME -> format == null ? Times.instant(field, value).truncatedTo(ChronoUnit.MILLIS) : parse(format.format(utc(field, value)));
            case UNIX_TIME -> Times.instant(field, value).truncatedTo(ChronoUnit.SECONDS);
            case UNIX_MILLIS -> Times.instant(field, value).truncatedTo(ChronoUnit.MILLIS);
            case LIST -> list(value);
        };
    }

    private static BigDecimal integer(final String field, final BigDecimal number) throws UnfitValueException {
        if (number.stripTrailingZeros().scale() > 0) {
            throw Unfit.loses(field, "its fraction");
        }

        return plain(number);
    }

    private static BigDecimal plain(final BigDecimal number) {
        return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
    }

    private static ZonedDateTime utc(final String field, final Object value) throws UnfitValueException {
        return Times.instant(field, value).atZone(ZoneOffset.UTC);
    }

    private Instant parse(final String text) {
        return format.parse(text, Instant::from);
    }

    private static List<String> list(final Object value) {
        final Set<String> texts = new TreeSet<>(Texts.parts(value, "[;,]"));
        return texts.isEmpty() ? null : List.copyOf(texts);
    }

    /** What {@link #convert} gave, as the CRM takes it. */
    JsonNode write(final Object value) {
        return switch (value) {
            case null -> JSON.nullNode();
            case BigDecimal number -> kind == Kind.INTEGER ? JSON.numberNode(number.toBigInteger()) : JSON.numberNode(number);
            case Boolean bool -> kind == Kind.BIT ? JSON.numberNode(bool ? 1 : 0) : JSON.booleanNode(bool);
            case LocalDate date -> JSON.textNode(format == null ? date.toString() : format.format(date));
            case Instant instant -> write(instant);
            case List<?> list -> {
                final ArrayNode array = JSON.arrayNode();
                list.forEach(element -> array.add(element.toString()));
                yield array;
            }
            default -> JSON.textNode(value.toString());
        };
    }

    private JsonNode write(final Instant instant) {
        return switch (kind) {
            case UNIX_TIME -> JSON.numberNode(instant.getEpochSecond());
            case UNIX_MILLIS -> JSON.numberNode(instant.toEpochMilli());
            default -> JSON.textNode(format == null ? instant.toString() : format.format(instant.atZone(ZoneOffset.UTC)));
        };
    }

    /** What the CRM gave, as {@link #convert} gives it; as text where it is nothing of this kind. */
    Object read(final String field, final JsonNode node) {
        // Some CRMs say false for none, and a list of id and name for a reference.
        final JsonNode value = node.isArray() && kind != Kind.LIST ? node.path(0) : node;
        final boolean truth = kind == Kind.BOOLEAN || kind == Kind.BIT;
        if (value.isMissingNode() || value.isNull() || value.isBoolean() && !value.booleanValue() && !truth) {
            return null;
        }

        try {
            return switch (kind) {
                case LIST -> readList(value);
                case DATE -> value.asText().isBlank() ? null : readDate(value.asText());
                case DATE_TIME -> value.asText().isBlank() ? null : readTime(field, value.asText());
                case UNIX_TIME -> value.asText().isBlank() ? null : Instant.ofEpochSecond(Long.parseLong(value.asText()));
                case UNIX_MILLIS -> value.asText().isBlank() ? null : Instant.ofEpochMilli(Long.parseLong(value.asText()));
                default -> convert(field, value.isContainerNode() ? value.toString() : value.asText());
            };
        } catch (final UnfitValueException | RuntimeException e) {
            return value.asText();
        }
    }

    private static Object readList(final JsonNode value) {
        if (!value.isArray()) {
            return list(value.asText());
        }

        final List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(element.asText()));
        return list(elements);
    }

    private LocalDate readDate(final String text) {
        return format == null ? LocalDate.parse(text.substring(0, "2000-01-01".length())) : LocalDate.parse(text, format);
    }

    private Instant readTime(final String field, final String text) throws UnfitValueException {
        try {
            return format == null ? Times.instant(field, text) : parse(text);
        } catch (final DateTimeException e) {
            return Times.instant(field, text);
        }
    }
}
