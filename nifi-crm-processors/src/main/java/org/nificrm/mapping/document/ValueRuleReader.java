package org.nificrm.mapping.document;

import org.apache.nifi.serialization.record.DataType;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.util.DataTypeUtils;
import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.SlotType;
import org.nificrm.mapping.rule.Target;
import org.nificrm.mapping.rule.TargetPath;
import org.nificrm.mapping.rule.ValueRule;
import org.nificrm.mapping.source.ConstantSource;
import org.nificrm.mapping.source.ExpressionSource;
import org.nificrm.mapping.source.JoinSource;
import org.nificrm.mapping.source.Source;
import org.nificrm.mapping.value.ArrayConversion;
import org.nificrm.mapping.value.Conversion;
import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.Splitter;
import org.nificrm.mapping.value.StringConversion;
import org.nificrm.mapping.value.ValueMap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads a rule that sets one field, or several by splitting. */
final class ValueRuleReader {

    private static final List<String> SOURCES = List.of("from", "constant", "expression");

    private final RulesReader rules;
    private final DocumentNode node;
    private final Conventions conventions;

    ValueRuleReader(final RulesReader rules, final DocumentNode node) {
        this.rules = rules;
        this.node = node;
        conventions = rules.conventions();
    }

    /** A target as the document names it, and the part of a split that goes there. */
    private record NamedTarget(String part, TargetPath path) {
    }

    Optional<Rule> read() {
        node.allow("to", "from", "constant", "expression", "when", "split", "join", "skipEmpty", "valueMap", "type", "format", "locale", "timeZone",
                "default", "required", "items", "forEach", "fields");
        final List<NamedTarget> named = targets();
        final Optional<Source> source = source();
        final Optional<Splitter> splitter = node.child("split").filter(split -> !named.isEmpty())
                .flatMap(split -> SplitReader.read(split, named.stream().map(NamedTarget::part).toList(), nameLocale()));
        if (named.size() > 1 && !node.has("split")) {
            node.problem("several targets need 'split', which says how the value is taken apart");
        }

        final Optional<ValueMap> valueMap = node.child("valueMap").flatMap(this::valueMap);
        final Optional<Conversion> type = TypeReader.read(node, conventions);
        if (source.isEmpty()) {
            return Optional.empty();
        }

        final List<Target> targets = new ArrayList<>();
        named.forEach(target -> target(target.path(), source.get(), valueMap, type).ifPresent(targets::add));
        return targets.isEmpty() ? Optional.empty()
                : Optional.of(new ValueRule(rules.condition(node).orElse(null), source.get(), from(), conventions.nullTokens(), splitter.orElse(null),
                        valueMap.orElse(null), targets));
    }

    private Locale nameLocale() {
        return node.child("locale").flatMap(Conventions::locale).or(() -> Optional.ofNullable(conventions.locale())).orElse(Locale.ROOT);
    }

    private List<NamedTarget> targets() {
        final Optional<DocumentNode> to = node.child("to");
        if (to.isEmpty()) {
            node.problem("needs 'to', the field to set");
            return List.of();
        }

        final List<NamedTarget> targets = new ArrayList<>();
        if (to.get().isObject()) {
            to.get().members().forEach((part, child) -> RulesReader.targetPath(child).ifPresent(path -> targets.add(new NamedTarget(part, path))));
        } else {
            to.get().elements().forEach(child -> RulesReader.targetPath(child).ifPresent(path -> targets.add(new NamedTarget(path.lastName(), path))));
        }

        return targets;
    }

    private Optional<Source> source() {
        final long sources = SOURCES.stream().filter(node::has).count();
        if (sources != 1) {
            node.problem(sources == 0
                    ? "needs a source: 'from', 'constant' or 'expression'"
                    : "has more than one source; keep one of 'from', 'constant', 'expression'");
            return Optional.empty();
        }

        if (!node.has("from")) {
            node.child("join").ifPresent(join -> join.problem("only values of 'from' can be joined"));
        }

        return node.child("from").flatMap(this::from)
                .or(() -> node.child("constant").flatMap(this::constant))
                .or(() -> node.child("expression").flatMap(this::expression));
    }

    private Optional<Source> from(final DocumentNode from) {
        final List<DocumentNode> paths = from.elements();
        final List<Source> sources = new ArrayList<>();
        paths.forEach(path -> rules.source(path).ifPresent(sources::add));
        final Optional<String> separator = node.text("join");
        if (separator.isEmpty() && node.has("skipEmpty")) {
            node.child("skipEmpty").orElseThrow().problem("has a meaning only beside 'join'");
        }

        final boolean skipEmpty = node.flag("skipEmpty");
        if (sources.isEmpty() || sources.size() < paths.size()) {
            if (paths.isEmpty()) {
                from.problem("needs at least one path");
            }

            return Optional.empty();
        }

        if (separator.isPresent()) {
            return Optional.of(new JoinSource(sources, separator.get(), skipEmpty, conventions.nullTokens()));
        }

        if (sources.size() > 1) {
            from.problem("several paths need 'join', the text between their values; for the first that has a value write 'coalesce(/a, /b)'");
            return Optional.empty();
        }

        return Optional.of(sources.getFirst());
    }

