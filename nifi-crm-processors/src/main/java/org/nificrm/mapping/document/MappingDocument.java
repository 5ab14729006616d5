package org.nificrm.mapping.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.document.DocumentNode;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.MappingPlan;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A mapping document: one mapping, an object with the key {@code mapping}, or one with a list {@code mappings}. What stands
 * beside those two keys is documentation. A key given twice is a mistake, never decided silently.
 */
public final class MappingDocument {

    private final ExpressionCheck expressionCheck;
    private final List<DocumentProblem> problems = new ArrayList<>();

    private MappingDocument(final ExpressionCheck expressionCheck) {
        this.expressionCheck = expressionCheck;
    }

    /**
     * Compiles a document.
     *
     * @throws InvalidDocumentException with every mistake in it
     */
    public static MappingPlan compile(final String json, final ExpressionCheck expressionCheck) {
        return compile(json, Map.of(), expressionCheck);
    }

    /**
     * Compiles a document and short rules beside it.
     *
     * @param json       the document, or null if there are only short rules
     * @param shortRules target field and path or expression, added to every mapping of the document
     * @throws InvalidDocumentException with every mistake in both
     */
    public static MappingPlan compile(final String json, final Map<String, String> shortRules, final ExpressionCheck expressionCheck) {
        final MappingDocument document = new MappingDocument(expressionCheck);
        final List<Mapping> mappings = document.read(json == null ? JsonNodeFactory.instance.objectNode() : Documents.parse(json), shortRules);
        if (!document.problems.isEmpty()) {
            throw new InvalidDocumentException(document.problems);
        }

        return new MappingPlan(mappings);
    }

    private List<Mapping> read(final JsonNode json, final Map<String, String> shortRules) {
        final DocumentNode root = new DocumentNode(json, "", problems);
        final List<DocumentNode> nodes;
        if (root.has("mappings")) {
            nodes = root.child("mappings").orElseThrow().elements();
        } else {
            nodes = List.of(root.child("mapping").orElse(root));
        }

        if (nodes.isEmpty()) {
            root.child("mappings").orElseThrow().problem("needs at least one mapping");
        }

        final List<DocumentNode> added = shortRules.entrySet().stream().map(rule -> shortRule(rule.getKey(), rule.getValue())).toList();
        final List<Mapping> mappings = new ArrayList<>();
        for (final DocumentNode node : nodes) {
            new MappingReader(expressionCheck).read(node, added).ifPresent(mappings::add);
        }

        refuseTwins(root, mappings);
        return mappings;
    }

    private DocumentNode shortRule(final String target, final String value) {
        final ObjectNode rule = JsonNodeFactory.instance.objectNode();
        rule.put("to", target.startsWith("/") ? target : "/" + target);
        rule.put(isPath(value) ? "from" : "expression", value);
        return new DocumentNode(rule, "property '" + target + "'", problems);
    }

    /** A path or a function of RecordPath; an expression, or text around one, is anything else. */
    private static boolean isPath(final String value) {
        return !value.contains("${") && (value.startsWith("/") || value.startsWith("./") || value.matches("[A-Za-z0-9]+\\(.*\\)"));
    }

    private static void refuseTwins(final DocumentNode root, final List<Mapping> mappings) {
        final Set<String> known = new HashSet<>();
        for (final Mapping mapping : mappings) {
            final String source = mapping.sourceSystem() == null ? mapping.name() : mapping.sourceSystem();
            if (!known.add(source)) {
                root.child("mappings").orElse(root).problem("two mappings are for source '%s'; give each its own 'sourceSystem'".formatted(source));
            }
        }
    }
}
