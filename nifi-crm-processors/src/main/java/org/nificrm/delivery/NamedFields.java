package org.nificrm.delivery;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Whether the CRM has the fields that the settings name besides key and timestamp. */
public final class NamedFields {

    private NamedFields() {
    }

    /** Findings about what is configured; none if nothing is. Reads only. */
    public static List<Finding> examine(final CrmClient client, final DeliverySettings settings) throws CrmException {
        final List<Finding> findings = new ArrayList<>();
        final Set<String> fields = new LinkedHashSet<>(settings.target().names().recordFields().keySet());
        settings.supersession().ifPresent(supersession -> fields.addAll(supersession.fields()));
        if (!fields.isEmpty()) {
            findings.add(existence(client, fields));
        }

        if (settings.supersession().filter(supersession -> supersession.treatment() == SupersededRecords.DELETE).isPresent()
                && !client.capabilities().supportsDelete()) {
            findings.add(Finding.failed("Superseded records can be retired", "This CRM deletes no records. Mark superseded records instead"));
        }

        return findings;
    }

    private static Finding existence(final CrmClient client, final Set<String> fields) throws CrmException {
        final String step = "Named fields exist";
        final List<String> missing = new ArrayList<>();
        for (final String field : fields) {
            if (!client.hasField(field)) {
                missing.add(field);
            }
        }

        return missing.isEmpty()
                ? Finding.passed(step, "The CRM has " + String.join(", ", fields))
                : Finding.failed(step, "The CRM has no %s. Create what is missing, or correct the name".formatted(String.join(", ", missing)));
    }
}
