package org.nificrm.matching.field;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.nificrm.document.DocumentObject;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The fields that take part in matching, in a fixed order. The values of a {@link SourceRecord} follow this order.
 */
public record MatchFields(List<MatchField> fields) {
    private static final MatchFields CUSTOMER = new MatchFields(List.of(
            new MatchField("source_system", Role.SOURCE),
            new MatchField("first_name", Role.GIVEN_NAME),
            new MatchField("last_name", Role.SURNAME),
            new MatchField("full_name", Role.FULL_NAME),
            new MatchField("birth_date", Role.BIRTH_DATE),
            new MatchField("national_id", Role.NATIONAL_ID),
            new MatchField("tax_id", Role.TAX_ID),
            new MatchField("email", Role.EMAIL),
            new MatchField("emails", Role.EMAIL),
            new MatchField("phone", Role.PHONE),
            new MatchField("mobile", Role.PHONE),
            new MatchField("phones", Role.PHONE),
            new MatchField("address_line1", Role.STREET),
            new MatchField("address_line2", Role.STREET),
            new MatchField("city", Role.CITY),
            new MatchField("postal_code", Role.POSTAL_CODE),
            new MatchField("region", Role.REGION),
            new MatchField("country", Role.COUNTRY),
            new MatchField("company_name", Role.COMPANY)));

    public MatchFields {
        if (fields.isEmpty()) {
            throw new IllegalArgumentException("Match Fields names no field; map at least one record field to a role");
        }

        fields = List.copyOf(fields);
    }

    /** @return the fields of the customer schema */
    public static MatchFields customer() {
        return CUSTOMER;
    }

    /**
     * Reads {@code {"record field": "role", ...}}.
     *
     * @throws InvalidDocumentException with every entry that cannot be used
     */
    public static MatchFields parse(final String json) {
        final List<DocumentProblem> problems = new ArrayList<>();
        final DocumentObject document = DocumentObject.root(Documents.parse(json), problems);
        final List<MatchField> fields = new ArrayList<>();
        document.textMap().forEach((name, role) -> {
            try {
                fields.add(new MatchField(name, Role.require(role)));
            } catch (final IllegalArgumentException e) {
                document.problem(name, e.getMessage());
            }
        });
        if (!problems.isEmpty()) {
            throw new InvalidDocumentException(problems);
        }

        return new MatchFields(fields);
    }

    /** @return the form {@link #parse(String)} reads */
    public String toJson() {
        final ObjectNode root = JsonNodeFactory.instance.objectNode();
        fields.forEach(field -> root.put(field.name(), field.role().key()));
        return root.toString();
    }

    public int size() {
        return fields.size();
    }

    /** @return positions of the fields with this role, in order */
    public int[] positions(final Role role) {
        return IntStream.range(0, fields.size()).filter(position -> fields.get(position).role() == role).toArray();
    }

    public boolean has(final Role role) {
        return fields.stream().anyMatch(field -> field.role() == role);
    }
}