    private Optional<Source> constant(final DocumentNode constant) {
        final Object scalar = constant.scalar();
        if (scalar == null) {
            constant.problem("must be a text, a number, true or false; a field without a rule is null anyway");
        }

        return Optional.ofNullable(scalar).map(ConstantSource::new);
    }

    private Optional<Source> expression(final DocumentNode expression) {
        final Optional<String> text = expression.name();
        final Optional<String> problem = text.flatMap(rules.expressionCheck()::problem);
        problem.ifPresent(message -> expression.problem("is not an expression: " + message));
        try {
            return problem.isPresent() ? Optional.empty() : text.map(ExpressionSource::new);
        } catch (final IllegalArgumentException e) {
            expression.problem(e.getMessage());
            return Optional.empty();
        }
    }

    private Optional<ValueMap> valueMap(final DocumentNode valueMap) {
        if (valueMap.isObject()) {
            return Optional.of(ValueMapReader.read("of " + from(), valueMap));
        }

        final Optional<String> name = valueMap.name();
        final Set<String> known = new TreeSet<>(conventions.valueMaps().keySet());
        name.filter(text -> !known.contains(text)).ifPresent(text -> valueMap.problem(known.isEmpty()
                ? "unknown value map '%s'; the mapping has no 'valueMaps'".formatted(text)
                : "unknown value map '%s'%s".formatted(text, DocumentNode.suggestion(text, known))));
        return name.map(conventions.valueMaps()::get);
    }

    private Optional<Target> target(final TargetPath path, final Source source, final Optional<ValueMap> valueMap, final Optional<Conversion> type) {
        final Conversion conversion = type.or(() -> unsaid(source, valueMap)).orElse(null);
        final Object scalar = node.child("default").map(DocumentNode::scalar).orElse(null);
        final SlotType slotType;
        final Object defaultValue;
        if (conversion != null) {
            defaultValue = converted(conversion, scalar);
            slotType = new SlotType.Fixed(conversion.dataType());
        } else if (source instanceof final ConstantSource constant) {
            defaultValue = scalar;
            slotType = new SlotType.Fixed(ValueMapReader.type(constant.value()).getDataType());
        } else if (valueMap.isPresent()) {
            defaultValue = compatible(valueMap.get().dataType(), scalar);
            slotType = new SlotType.Fixed(valueMap.get().dataType());
        } else {
            defaultValue = scalar;
            slotType = new SlotType.Copied(source.copies(), scalar);
        }

        if (type.isPresent() && source instanceof final ConstantSource constant && valueMap.isEmpty()) {
            checkConstant(type.get(), constant.value());
        }

        return rules.slot(node, path, slotType).map(slot -> new Target(slot, path, conversion, defaultValue, node.flag("required")));
    }

    /** The conversion of a rule that says no type: none for a value that is copied or that a map or the document fixes. */
    private Optional<Conversion> unsaid(final Source source, final Optional<ValueMap> valueMap) {
        if (node.has("split")) {
            return Optional.of(node.child("to").filter(to -> to.isText()).isPresent() ? new ArrayConversion(new StringConversion()) : new StringConversion());
        }

        if (valueMap.isPresent()) {
            return valueMap.get().dataType().getFieldType() == RecordFieldType.STRING ? Optional.of(new StringConversion()) : Optional.empty();
        }

        final boolean asItIs = source instanceof ConstantSource || !source.copies().isEmpty();
        return asItIs ? Optional.empty() : Optional.of(new StringConversion());
    }

    private Object converted(final Conversion conversion, final Object scalar) {
        try {
            return scalar == null ? null : conversion.convert(scalar);
        } catch (final MappingFailure e) {
            node.child("default").orElseThrow().problem("is not of the rule's type: " + e.getMessage());
            return null;
        }
    }

    private Object compatible(final DataType type, final Object scalar) {
        if (scalar != null && !DataTypeUtils.isCompatibleDataType(scalar, type)) {
            node.child("default").orElseThrow().problem("is not of the type the value map gives, " + type.getFieldType().name().toLowerCase(Locale.ROOT));
        }

        return scalar;
    }

    private void checkConstant(final Conversion conversion, final Object constant) {
        try {
            conversion.convert(constant);
        } catch (final MappingFailure e) {
            node.child("constant").orElseThrow().problem("is not of the rule's type: " + e.getMessage());
        }
    }

    /** The source as a person reads it in an issue. */
    private String from() {
        return node.child("from").map(from -> from.elements().stream().filter(DocumentNode::isText).map(path -> path.text().orElseThrow())
                .collect(Collectors.joining(", "))).orElse(null);
    }
}
