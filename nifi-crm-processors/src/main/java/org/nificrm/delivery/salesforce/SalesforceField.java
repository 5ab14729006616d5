package org.nificrm.delivery.salesforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.delivery.UnfitValueException;
import org.nificrm.delivery.convert.Booleans;
import org.nificrm.delivery.convert.Numbers;
import org.nificrm.delivery.convert.Texts;
import org.nificrm.delivery.convert.Times;
import org.nificrm.delivery.convert.Unfit;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * One field of an object. Each type has one representation here, so that equal values are equal: {@link Boolean},
 * {@link BigDecimal} or text in Salesforce's spelling.
 *
 * @param name          API name
 * @param type          data type
 * @param writable      whether it can be set
 * @param externalId    whether upsert can find records by it
 * @param unique        whether no two records have the same value
 * @param caseSensitive whether values that differ in case only are different
 * @param decimals      most decimal places of a number
 * @param options       the only values allowed; empty if any is
 * @param relationship  name under which the record referred to is reached; empty if the field refers to none
 * @param referenced    objects that it can refer to
 */
record SalesforceField(String name, Type type, boolean writable, boolean externalId, boolean unique, boolean caseSensitive, int decimals,
        Set<String> options, String relationship, List<String> referenced) implements ObjectField {

    /** Separates the values of a multi-select picklist. */
    private static final String SEPARATOR = ";";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS'Z'");

    enum Type {
        TEXT, EMAIL, INTEGER, NUMBER, BOOLEAN, DATE, DATE_TIME, TIME, PICKLIST, MULTI_PICKLIST, REFERENCE,
        /** Values that have parts or come by other ways: addresses, locations, files. */
        UNSUPPORTED;

        private static Type of(final String name) {
            return switch (name) {
                case "string", "textarea", "phone", "url", "combobox", "encryptedstring" -> TEXT;
                case "email" -> EMAIL;
                case "int", "long" -> INTEGER;
                case "double", "currency", "percent" -> NUMBER;
                case "boolean" -> BOOLEAN;
                case "date" -> DATE;
                case "datetime" -> DATE_TIME;
                case "time" -> TIME;
                case "picklist" -> PICKLIST;
                case "multipicklist" -> MULTI_PICKLIST;
                case "reference" -> REFERENCE;
                default -> UNSUPPORTED;
            };
        }
    }

    /** Reads Salesforce's description of a field. */
    static SalesforceField of(final JsonNode field) {
        final Type type = Type.of(field.path("type").asText());
        final boolean writable = type != Type.UNSUPPORTED && (field.path("createable").asBoolean() || field.path("updateable").asBoolean());
        final Set<String> options = new HashSet<>();
        if (field.path("restrictedPicklist").asBoolean()) {
            field.path("picklistValues").forEach(option -> options.add(option.path("value").asText()));
        }

        final Set<String> referenced = new TreeSet<>();
        field.path("referenceTo").forEach(object -> referenced.add(object.asText()));
        return new SalesforceField(field.path("name").asText(), type, writable, field.path("externalId").asBoolean(), field.path("unique").asBoolean(),
                field.path("caseSensitive").asBoolean(), field.path("scale").asInt(), options, field.path("relationshipName").asText(""),
                List.copyOf(referenced));
    }

    @Override
    public Object convert(final Object value) throws UnfitValueException {
        if (value == null || value instanceof String text && text.isBlank()) {
            return null;
        }

        return switch (type) {
            case TEXT -> Texts.of(value).strip();
            case EMAIL -> Texts.of(value).strip().toLowerCase(Locale.ROOT);
            case INTEGER -> number(value, 0);
            case NUMBER -> number(value, decimals);
            case BOOLEAN -> Booleans.of(name, value);
            case DATE -> Times.date(name, value).toString();
            case DATE_TIME -> Times.instant(name, value).truncatedTo(ChronoUnit.SECONDS).toString();
            case TIME -> Times.time(name, value).format(TIME);
            case PICKLIST -> option(Texts.of(value).strip());
            case MULTI_PICKLIST -> selection(value);
            case REFERENCE -> id(Texts.of(value).strip());
            case UNSUPPORTED -> throw Unfit.wrongType(name, "value that can be written");
        };
    }

    private BigDecimal number(final Object value, final int most) throws UnfitValueException {
        final BigDecimal number = Numbers.of(name, value);
        final BigDecimal shortest = number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        if (shortest.scale() > most) {
            throw Unfit.loses(name, "decimal places");
        }

        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }

    private String option(final String text) throws UnfitValueException {
        if (!options.isEmpty() && !options.contains(text)) {
            throw Unfit.noSuchOption(name);
        }

        return text;
    }

    private String selection(final Object value) throws UnfitValueException {
        final Set<String> selected = new TreeSet<>();
        for (final String part : Texts.parts(value, SEPARATOR)) {
            selected.add(option(part));
        }

        return selected.isEmpty() ? null : String.join(SEPARATOR, selected);
    }

    /** Salesforce also takes ids of 15 characters, but never gives them: they would always seem to differ. */
    private String id(final String text) throws UnfitValueException {
        if (!text.matches("[A-Za-z0-9]{18}")) {
            throw Unfit.wrongType(name, "id of 18 characters");
        }

        return text;
    }

    @Override
    public Object read(final JsonNode record) {
        final JsonNode value = record.path(name);
        if (!value.isValueNode() || value.isNull()) {
            return null;
        }

        try {
            return convert(type == Type.TIME ? value.asText().replaceFirst("Z$", "") : value.asText());
        } catch (final UnfitValueException e) {
            // As it came: it fits its own field no longer.
            return value.asText();
        }
    }

    @Override
    public void write(final ObjectNode record, final Object value) {
        switch (value) {
            case null -> record.putNull(name);
            case Boolean bool -> record.put(name, bool);
            case BigDecimal number -> record.put(name, number);
            default -> record.put(name, value.toString());
        }
    }

    /** The value as it stands in a query. */
    String literal(final Object value) {
        return value instanceof BigDecimal number ? number.toPlainString() : "'" + value.toString().replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
