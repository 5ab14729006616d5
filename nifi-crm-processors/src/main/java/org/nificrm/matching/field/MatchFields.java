package org.nificrm.matching.field;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The fields that take part in matching, in a fixed order. The values of a {@link SourceRecord} follow this order.
 */
public record MatchFields(List<MatchField> fields) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

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
     * @throws IllegalArgumentException naming every entry that cannot be used
     */
    public static MatchFields parse(final String json) {
        final JsonNode root;
        try {
            root = MAPPER.readTree(json);
        } catch (final JsonProcessingException e) {
            throw new IllegalArgumentException("Match Fields is not valid JSON: " + e.getOriginalMessage(), e);
        }

        if (!(root instanceof ObjectNode)) {
            throw new IllegalArgumentException("Match Fields must be a JSON object of record field to role");
        }

        final List<MatchField> fields = new ArrayList<>();
        final List<String> problems = new ArrayList<>();
        for (final Map.Entry<String, JsonNode> entry : root.properties()) {
            final Optional<Role> role = Role.of(entry.getValue().asText());
            role.ifPresentOrElse(known -> fields.add(new MatchField(entry.getKey(), known)),
                    () -> problems.add("field '%s' has unknown role '%s'".formatted(entry.getKey(), entry.getValue().asText())));
        }

        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("Match Fields: %s; use one of %s".formatted(String.join("; ", problems), Role.keys()));
        }

        return new MatchFields(fields);
    }

    /** @return the form {@link #parse(String)} reads */
    public String toJson() {
        final ObjectNode root = MAPPER.createObjectNode();
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
