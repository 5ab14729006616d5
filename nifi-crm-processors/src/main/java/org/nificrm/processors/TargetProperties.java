package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.FieldNames;
import org.nificrm.delivery.Target;
import org.nificrm.services.CrmClientService;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the processors that meet a CRM have in common: its client and object, the match key, and the names of fields on both sides. */
final class TargetProperties {

    private static final String CRM_CLIENT = "CRM Client";

    static final PropertyDescriptor CRM_OBJECT = new PropertyDescriptor.Builder()
            .name("CRM Object")
            .description("What the records are in the CRM: the name of a table, with or without its schema, of an sObject, a module or an entity")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .required(true)
            .build();

    private TargetProperties() {
    }

    static PropertyDescriptor crmClient(final String description) {
        return new PropertyDescriptor.Builder()
                .name(CRM_CLIENT)
                .description(description)
                .identifiesControllerService(CrmClientService.class)
                .required(true)
                .build();
    }

    static PropertyDescriptor matchKeyFields(final String description) {
        return new PropertyDescriptor.Builder()
                .name("Match Key Fields")
                .description(description)
                .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
                .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
                .defaultValue(CustomerSchema.SOURCE_SYSTEM + ", " + CustomerSchema.SOURCE_ID)
                .required(true)
                .build();
    }

    static PropertyDescriptor batchSize(final String description) {
        return new PropertyDescriptor.Builder()
                .name("Batch Size")
                .description(description)
                .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
                .defaultValue("1000")
                .required(true)
                .build();
    }

    static PropertyDescriptor maximumAttempts(final String description) {
        return new PropertyDescriptor.Builder()
                .name("Maximum Attempts")
                .description(description)
                .addValidator(StandardValidators.createLongValidator(1, 100, true))
                .defaultValue("5")
                .required(true)
                .build();
    }

    static CrmClient open(final ProcessContext context, final Target target, final Map<String, String> attributes) throws CrmException {
        return context.getProperty(CRM_CLIENT).asControllerService(CrmClientService.class).open(target, attributes);
    }

    /** A dynamic property: the CRM's field is its name, the record's its value. */
    static PropertyDescriptor crmField(final String name) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description("Field of the record that the CRM's field '%s' takes".formatted(name))
                .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
                .dynamic(true)
                .build();
    }

    /** The names that the dynamic properties give. */
    static FieldNames fieldNames(final ProcessContext context) {
        final Map<String, String> recordFields = new HashMap<>();
        context.getProperties().forEach((property, value) -> {
            if (property.isDynamic()) {
                recordFields.put(property.getName(), value.strip());
            }
        });
        return new FieldNames(recordFields);
    }

    /** Names separated by commas; none if the property is not set. */
    static List<String> names(final PropertyContext context, final PropertyDescriptor property, final Map<String, String> attributes) {
        return Names.of(evaluate(context.getProperty(property), attributes));
    }

    /** Null if the property is not set. */
    static String evaluate(final PropertyValue property, final Map<String, String> attributes) {
        final String value = property.evaluateAttributeExpressions(attributes).getValue();
        return value == null ? null : value.strip();
    }
}
