package org.nificrm.mapping.document;

import org.nificrm.document.DocumentNode;
import org.nificrm.mapping.rule.ForEachRule;
import org.nificrm.mapping.rule.Rule;
import org.nificrm.mapping.rule.SlotType;
import org.nificrm.mapping.rule.Target;
import org.nificrm.mapping.rule.TargetPath;
import org.nificrm.mapping.rule.TargetShape;
import org.nificrm.mapping.source.Condition;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Source;
import org.nificrm.mapping.source.Sources;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the rules of one list of fields into one target shape. */
final class RulesReader {

    private final Conventions conventions;
    private final ExpressionCheck expressionCheck;
    private final TargetShape shape;
    private final List<Rule> rules = new ArrayList<>();
    /** Targets that have a rule without a condition, after which no other rule is ever asked. */
    private final Map<TargetPath, DocumentNode> settled = new HashMap<>();

    RulesReader(final Conventions conventions, final ExpressionCheck expressionCheck, final TargetShape shape) {
        this.conventions = conventions;
        this.expressionCheck = expressionCheck;
        this.shape = shape;
    }

    Conventions conventions() {
        return conventions;
    }

    ExpressionCheck expressionCheck() {
        return expressionCheck;
    }

    /** Reads one rule; what is wrong with it is noted, and it is left out. */
    void read(final DocumentNode node) {
        if (!node.isObject()) {
            node.problem("must be an object with 'to' and a source");
        } else if (node.has("forEach")) {
            forEach(node).ifPresent(rules::add);
        } else if (node.has("items")) {
            new ItemsReader(this, node).read().ifPresent(rules::add);
        } else {
            new ValueRuleReader(this, node).read().ifPresent(rules::add);
        }
    }

    private Optional<Rule> forEach(final DocumentNode node) {
        node.allow("to", "forEach", "fields", "when", "required");
        final Optional<FieldPath> each = node.child("forEach").flatMap(RulesReader::elementPath);
        final TargetShape elementShape = new TargetShape();
        final RulesReader elementReader = new RulesReader(conventions, expressionCheck, elementShape);
        if (node.child("fields").filter(DocumentNode::isArray).isEmpty()) {
            node.problem("needs 'fields', a list of rules for each element");
        }

        node.child("fields").filter(DocumentNode::isArray).ifPresent(fields -> fields.elements().forEach(elementReader::read));
        final Optional<Condition> when = condition(node);
        return each.flatMap(path -> target(node)
                .flatMap(target -> slot(node, target, new SlotType.Elements(path, elementShape))
                        .map(slot -> new ForEachRule(when.orElse(null), path, elementReader.rules(), new Target(slot, target, null, null, node.flag("required"))))));
    }

    private static Optional<FieldPath> elementPath(final DocumentNode node) {
        final Optional<FieldPath> path = node.name().flatMap(FieldPath::parse);
        if (path.isEmpty()) {
            node.problem("must be a path to a list, for example '/OrderList[*]'");
        }

        return path;
    }

    /** The one target of a rule. */
    Optional<TargetPath> target(final DocumentNode rule) {
        final Optional<DocumentNode> to = rule.child("to");
        if (to.isEmpty()) {
            rule.problem("needs 'to', the field to set");
        }

        return to.flatMap(RulesReader::targetPath);
    }

    static Optional<TargetPath> targetPath(final DocumentNode to) {
        final Optional<String> text = to.name();
        final Optional<TargetPath> path = text.flatMap(TargetPath::parse);
        if (text.isPresent() && path.isEmpty()) {
            to.problem("'%s' is not a target field; write a path of names such as '/address/city'".formatted(text.get()));
        }

        return path;
    }

    /** Takes the target's place in the shape. */
    Optional<Integer> slot(final DocumentNode rule, final TargetPath target, final SlotType type) {
        final DocumentNode to = rule.child("to").orElse(rule);
        if (settled.containsKey(target)) {
            to.problem(rule.has("when")
                    ? "the rule for '%s' without 'when' stands before this one, which is therefore never asked; put it last".formatted(target)
                    : "two rules set '%s'; give them different conditions in 'when', or remove one".formatted(target));
            return Optional.empty();
        }

        if (!rule.has("when")) {
            settled.put(target, rule);
        }

        try {
            return Optional.of(shape.add(target, type));
        } catch (final IllegalArgumentException e) {
            to.problem(e.getMessage());
            return Optional.empty();
        }
    }

    /** The rule's condition, if it has one. */
    Optional<Condition> condition(final DocumentNode node) {
        return node.child("when").flatMap(when -> when.name().flatMap(text -> {
            try {
                checkPath(text);
                return Optional.of(Condition.compile(text));
            } catch (final IllegalArgumentException e) {
                when.problem("is not a condition: %s; write for example \"/Type[. = 'B']\"".formatted(e.getMessage()));
                return Optional.empty();
            }
        }));
    }

    /** The source that a path in the document names. */
    Optional<Source> source(final DocumentNode path) {
        return path.name().flatMap(text -> {
            try {
                checkPath(text);
                return Optional.of(Sources.of(text, conventions.nullTokens()));
            } catch (final IllegalArgumentException e) {
                path.problem("'%s' is not a path: %s".formatted(text, e.getMessage()));
                return Optional.empty();
            }
        });
    }

    private static void checkPath(final String text) {
        if (text.strip().matches("[\\p{L}\\p{N}_\\- ]+")) {
            throw new IllegalArgumentException("a path starts with '/', as in '/%s'".formatted(text.strip()));
        }
    }

    List<Rule> rules() {
        return rules;
    }

    TargetShape shape() {
        return shape;
    }
}
