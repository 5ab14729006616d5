package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.context.PropertyContext;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.delivery.FieldNames;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the processors that meet a CRM have in common: its object, and the names of fields on both sides. */
final class TargetProperties {

    static final PropertyDescriptor CRM_OBJECT = new PropertyDescriptor.Builder()
            .name("CRM Object")
            .description("What the records are in the CRM: the name of a table, with or without its schema, of an sObject, a module or an entity")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .required(true)
            .build();

    private TargetProperties() {
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
        final String names = evaluate(context.getProperty(property), attributes);
        return names == null ? List.of() : Arrays.stream(names.split(",")).map(String::strip).filter(name -> !name.isEmpty()).toList();
    }

    /** Null if the property is not set. */
    static String evaluate(final PropertyValue property, final Map<String, String> attributes) {
        final String value = property.evaluateAttributeExpressions(attributes).getValue();
        return value == null ? null : value.strip();
    }
}
