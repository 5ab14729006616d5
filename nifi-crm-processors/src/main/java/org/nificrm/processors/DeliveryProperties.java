package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.SupersededRecords;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The properties of {@link PutCrmCustomer}, and what they say. */
final class DeliveryProperties {

    static final PropertyDescriptor RECORD_READER = RecordServices.reader("Reads the records to write");

    static final PropertyDescriptor RECORD_WRITER = RecordServices.writer(
            "Writes the records with their outcomes. Let it inherit the record's schema, so that the outcome is written too");

    static final PropertyDescriptor CRM_CLIENT = TargetProperties.crmClient("The CRM to write to");

    static final PropertyDescriptor CRM_OBJECT = TargetProperties.CRM_OBJECT;

    static final PropertyDescriptor MATCH_KEY_FIELDS = TargetProperties.matchKeyFields(
            "Fields of the record that together identify it, separated by commas. The CRM should hold them unique; Verify tells whether it does");

    static final PropertyDescriptor WRITE_MODE = new PropertyDescriptor.Builder()
            .name("Write Mode")
            .description("What may be done to the CRM")
            .allowableValues(WriteMode.class)
            .defaultValue(WriteMode.UPSERT)
            .required(true)
            .build();

    static final PropertyDescriptor CONFLICT_POLICY = new PropertyDescriptor.Builder()
            .name("Conflict Policy")
            .description("Who is right where the record and the CRM differ")
            .allowableValues(ConflictPolicy.class)
            .defaultValue(ConflictPolicy.LAST_WRITER_WINS)
            .required(true)
            .build();

    static final PropertyDescriptor SOURCE_TIMESTAMP_FIELD = new PropertyDescriptor.Builder()
            .name("Source Timestamp Field")
            .description("Field of the record that says when the source changed it. It is kept in the CRM and compared with what is kept there")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.UPDATED_AT)
            .dependsOn(CONFLICT_POLICY, ConflictPolicy.LAST_WRITER_WINS, ConflictPolicy.MERGE_FIELDS)
            .required(true)
            .build();

    static final PropertyDescriptor NULL_VALUES = new PropertyDescriptor.Builder()
            .name("Null Values")
            .description("What a null in a record means")
            .allowableValues(NullValues.class)
            .defaultValue(NullValues.IGNORE)
            .required(true)
            .build();

    static final PropertyDescriptor SUPERSEDED_RECORDS = new PropertyDescriptor.Builder()
            .name("Superseded Records")
            .description("What becomes of records in the CRM that were merged into another, once that has arrived")
            .allowableValues(SupersededRecords.class)
            .defaultValue(SupersededRecords.IGNORE)
            .dependsOn(WRITE_MODE, WriteMode.UPSERT, WriteMode.UPDATE_ONLY)
            .required(true)
            .build();

    static final PropertyDescriptor SUPERSEDED_IDS_FIELD = new PropertyDescriptor.Builder()
            .name("Superseded Ids Field")
            .description("Field of the record that lists the match keys of the records it supersedes; Match Key Fields is then a single field")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.SUPERSEDED_IDS)
            .dependsOn(SUPERSEDED_RECORDS, SupersededRecords.DELETE, SupersededRecords.MARK)
            .required(true)
            .build();

    static final PropertyDescriptor SUPERSEDED_VALUES = new PropertyDescriptor.Builder()
            .name("Superseded Values")
            .description("What superseded records get, a JSON object of values by field of the CRM, for example {\"status\": \"merged\"}")
            .addValidator((subject, input, context) -> new ValidationResult.Builder().subject(subject).input(input)
                    .valid(SupersessionProperties.isValues(input))
                    .explanation("it requires a JSON object whose values are texts, numbers, true, false or null")
                    .build())
            .dependsOn(SUPERSEDED_RECORDS, SupersededRecords.MARK)
            .build();

    static final PropertyDescriptor SUCCESSOR_FIELD = new PropertyDescriptor.Builder()
            .name("Successor Field")
            .description("Field of the CRM in which superseded records get the match key of the record that took their place. It is kept blank in all others")
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .dependsOn(SUPERSEDED_RECORDS, SupersededRecords.MARK)
            .build();

    static final PropertyDescriptor BATCH_SIZE = TargetProperties.batchSize(
            "Number of records that are written together, in one transaction where the CRM has them. "
                    + "A CRM that takes fewer in one request gets them in several");

    static final PropertyDescriptor MAXIMUM_ATTEMPTS = TargetProperties.maximumAttempts(
            "How often a record is sent, with growing pauses of up to five seconds, before it leaves by retry");

    static final PropertyDescriptor OUTCOME_ROUTING = new PropertyDescriptor.Builder()
            .name("Outcome Routing")
            .description("By which relationships the records of a FlowFile leave")
            .allowableValues(OutcomeRouting.class)
            .defaultValue(OutcomeRouting.BY_OUTCOME)
            .required(true)
            .build();

    static final PropertyDescriptor DRY_RUN = new PropertyDescriptor.Builder()
            .name("Dry Run")
            .description("Whether to write nothing and only tell what would be written")
            .allowableValues("true", "false")
            .defaultValue("false")
            .required(true)
            .build();

    static final List<PropertyDescriptor> ALL = List.of(RECORD_READER, RECORD_WRITER, CRM_CLIENT, CRM_OBJECT, MATCH_KEY_FIELDS, WRITE_MODE,
            CONFLICT_POLICY, SOURCE_TIMESTAMP_FIELD, NULL_VALUES, SUPERSEDED_RECORDS, SUPERSEDED_IDS_FIELD, SUPERSEDED_VALUES, SUCCESSOR_FIELD, BATCH_SIZE,
            MAXIMUM_ATTEMPTS, OUTCOME_ROUTING, DRY_RUN);

    private DeliveryProperties() {
    }

    /** @throws IllegalArgumentException if the properties contradict each other */
    static DeliverySettings settings(final ProcessContext context, final Map<String, String> attributes) {
        final ConflictPolicy policy = context.getProperty(CONFLICT_POLICY).asAllowableValue(ConflictPolicy.class);
        final Optional<String> timestampField = policy.comparesTime()
                ? Optional.of(TargetProperties.evaluate(context.getProperty(SOURCE_TIMESTAMP_FIELD), attributes))
                : Optional.empty();
        return new DeliverySettings(
                Target.ofRecordFields(TargetProperties.evaluate(context.getProperty(CRM_OBJECT), attributes),
                        TargetProperties.names(context, MATCH_KEY_FIELDS, attributes), timestampField, TargetProperties.fieldNames(context)),
                policy,
                context.getProperty(WRITE_MODE).asAllowableValue(WriteMode.class),
                context.getProperty(NULL_VALUES).asAllowableValue(NullValues.class),
                context.getProperty(MAXIMUM_ATTEMPTS).asInteger(),
                context.getProperty(DRY_RUN).asBoolean(),
                SupersessionProperties.read(context));
    }
}
