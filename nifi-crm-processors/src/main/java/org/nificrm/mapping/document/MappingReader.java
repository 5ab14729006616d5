package org.nificrm.mapping.document;

import org.apache.nifi.serialization.record.RecordFieldType;
import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.ErrorPolicy;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.UnmappedPolicy;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.SlotType;
import org.nificrm.mapping.rule.Target;
import org.nificrm.mapping.rule.TargetPath;
import org.nificrm.mapping.rule.TargetShape;
import org.nificrm.mapping.rule.ValueRule;
import org.nificrm.mapping.source.ConstantSource;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Source;
import org.nificrm.mapping.value.NullTokens;
import org.nificrm.mapping.value.StringConversion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads one mapping of a document. */
final class MappingReader {

    private static final Pattern CAMEL_CASE = Pattern.compile("\\p{Ll}\\p{Lu}");
    private static final int NO_SLOT = -1;

    private final ExpressionCheck expressionCheck;

    MappingReader(final ExpressionCheck expressionCheck) {
        this.expressionCheck = expressionCheck;
    }

    /** @param added rules from outside the document */
    Optional<Mapping> read(final DocumentNode node, final List<DocumentNode> added) {
        if (!node.isObject()) {
            node.problem("must be an object with 'fields'");
            return Optional.empty();
        }

        node.allow("name", "version", "sourceSystem", "sourceKey", "identifiedBy", "unmapped", "onError", "locale", "timeZone",
                "valueMaps", "formats", "stamp", "fields");
        final List<DocumentNode> fields = fields(node, added);
        final Set<String> targets = topLevelTargets(fields);
        final TargetShape shape = new TargetShape();
        final RulesReader reader = new RulesReader(Conventions.read(node), expressionCheck, shape);
        final List<Rule> rules = new ArrayList<>();
        final String name = node.child("name").flatMap(DocumentNode::name).or(() -> node.text("sourceSystem")).orElse("mapping");
        final String version = node.child("version").flatMap(DocumentNode::label).orElse("1");

        final int sourceSystemSlot = stampSourceSystem(node, targets, shape);
        stampSourceId(node, targets, reader).ifPresent(rules::add);
        stampConstant(node, "mappingName", name, targets, shape).ifPresent(rules::add);
        stampConstant(node, "mappingVersion", version, targets, shape).ifPresent(rules::add);
        fields.forEach(reader::read);
        rules.addAll(reader.rules());

        final UnmappedPolicy unmapped = Words.read(node, "unmapped", UnmappedPolicy.values(), UnmappedPolicy.KEEP_IN_EXTRA);
        final ErrorPolicy onError = Words.read(node, "onError", ErrorPolicy.values(), ErrorPolicy.COLLECT);
        return Optional.of(new Mapping(name, version, node.child("sourceSystem").flatMap(DocumentNode::name).orElse(null), identifiedBy(node),
                unmapped, onError, rules, shape, sourceSystemSlot, extra(node, targets, unmapped, shape)));
    }

    private static List<DocumentNode> fields(final DocumentNode node, final List<DocumentNode> added) {
        final List<DocumentNode> fields = new ArrayList<>();
        node.child("fields").ifPresent(child -> {
            if (child.isArray()) {
                fields.addAll(child.elements());
            } else {
                child.problem("must be a list of rules");
            }
        });
        fields.addAll(added);
        if (fields.isEmpty()) {
            node.problem("needs 'fields', a list of rules with at least one");
        }

        return fields;
    }

    /** Names of the top-level fields that rules set; mistakes in them are noted when the rules themselves are read. */
    private static Set<String> topLevelTargets(final List<DocumentNode> fields) {
        final Set<String> names = new HashSet<>();
        for (final DocumentNode field : fields) {
            field.child("to").ifPresent(to -> (to.isObject() ? to.members().values() : to.elements()).stream()
                    .filter(DocumentNode::isText).flatMap(path -> path.text().flatMap(TargetPath::parse).stream())
                    .forEach(path -> names.add(path.names().getFirst())));
        }

        return names;
    }

    /** The stamp's field: as {@code stamp} says, else in the case that the document's own fields are written in. */
    private static TargetPath stampField(final DocumentNode node, final String camelCase, final String snakeCase, final Set<String> targets) {
        final boolean camel = targets.stream().anyMatch(CAMEL_CASE.asPredicate()) && targets.stream().noneMatch(name -> name.contains("_"));
        final String conventional = camel ? camelCase : snakeCase;
        return TargetPath.of(node.child("stamp").flatMap(stamp -> stamp.child(camelCase)).flatMap(DocumentNode::name)
                .map(name -> name.startsWith("/") ? name.substring(1) : name).orElse(conventional));
    }

    private static int stampSourceSystem(final DocumentNode node, final Set<String> targets, final TargetShape shape) {
        node.child("stamp").ifPresent(stamp -> stamp.allow("sourceSystem", "sourceId", "mappingName", "mappingVersion"));
        final TargetPath field = stampField(node, "sourceSystem", "source_system", targets);
        return targets.contains(field.lastName()) ? NO_SLOT : shape.add(field, new SlotType.Fixed(RecordFieldType.STRING.getDataType()));
    }

    private static Optional<Rule> stampSourceId(final DocumentNode node, final Set<String> targets, final RulesReader reader) {
        final TargetPath field = stampField(node, "sourceId", "source_id", targets);
        final Optional<Source> source = node.child("sourceKey").flatMap(reader::source);
        if (source.isEmpty() || targets.contains(field.lastName())) {
            return Optional.empty();
        }

        final StringConversion text = new StringConversion();
        final int slot = reader.shape().add(field, new SlotType.Fixed(text.dataType()));
        return Optional.of(new ValueRule(null, source.get(), node.text("sourceKey").orElseThrow(), reader.conventions().nullTokens(), null, null,
                List.of(new Target(slot, field, text, null, true))));
    }

    private Optional<Rule> stampConstant(final DocumentNode node, final String stamp, final String value, final Set<String> targets, final TargetShape shape) {
        if (node.child("stamp").filter(stamps -> stamps.has(stamp)).isEmpty()) {
            return Optional.empty();
        }

        final TargetPath field = stampField(node, stamp, stamp, targets);
        final StringConversion text = new StringConversion();
        final int slot = shape.add(field, new SlotType.Fixed(text.dataType()));
        return Optional.of(new ValueRule(null, new ConstantSource(value), null, new NullTokens(List.of()), null, null,
                List.of(new Target(slot, field, text, null, false))));
    }

    private static List<FieldPath> identifiedBy(final DocumentNode node) {
        final List<FieldPath> paths = new ArrayList<>();
        node.child("identifiedBy").ifPresent(child -> child.elements().forEach(element -> {
            final Optional<FieldPath> path = element.name().flatMap(FieldPath::parse);
            path.ifPresent(paths::add);
            if (path.isEmpty()) {
                element.problem("must be a path to a field, for example '/CustID'");
            }
        }));
        return paths;
    }

    private static int extra(final DocumentNode node, final Set<String> targets, final UnmappedPolicy unmapped, final TargetShape shape) {
        if (!targets.contains(Mapping.EXTRA)) {
            return shape.add(TargetPath.of(Mapping.EXTRA), new SlotType.Fixed(RecordFieldType.MAP.getMapDataType(RecordFieldType.STRING.getDataType())));
        }

        if (unmapped == UnmappedPolicy.KEEP_IN_EXTRA) {
            node.child("unmapped").orElse(node).problem("unmapped fields are kept in 'extra', which a rule sets as well; set 'unmapped' to another policy or rename that field");
        }

        return NO_SLOT;
    }
}
