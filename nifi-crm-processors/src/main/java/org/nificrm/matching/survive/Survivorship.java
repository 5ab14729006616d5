package org.nificrm.matching.survive;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Which value survives, field by field. The document:
 * <pre>
 * {
 *   "recency":  "updated_at",
 *   "default":  ["source_priority", "most_recent", "most_frequent", "longest"],
 *   "groups":   {"address": {"fields": ["address_line1", "city"], "rules": ["most_complete", "most_recent"]}},
 *   "fields":   {"email": ["valid", "most_recent"], "status": {"rules": ["order"], "order": ["active", "lead"]}}
 * }
 * </pre>
 * Each part may be left out; what it would say is then taken from the defaults of the customer schema.
 */
public final class Survivorship {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String DEFAULTS = """
            {
              "recency": "updated_at",
              "default": ["source_priority", "most_recent", "most_frequent", "longest"],
              "groups": {
                "name": {
                  "fields": ["title", "first_name", "middle_name", "last_name", "name_suffix", "full_name"],
                  "rules": ["source_priority", "most_frequent", "most_complete", "most_recent", "longest"]
                },
                "address": {
                  "fields": ["address_line1", "address_line2", "district", "city", "region", "postal_code", "country"],
                  "rules": ["source_priority", "most_complete", "most_recent", "most_frequent"]
                }
              },
              "fields": {
                "company_name": ["source_priority", "most_frequent", "longest", "most_recent"],
                "email": ["valid", "source_priority", "most_recent", "most_frequent"],
                "phone": ["valid", "source_priority", "most_recent", "most_frequent"],
                "mobile": ["valid", "source_priority", "most_recent", "most_frequent"],
                "birth_date": ["most_frequent", "source_priority", "most_recent"],
                "national_id": ["valid", "most_frequent", "source_priority", "most_recent"],
                "tax_id": ["valid", "most_frequent", "source_priority", "most_recent"],
                "created_at": ["least"],
                "updated_at": ["greatest"],
                "emails": ["all"],
                "phones": ["all"],
                "addresses": ["all"]
              }
            }
            """;

    private final String recency;
    private final List<Rule> defaultRules;
    private final Map<String, FieldPolicy> policies;
    private final List<String> sourcePriority;

    private Survivorship(final String recency, final List<Rule> defaultRules, final Map<String, FieldPolicy> policies,
            final List<String> sourcePriority) {
        this.recency = recency;
        this.defaultRules = defaultRules;
        this.policies = policies;
        this.sourcePriority = sourcePriority;
    }

    /**
     * Reads a configuration.
     *
     * @param json           the document, blank for the defaults
     * @param sourcePriority source systems, the most trusted first; may be empty
     * @throws IllegalArgumentException naming everything that is wrong with the document
     */
    public static Survivorship parse(final String json, final List<String> sourcePriority) {
        final List<String> problems = new ArrayList<>();
        final JsonNode given = json == null || json.isBlank() ? MAPPER.createObjectNode() : tree(json, problems);
        final JsonNode defaults = tree(DEFAULTS, problems);
        for (final Map.Entry<String, JsonNode> entry : given.properties()) {
            final String name = entry.getKey();
            if (!defaults.has(name)) {
                problems.add("'%s' is not known; use recency, default, groups or fields".formatted(name));
            }
        }

        final Map<String, FieldPolicy> policies = new HashMap<>();
        readPolicies(defaults, policies, problems);
        readPolicies(given, policies, problems);
        final List<Rule> defaultRules = rules("default", (given.has("default") ? given : defaults).path("default"), problems);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Survivorship: " + String.join("; ", problems));
        }

        return new Survivorship(given.path("recency").asText(defaults.path("recency").asText()), defaultRules, policies,
                List.copyOf(sourcePriority));
    }

    private static JsonNode tree(final String json, final List<String> problems) {
        try {
            final JsonNode root = MAPPER.readTree(json);
            if (root.isObject()) {
                return root;
            }

            problems.add("the document must be a JSON object");
        } catch (final JsonProcessingException e) {
            problems.add("the document is not valid JSON: " + e.getOriginalMessage());
        }

        return MAPPER.createObjectNode();
    }

    private static void readPolicies(final JsonNode root, final Map<String, FieldPolicy> policies, final List<String> problems) {
        for (final Map.Entry<String, JsonNode> entry : root.path("groups").properties()) {
            final List<String> fields = texts(entry.getValue().path("fields"));
            if (fields.isEmpty()) {
                problems.add("group '%s' names no fields".formatted(entry.getKey()));
            }

            put(new FieldPolicy(fields, rules(entry.getKey(), entry.getValue().path("rules"), problems), texts(entry.getValue().path("order"))),
                    policies);
        }

        for (final Map.Entry<String, JsonNode> entry : root.path("fields").properties()) {
            final JsonNode rules = entry.getValue().isArray() ? entry.getValue() : entry.getValue().path("rules");
            put(new FieldPolicy(List.of(entry.getKey()), rules(entry.getKey(), rules, problems), texts(entry.getValue().path("order"))), policies);
        }
    }

    /** A later policy takes its fields out of the groups they were in. */
    private static void put(final FieldPolicy policy, final Map<String, FieldPolicy> policies) {
        for (final String field : policy.fields()) {
            final FieldPolicy former = policies.get(field);
            if (former != null) {
                final List<String> others = former.fields().stream().filter(other -> !policy.fields().contains(other)).toList();
                others.forEach(other -> policies.put(other, new FieldPolicy(others, former.rules(), former.order())));
            }
        }

        policy.fields().forEach(field -> policies.put(field, policy));
    }

    private static List<Rule> rules(final String name, final JsonNode node, final List<String> problems) {
        final List<Rule> rules = new ArrayList<>();
        for (final String key : texts(node)) {
            Rule.of(key).ifPresentOrElse(rules::add,
                    () -> problems.add("'%s' has unknown rule '%s', use some of %s".formatted(name, key, Rule.keys())));
        }

        if (rules.isEmpty()) {
            problems.add("'%s' needs a list of rules".formatted(name));
        }

        return rules;
    }

    private static List<String> texts(final JsonNode node) {
        final List<String> texts = new ArrayList<>();
        node.forEach(element -> texts.add(element.asText()));
        return texts;
    }

    /** @return the field that says when a record was updated */
    String recency() {
        return recency;
    }

    List<String> sourcePriority() {
        return sourcePriority;
    }

    /** @return the policies that together cover these fields, in the order of the fields */
    Collection<FieldPolicy> policies(final Collection<String> fields) {
        final Map<String, FieldPolicy> chosen = new LinkedHashMap<>();
        for (final String field : fields) {
            final FieldPolicy policy = policies.getOrDefault(field, new FieldPolicy(List.of(field), defaultRules, List.of()));
            chosen.putIfAbsent(policy.fields().getFirst(), policy);
        }

        return chosen.values();
    }
}
