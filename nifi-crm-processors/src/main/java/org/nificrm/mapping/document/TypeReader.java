package org.nificrm.mapping.document;

import org.apache.nifi.serialization.record.RecordFieldType;
import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.value.ArrayConversion;
import org.nificrm.mapping.value.BooleanConversion;
import org.nificrm.mapping.value.Conversion;
import org.nificrm.mapping.value.MapConversion;
import org.nificrm.mapping.value.NumberConversion;
import org.nificrm.mapping.value.NumberReader;
import org.nificrm.mapping.value.StringConversion;
import org.nificrm.mapping.value.TemporalConversion;
import org.nificrm.mapping.value.TemporalReader;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a rule's {@code type}, with the rule's own {@code format}, {@code locale} and {@code timeZone}. */
final class TypeReader {

    private static final Set<String> TYPES = new TreeSet<>(Set.of("string", "integer", "long", "decimal", "float", "double", "boolean",
            "date", "time", "dateTime", "timestamp", "array", "map"));
    private static final Set<String> TEMPORAL = Set.of("date", "time", "dateTime", "timestamp");
    private static final Pattern TYPE = Pattern.compile("(?<name>\\w+)(?:\\(\\s*(?<precision>\\d{1,6})\\s*(?:,\\s*(?<scale>\\d{1,3})\\s*)?\\))?");
    private static final Pattern ARRAY = Pattern.compile("array\\s*<(?<element>.+)>");
    private static final int WIDEST_PRECISION = 38;

    private final Conventions conventions;
    private final DocumentNode rule;
    private final DocumentNode node;
    private final Locale locale;

    private TypeReader(final Conventions conventions, final DocumentNode rule, final DocumentNode node) {
        this.conventions = conventions;
        this.rule = rule;
        this.node = node;
        locale = rule.child("locale").flatMap(Conventions::locale).orElse(conventions.locale());
    }

    /** The conversion a rule asks for, empty if it says no type. */
    static Optional<Conversion> read(final DocumentNode rule, final Conventions conventions) {
        final Optional<DocumentNode> type = rule.child("type");
        final Optional<Conversion> conversion = type.flatMap(node -> node.name().flatMap(text -> new TypeReader(conventions, rule, node).read(text.strip())));
        final boolean temporal = type.filter(DocumentNode::isText).flatMap(DocumentNode::text).filter(text -> TEMPORAL.stream().anyMatch(text::contains)).isPresent();
        rule.child("format").filter(format -> !temporal).ifPresent(format -> format.problem("only a 'type' of date, time or dateTime has a format"));
        return conversion;
    }

    private Optional<Conversion> read(final String text) {
        final Matcher array = ARRAY.matcher(text);
        if (array.matches()) {
            return read(array.group("element").strip()).map(ArrayConversion::new);
        }

        final Matcher matcher = TYPE.matcher(text);
        if (!matcher.matches() || !TYPES.contains(matcher.group("name"))) {
            node.problem("unknown type '%s'%s".formatted(text, DocumentNode.suggestion(text, TYPES)));
            return Optional.empty();
        }

        if (matcher.group("precision") != null && !takesBrackets(matcher)) {
            node.problem("only decimal and string take a size in brackets, as in 'decimal(18,2)' and 'string(100)'");
            return Optional.empty();
        }

        return Optional.ofNullable(switch (matcher.group("name")) {
            case "integer" -> NumberConversion.of(RecordFieldType.INT, new NumberReader(locale));
            case "long" -> NumberConversion.of(RecordFieldType.LONG, new NumberReader(locale));
            case "float" -> NumberConversion.of(RecordFieldType.FLOAT, new NumberReader(locale));
            case "double" -> NumberConversion.of(RecordFieldType.DOUBLE, new NumberReader(locale));
            case "decimal" -> decimal(matcher);
            case "boolean" -> new BooleanConversion(conventions.trueWords(), conventions.falseWords());
            case "date" -> temporal(RecordFieldType.DATE, conventions.dates());
            case "time" -> temporal(RecordFieldType.TIME, conventions.times());
            case "dateTime", "timestamp" -> temporal(RecordFieldType.TIMESTAMP, conventions.dateTimes());
            case "array" -> new ArrayConversion(new StringConversion());
            case "map" -> new MapConversion();
            default -> matcher.group("precision") == null ? new StringConversion() : new StringConversion(Integer.parseInt(matcher.group("precision")));
        });
    }

    private static boolean takesBrackets(final Matcher type) {
        return switch (type.group("name")) {
            case "decimal" -> true;
            case "string" -> type.group("scale") == null;
            default -> false;
        };
    }

    private Conversion decimal(final Matcher matcher) {
        final NumberReader reader = new NumberReader(locale);
        if (matcher.group("precision") == null) {
            return NumberConversion.decimal(reader);
        }

        final int precision = Integer.parseInt(matcher.group("precision"));
        final int scale = matcher.group("scale") == null ? 0 : Integer.parseInt(matcher.group("scale"));
        if (precision < 1 || precision > WIDEST_PRECISION || scale > precision) {
            node.problem("decimal has 1 to 38 digits, of which at most all stand after the point: 'decimal(18,2)'");
            return null;
        }

        return NumberConversion.decimal(reader, precision, scale);
    }

    private Conversion temporal(final RecordFieldType type, final List<String> conventional) {
        final ZoneId zone = rule.child("timeZone").flatMap(Conventions::zone).orElse(conventions.zone());
        final List<String> patterns = rule.child("format").map(format -> Conventions.patterns(format, locale)).orElse(conventional);
        return new TemporalConversion(type, new TemporalReader(patterns, Conventions.textLocale(locale), zone));
    }
}
