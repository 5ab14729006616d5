package org.nificrm.processors;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.nificrm.delivery.SupersededRecords;
import org.nificrm.delivery.Supersession;
import org.nificrm.delivery.WriteMode;
import org.nificrm.document.Documents;
import org.nificrm.document.InvalidDocumentException;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of {@link PutCrmCustomer} that say how superseded records are retired. */
final class SupersessionProperties {

    private SupersessionProperties() {
    }

    static Optional<Supersession> read(final PropertyContext context) {
        final WriteMode mode = context.getProperty(DeliveryProperties.WRITE_MODE).asAllowableValue(WriteMode.class);
        final SupersededRecords treatment = context.getProperty(DeliveryProperties.SUPERSEDED_RECORDS).asAllowableValue(SupersededRecords.class);
        if (treatment == SupersededRecords.IGNORE || mode != WriteMode.UPSERT && mode != WriteMode.UPDATE_ONLY) {
            return Optional.empty();
        }

        return Optional.of(new Supersession(
                context.getProperty(DeliveryProperties.SUPERSEDED_IDS_FIELD).getValue().strip(),
                treatment,
                values(context.getProperty(DeliveryProperties.SUPERSEDED_VALUES).getValue()),
                Optional.ofNullable(context.getProperty(DeliveryProperties.SUCCESSOR_FIELD).getValue()).map(String::strip)));
    }

    private static Map<String, Object> values(final String json) {
        final Map<String, Object> values = new LinkedHashMap<>();
        if (json != null) {
            Documents.parse(json).properties().forEach(field -> values.put(field.getKey(), value(field.getValue())));
        }

        return values;
    }

    private static Object value(final JsonNode node) {
        return switch (node.getNodeType()) {
            case NULL -> null;
            case BOOLEAN -> node.booleanValue();
            case NUMBER -> node.numberValue();
            default -> node.textValue();
        };
    }

    /** Whether this is a JSON object of plain values. */
    static boolean isValues(final String json) {
        try {
            return Documents.parse(json).properties().stream().allMatch(field -> field.getValue().isValueNode());
        } catch (final InvalidDocumentException e) {
            return false;
        }
    }

    static Collection<ValidationResult> validate(final ValidationContext context) {
        final Optional<Supersession> supersession;
        try {
            supersession = read(context);
        } catch (final IllegalArgumentException e) {
            return List.of(problem(DeliveryProperties.SUPERSEDED_RECORDS.getName(), e.getMessage()));
        }

        final String keyFields = context.getProperty(DeliveryProperties.MATCH_KEY_FIELDS).getValue();
        return supersession.isPresent() && keyFields != null && keyFields.contains(",") && !context.isExpressionLanguagePresent(keyFields)
                ? List.of(problem(DeliveryProperties.MATCH_KEY_FIELDS.getName(),
                        "retiring superseded records requires a single field, that of their ids, for example golden_id"))
                : List.of();
    }

    private static ValidationResult problem(final String subject, final String explanation) {
        return new ValidationResult.Builder().subject(subject).valid(false).explanation(explanation).build();
    }
}
