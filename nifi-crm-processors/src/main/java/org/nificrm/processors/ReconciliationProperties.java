package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.processor.util.StandardValidators;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.delivery.NullValues;
import org.nificrm.reconciliation.Strictness;

import java.util.List;
import java.util.concurrent.TimeUnit;

/** The properties of {@link ReconcileCrmCustomer}; {@link ReconciliationSettings} is what they say. */
final class ReconciliationProperties {

    static final PropertyDescriptor RECORD_READER = RecordServices.reader("Reads the records to compare");

    static final PropertyDescriptor RECORD_WRITER = RecordServices.writer(
            "Writes the records with their verdicts. Let it inherit the record's schema, so that the verdict is written too");

    static final PropertyDescriptor CRM_CLIENT = TargetProperties.crmClient("The CRM to look into");

    static final PropertyDescriptor CRM_OBJECT = TargetProperties.CRM_OBJECT;

    static final PropertyDescriptor MATCH_KEY_FIELDS = TargetProperties.matchKeyFields(
            "Fields of the record that together identify it, separated by commas");

    static final PropertyDescriptor DIRECTION = new PropertyDescriptor.Builder()
            .name("Direction")
            .description("Which side the incoming records are of")
            .allowableValues(ReconciliationDirection.class)
            .defaultValue(ReconciliationDirection.SOURCE_TO_CRM)
            .required(true)
            .build();

    static final PropertyDescriptor COMPARED_FIELDS = new PropertyDescriptor.Builder()
            .name("Compared Fields")
            .description("Fields of the record that are compared, separated by commas. If empty, all that the CRM has, the match key apart")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .dependsOn(DIRECTION, ReconciliationDirection.SOURCE_TO_CRM)
            .build();

    static final PropertyDescriptor COMPARISON = new PropertyDescriptor.Builder()
            .name("Comparison")
            .description("When two values count as equal. Either way the record's value is first brought into the form in which the CRM would hold it")
            .allowableValues(Strictness.class)
            .defaultValue(Strictness.EQUIVALENT)
            .dependsOn(DIRECTION, ReconciliationDirection.SOURCE_TO_CRM)
            .required(true)
            .build();

    static final PropertyDescriptor NULL_VALUES = new PropertyDescriptor.Builder()
            .name("Null Values")
            .description("What a null in a record means: that the field of the CRM is to be blank, or nothing about it")
            .allowableValues(NullValues.class)
            .defaultValue(NullValues.CLEAR)
            .dependsOn(DIRECTION, ReconciliationDirection.SOURCE_TO_CRM)
            .required(true)
            .build();

    static final PropertyDescriptor SOURCE_FIELD = new PropertyDescriptor.Builder()
            .name("Source Field")
            .description("Field of the record that names the system it comes from; the report tells the sources apart by it")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.SOURCE_SYSTEM)
            .build();

    static final PropertyDescriptor SOURCE_TIMESTAMP_FIELD = new PropertyDescriptor.Builder()
            .name("Source Timestamp Field")
            .description("Field of the record that says when the source changed it, where timeliness begins")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.UPDATED_AT)
            .dependsOn(DIRECTION, ReconciliationDirection.SOURCE_TO_CRM)
            .build();

    static final PropertyDescriptor NEWER_IN_CRM = new PropertyDescriptor.Builder()
            .name("Newer in CRM")
            .description("What of records that the CRM holds in a newer version, by its own value of Source Timestamp Field. While a source is still being "
                    + "written, versions are overtaken before they are compared")
            .allowableValues(NewerVersions.class)
            .defaultValue(NewerVersions.COMPARE)
            .dependsOn(SOURCE_TIMESTAMP_FIELD)
            .required(true)
            .build();

    static final PropertyDescriptor CRM_WRITE_TIME_FIELD = new PropertyDescriptor.Builder()
            .name("CRM Write Time Field")
            .description("Field of the CRM that says when it was last written, where timeliness ends. Without it timeliness is not measured")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .dependsOn(DIRECTION, ReconciliationDirection.SOURCE_TO_CRM)
            .build();

    static final PropertyDescriptor TIMELINESS_OBJECTIVE = new PropertyDescriptor.Builder()
            .name("Timeliness Objective")
            .description("How long after its change in the source a record should be in the CRM. The report tells which share of the records was")
            .addValidator(StandardValidators.createTimePeriodValidator(1, TimeUnit.MILLISECONDS, 3650, TimeUnit.DAYS))
            .defaultValue("15 mins")
            .dependsOn(CRM_WRITE_TIME_FIELD)
            .required(true)
            .build();

    static final PropertyDescriptor SAMPLE_RATE = new PropertyDescriptor.Builder()
            .name("Sample Rate")
            .description("Share of the records that are looked up, above 0, and 1 for all. They are drawn by a hash of the match key: the same ones every time. "
                    + "The others end here")
            .addValidator(Shares.ABOVE_0)
            .defaultValue("1")
            .required(true)
            .build();

    static final PropertyDescriptor MASK_VALUES = new PropertyDescriptor.Builder()
            .name("Mask Values")
            .description("Whether values in crm_differences are made unrecognisable. The report never holds any")
            .allowableValues("true", "false")
            .defaultValue("false")
            .required(true)
            .build();

    static final PropertyDescriptor BATCH_SIZE = TargetProperties.batchSize(
            "Number of records that are looked up together. A CRM that takes fewer in one request gets them in several");

    static final PropertyDescriptor MAXIMUM_ATTEMPTS = TargetProperties.maximumAttempts(
            "How often a look-up is tried, with growing pauses of up to five seconds, before the FlowFile goes back to its queue");

    static final List<PropertyDescriptor> ALL = List.of(RECORD_READER, RECORD_WRITER, CRM_CLIENT, CRM_OBJECT, MATCH_KEY_FIELDS, DIRECTION,
            COMPARED_FIELDS, COMPARISON, NULL_VALUES, SOURCE_FIELD, SOURCE_TIMESTAMP_FIELD, NEWER_IN_CRM, CRM_WRITE_TIME_FIELD, TIMELINESS_OBJECTIVE,
            SAMPLE_RATE, MASK_VALUES, BATCH_SIZE, MAXIMUM_ATTEMPTS);

    private ReconciliationProperties() {
    }
}
