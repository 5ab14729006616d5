package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.resource.ResourceCardinality;
import org.apache.nifi.components.resource.ResourceType;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;

import java.util.List;

/** The properties of {@link MapToCrmSchema}. */
final class MappingProperties {

    static final PropertyDescriptor RECORD_READER = RecordServices.reader("Reads the source's records");

    static final PropertyDescriptor RECORD_WRITER = RecordServices.writer(
            "Writes the mapped and the invalid records. Let it inherit the record's schema, which is that of the mapping");

    static final PropertyDescriptor MAPPING_DOCUMENT = new PropertyDescriptor.Builder()
            .name("Mapping Document")
            .description("JSON document that says how each source's fields become those of the CRM, entered here or named as a file. "
                    + "Attributes may lead to the file or hold the document. See Additional Details")
            .identifiesExternalResource(ResourceCardinality.SINGLE, ResourceType.FILE, ResourceType.TEXT)
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_EMPTY_VALIDATOR)
            .build();

    static final PropertyDescriptor SOURCE_SYSTEM = new PropertyDescriptor.Builder()
            .name("Source System")
            .description("Name of the system the records come from: selects the mapping where the document holds several, and stamps the records. "
                    + "Without it the document says so, or recognises the source by its fields")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_EMPTY_VALIDATOR)
            .build();

    static final PropertyDescriptor UNMAPPED_FIELDS = new PropertyDescriptor.Builder()
            .name("Unmapped Fields")
            .description("What becomes of fields that no rule reads")
            .allowableValues(UnmappedFields.class)
            .defaultValue(UnmappedFields.DOCUMENT)
            .required(true)
            .build();

    static final PropertyDescriptor ERROR_POLICY = new PropertyDescriptor.Builder()
            .name("Error Policy")
            .description("What becomes of a record with a value that cannot be mapped")
            .allowableValues(MappingErrors.class)
            .defaultValue(MappingErrors.DOCUMENT)
            .required(true)
            .build();

    static final List<PropertyDescriptor> ALL = List.of(RECORD_READER, RECORD_WRITER, MAPPING_DOCUMENT, SOURCE_SYSTEM, UNMAPPED_FIELDS, ERROR_POLICY);

    private MappingProperties() {
    }
}
