package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.record.dedup.ExplanationLevel;
import org.nificrm.services.CustomerIndexService;
import org.nificrm.services.DocumentProperty;

import java.util.List;

/** The properties of {@link DedupCustomer}; {@link DedupConfiguration} is what they say. */
final class DedupProperties {

    static final PropertyDescriptor RECORD_READER = RecordServices.reader("Reads the customers");

    static final PropertyDescriptor RECORD_WRITER = RecordServices.writer(
            "Writes golden records, duplicates and pairs for review. Let it inherit the record's schema: each has fields of its own");

    static final PropertyDescriptor MATCH_FIELDS = DocumentProperty.named("Match Fields",
                    "JSON object that says which field plays which role, for example {\"vorname\": \"given_name\", \"name\": \"surname\", \"tel\": \"phone\"}. "
                            + "Without it the fields of the customer schema. See Additional Details for the roles")
            .build();

    static final PropertyDescriptor SCOPE = new PropertyDescriptor.Builder()
            .name("Scope")
            .description("Among which records duplicates are looked for")
            .allowableValues(DedupScope.class)
            .defaultValue(DedupScope.FLOWFILE)
            .required(true)
            .build();

    static final PropertyDescriptor CUSTOMER_INDEX = new PropertyDescriptor.Builder()
            .name("Customer Index")
            .description("Remembers the customers: EmbeddedCustomerIndex on one node, PostgresCustomerIndex on a cluster")
            .identifiesControllerService(CustomerIndexService.class)
            .dependsOn(SCOPE, DedupScope.INDEX)
            .required(true)
            .build();

    static final PropertyDescriptor MATCH_MODEL = new PropertyDescriptor.Builder()
            .name("Match Model")
            .description("What agreement and disagreement of each field are worth")
            .allowableValues(MatchModelSource.class)
            .defaultValue(MatchModelSource.AUTOMATIC)
            .required(true)
            .build();

    static final PropertyDescriptor MODEL_DOCUMENT = DocumentProperty.named("Model Document",
                    "The match model as JSON, as Verify shows it")
            .dependsOn(MATCH_MODEL, MatchModelSource.DOCUMENT)
            .required(true)
            .build();

    static final PropertyDescriptor MATCH_THRESHOLD = new PropertyDescriptor.Builder()
            .name("Match Threshold")
            .description("Bits from which two records are one customer. Each bit doubles the odds: at 0 a match is as likely as not, at 2 four times as likely. "
                    + "Raise it to merge less")
            .addValidator(DedupProperties::validateBits)
            .defaultValue("0")
            .required(true)
            .build();

    static final PropertyDescriptor REVIEW_THRESHOLD = new PropertyDescriptor.Builder()
            .name("Review Threshold")
            .description("Bits from which two records are a possible match, for a person to decide. The Match Threshold means no review")
            .addValidator(DedupProperties::validateBits)
            .defaultValue("-3")
            .required(true)
            .build();

    static final PropertyDescriptor SURVIVORSHIP = DocumentProperty.named("Survivorship",
                    "JSON document that says, by field or group of fields, which value goes into the golden record. Only what differs from the "
                            + "defaults needs to be said. See Additional Details")
            .build();

    static final PropertyDescriptor SOURCE_PRIORITY = new PropertyDescriptor.Builder()
            .name("Source Priority")
            .description("Source systems separated by commas, the most trusted first. Without it all are equal")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .build();

    static final PropertyDescriptor EXPLANATION = new PropertyDescriptor.Builder()
            .name("Explanation")
            .description("How much duplicates and pairs for review say about why they were linked")
            .allowableValues(ExplanationLevel.class)
            .defaultValue(ExplanationLevel.SUMMARY)
            .required(true)
            .build();

    static final PropertyDescriptor MASK_VALUES = new PropertyDescriptor.Builder()
            .name("Mask Values")
            .description("Whether explanations hide the values they compare")
            .allowableValues("true", "false")
            .defaultValue("true")
            .dependsOn(EXPLANATION, ExplanationLevel.FULL)
            .required(true)
            .build();

    static final List<PropertyDescriptor> ALL = List.of(RECORD_READER, RECORD_WRITER, MATCH_FIELDS, SCOPE, CUSTOMER_INDEX, MATCH_MODEL, MODEL_DOCUMENT,
            MATCH_THRESHOLD, REVIEW_THRESHOLD, SURVIVORSHIP, SOURCE_PRIORITY, EXPLANATION, MASK_VALUES);

    private DedupProperties() {
    }

    private static ValidationResult validateBits(final String subject, final String input, final ValidationContext context) {
        boolean valid = true;
        try {
            valid = Double.isFinite(Double.parseDouble(input));
        } catch (final NumberFormatException e) {
            valid = false;
        }

        return new ValidationResult.Builder().subject(subject).input(input).valid(valid).explanation("must be a number of bits, for example 2 or -3.5").build();
    }
}
