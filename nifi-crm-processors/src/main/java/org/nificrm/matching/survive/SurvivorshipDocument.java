package org.nificrm.matching.survive;

import com.fasterxml.jackson.databind.JsonNode;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads documents about survivorship, each over the ones before it. */
final class SurvivorshipDocument {

    private final Map<String, FieldPolicy> policies = new HashMap<>();
    private String recency;
    private List<Rule> defaultRules;

    /** @throws InvalidDocumentException with everything that is wrong with the document */
    void read(final String json) {
        final List<DocumentProblem> problems = new ArrayList<>();
        try (DocumentObject root = DocumentObject.root(Documents.parse(json), problems)) {
            recency = root.text("recency").orElse(recency);
            defaultRules = root.has("default") ? rules(root, "default") : defaultRules;
            readGroups(root.object("groups"));
            readFields(root.object("fields"));
        }

        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }
    }

    private void readGroups(final DocumentObject groups) {
        for (final String name : groups.keys()) {
            try (DocumentObject group = groups.object(name)) {
                final List<String> fields = group.texts("fields");
                if (fields.isEmpty()) {
                    group.problem("fields", "must name the fields that stay together");
                }

                put(new FieldPolicy(fields, rules(group, "rules"), group.texts("order")));
            }
        }
    }

    private void readFields(final DocumentObject fields) {
        for (final String name : fields.keys()) {
            if (fields.json(name).filter(JsonNode::isObject).isPresent()) {
                try (DocumentObject field = fields.object(name)) {
                    put(new FieldPolicy(List.of(name), rules(field, "rules"), field.texts("order")));
                }
            } else {
                put(new FieldPolicy(List.of(name), rules(fields, name), List.of()));
            }
        }
    }

    private static List<Rule> rules(final DocumentObject object, final String key) {
        final List<Rule> rules = object.convert(key, Rule::require);
        if (rules.isEmpty()) {
            object.problem(key, "must be a list of rules");
        }

        return rules;
    }

    /** A later policy takes its fields out of the groups they were in. */
    private void put(final FieldPolicy policy) {
        for (final String field : policy.fields()) {
            final FieldPolicy former = policies.get(field);
            if (former != null) {
                final List<String> others = former.fields().stream().filter(other -> !policy.fields().contains(other)).toList();
                others.forEach(other -> policies.put(other, new FieldPolicy(others, former.rules(), former.order())));
            }
        }

        policy.fields().forEach(field -> policies.put(field, policy));
    }

    /** What the documents say together. */
    Survivorship survivorship(final List<String> sourcePriority) {
        return new Survivorship(recency, defaultRules, Map.copyOf(policies), List.copyOf(sourcePriority));
    }
}
