package org.nificrm.delivery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * How fields of records are named in the CRM.
 *
 * @param recordFields by field of the CRM the field of the record that it takes; all others have one name on both sides
 */
public record FieldNames(Map<String, String> recordFields) {

    public static final FieldNames SAME = new FieldNames(Map.of());

    public FieldNames {
        recordFields = Map.copyOf(recordFields);
    }

    /** The fields of the CRM that take this field of a record; none if its own name is that of a field which takes another. */
    public List<String> inCrm(final String recordField) {
        final List<String> names = new ArrayList<>();
        recordFields.forEach((crmField, taken) -> {
            if (taken.equals(recordField)) {
                names.add(crmField);
            }
        });
        if (names.isEmpty() && !isGiven(recordField)) {
            names.add(recordField);
        }

        return names;
    }

    /**
     * The one field of the CRM that takes this field of a record.
     *
     * @throws IllegalArgumentException if there is none, or several
     */
    public String onlyInCrm(final String recordField) {
        final List<String> names = inCrm(recordField);
        if (names.size() != 1) {
            throw new IllegalArgumentException("field '%s' requires that exactly one field of the CRM takes it".formatted(recordField));
        }

        return names.getFirst();
    }

    /** Whether it was said what this field of the CRM takes. */
    public boolean isGiven(final String crmField) {
        return recordFields.containsKey(crmField);
    }
}
