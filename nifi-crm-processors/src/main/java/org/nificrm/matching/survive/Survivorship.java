package org.nificrm.matching.survive;

import org.nificrm.document.InvalidDocumentException;

import java.util.Collection;
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

    Survivorship(final String recency, final List<Rule> defaultRules, final Map<String, FieldPolicy> policies, final List<String> sourcePriority) {
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
     * @throws InvalidDocumentException with everything that is wrong with the document
     */
    public static Survivorship parse(final String json, final List<String> sourcePriority) {
        final SurvivorshipDocument document = new SurvivorshipDocument();
        document.read(DEFAULTS);
        if (json != null && !json.isBlank()) {
            document.read(json);
        }

        return document.survivorship(sourcePriority);
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
