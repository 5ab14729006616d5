package org.nificrm.delivery;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * How the CRM's records that were merged into another are retired. They are retired after the record that takes their place
 * has arrived, and only if they are not newer than it.
 *
 * @param idsField       field of a record that lists the match keys of those it supersedes
 * @param treatment      what becomes of them
 * @param marks          for {@code MARK}: values by field of the CRM; null clears
 * @param successorField for {@code MARK}: field of the CRM that gets the match key of the record that took their place, and is
 *                       blank in every other record
 */
public record Supersession(String idsField, SupersededRecords treatment, Map<String, Object> marks, Optional<String> successorField) {

    public Supersession {
        Objects.requireNonNull(idsField, "idsField");
        Objects.requireNonNull(treatment, "treatment");
        marks = Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        if (treatment == SupersededRecords.MARK && marks.isEmpty() && successorField.isEmpty()) {
            throw new IllegalArgumentException("marking superseded records requires Superseded Values, a Successor Field or both");
        }
    }

    /** The fields of the CRM that are written when a record is retired. */
    public Set<String> fields() {
        final Set<String> fields = new LinkedHashSet<>(marks.keySet());
        successorField.ifPresent(fields::add);
        return fields;
    }
}
