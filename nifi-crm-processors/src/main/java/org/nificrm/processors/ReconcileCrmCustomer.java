package org.nificrm.processors;

import org.apache.nifi.annotation.behavior.DynamicProperty;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.RecordReaderFactory;
import org.apache.nifi.serialization.RecordSetWriterFactory;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.NamedFields;
import org.nificrm.delivery.NullValues;
import org.nificrm.reconciliation.Strictness;
import org.nificrm.reconciliation.report.Counts;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.services.CrmClientService;
import org.nificrm.services.Findings;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

@Tags({"crm", "customer", "reconcile", "compare", "verify", "migration", "data quality", "orphans", "record"})
@CapabilityDescription("""
        Proves what arrived: looks up in the CRM the records that should be there, compares them field by field as the CRM holds them, and reports
        completeness, consistency and timeliness. Nothing is written to the CRM. Each record leaves by its verdict, in the fields crm_status,
        crm_id, crm_code, crm_message and crm_differences.""")
@InputRequirement(Requirement.INPUT_REQUIRED)
@SeeAlso({PutCrmCustomer.class, ReportMigration.class})
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of records in the FlowFile"),
    @WritesAttribute(attribute = "mime.type", description = "Media type of the FlowFile"),
    @WritesAttribute(attribute = "crm.consistent", description = "Number of records of the incoming FlowFile in which no field differs"),
    @WritesAttribute(attribute = "crm.inconsistent", description = "Number of records in which a field differs, or whose key several records of the CRM have"),
    @WritesAttribute(attribute = "crm.missing", description = "Number of records that were not found"),
    @WritesAttribute(attribute = "crm.skipped", description = "Number of records outside the sample"),
    @WritesAttribute(attribute = "crm.completeness", description = "Records found / records looked up, from 0 to 1"),
    @WritesAttribute(attribute = "crm.consistency", description = "Mean over the records found of equal fields / present fields, from 0 to 1"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong with the FlowFile, and what helps")
})
@DynamicProperty(
        name = "A field of the CRM",
        value = "The field of the record that it takes",
        description = "Needed only where the two differ, as in PutCrmCustomer")
@UseCase(
        description = "Check after a migration that every record arrived, and arrived whole",
        keywords = {"completeness", "consistency", "acceptance"},
        configuration = "Send in the records that were sent to PutCrmCustomer, with the same 'CRM Client', 'CRM Object' and 'Match Key Fields'. "
                + "Connect 'report' to ReportMigration, and 'missing' and 'inconsistent' to a place where people look, or back to PutCrmCustomer.")
@UseCase(
        description = "Find orphans: records of the CRM that no source has",
        keywords = {"orphans", "deleted in source"},
        configuration = "Read the CRM's own records, for example with ExecuteSQLRecord. Set 'Direction' to 'CRM to Source' and 'CRM Client' to a client of the "
                + "source. What leaves by 'missing' is in the CRM and not in the source.")
public class ReconcileCrmCustomer extends AbstractProcessor implements VerifiableProcessor {

    private static final Validator RATE_VALIDATOR = (subject, input, context) -> new ValidationResult.Builder().subject(subject).input(input)
            .valid(isRate(input)).explanation("it requires a number above 0 and not above 1").build();

    static final PropertyDescriptor RECORD_READER = new PropertyDescriptor.Builder()
            .name("Record Reader")
            .description("Reads the records to compare")
            .identifiesControllerService(RecordReaderFactory.class)
            .required(true)
            .build();

    static final PropertyDescriptor RECORD_WRITER = new PropertyDescriptor.Builder()
            .name("Record Writer")
            .description("Writes the records with their verdicts. Let it inherit the record's schema, so that the verdict is written too")
            .identifiesControllerService(RecordSetWriterFactory.class)
            .required(true)
            .build();

    static final PropertyDescriptor CRM_CLIENT = new PropertyDescriptor.Builder()
            .name("CRM Client")
            .description("The CRM to look into")
            .identifiesControllerService(CrmClientService.class)
            .required(true)
            .build();

    static final PropertyDescriptor CRM_OBJECT = TargetProperties.CRM_OBJECT;

    static final PropertyDescriptor MATCH_KEY_FIELDS = new PropertyDescriptor.Builder()
            .name("Match Key Fields")
            .description("Fields of the record that together identify it, separated by commas")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.SOURCE_SYSTEM + ", " + CustomerSchema.SOURCE_ID)
            .required(true)
            .build();

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
            .addValidator(RATE_VALIDATOR)
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

    static final PropertyDescriptor BATCH_SIZE = new PropertyDescriptor.Builder()
            .name("Batch Size")
            .description("Number of records that are looked up together. A CRM that takes fewer in one request gets them in several")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .defaultValue("1000")
            .required(true)
            .build();

    static final PropertyDescriptor MAXIMUM_ATTEMPTS = new PropertyDescriptor.Builder()
            .name("Maximum Attempts")
            .description("How often a look-up is tried, with growing pauses of up to five seconds, before the FlowFile goes back to its queue")
            .addValidator(StandardValidators.createLongValidator(1, 100, true))
            .defaultValue("5")
            .required(true)
            .build();

    static final Relationship CONSISTENT = new Relationship.Builder()
            .name("consistent")
            .description("Records that the CRM holds as they are, and those that are left out because it holds a newer version")
            .build();

    static final Relationship INCONSISTENT = new Relationship.Builder()
            .name("inconsistent")
            .description("Records that the CRM holds otherwise: crm_differences tells each field with what was expected and found. "
                    + "Also those whose key several records of the CRM have")
            .build();

    static final Relationship MISSING = new Relationship.Builder()
            .name("missing")
            .description("Records that were not found; with the Direction 'CRM to Source' these are orphans")
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that could not be read to their end; the records before it were compared")
            .build();

    /** The relationships by which records leave. */
    static final List<Relationship> VERDICTS = List.of(CONSISTENT, INCONSISTENT, MISSING);

    private static final List<PropertyDescriptor> PROPERTIES = List.of(RECORD_READER, RECORD_WRITER, CRM_CLIENT, CRM_OBJECT, MATCH_KEY_FIELDS, DIRECTION,
            COMPARED_FIELDS, COMPARISON, NULL_VALUES, SOURCE_FIELD, SOURCE_TIMESTAMP_FIELD, NEWER_IN_CRM, CRM_WRITE_TIME_FIELD, TIMELINESS_OBJECTIVE,
            SAMPLE_RATE, MASK_VALUES, BATCH_SIZE, MAXIMUM_ATTEMPTS);
    private static final Set<Relationship> RELATIONSHIPS = Set.of(CONSISTENT, INCONSISTENT, MISSING, StageReports.REPORT, FAILURE);

    private static boolean isRate(final String input) {
        try {
            final double rate = Double.parseDouble(input);
            return rate > 0 && rate <= 1;
        } catch (final NumberFormatException e) {
            return false;
        }
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    protected PropertyDescriptor getSupportedDynamicPropertyDescriptor(final String name) {
        return TargetProperties.crmField(name);
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final ReconciliationSettings settings;
        try {
            settings = ReconciliationSettings.of(context, flowFile.getAttributes());
        } catch (final IllegalArgumentException e) {
            fail(session, flowFile, e.getMessage());
            return;
        }

        final CrmClientService service = context.getProperty(CRM_CLIENT).asControllerService(CrmClientService.class);
        try (CrmClient client = service.open(settings.target(), flowFile.getAttributes())) {
            reconcile(context, session, flowFile, client, settings);
        } catch (final CrmException e) {
            getLogger().error("{} waits: {}", flowFile, e.getMessage(), e);
            session.rollback(true);
            context.yield();
        } catch (final IOException | SchemaNotFoundException e) {
            throw new ProcessException("Writing the verdicts failed; check the schema of the Record Writer", e);
        }
    }

    private void reconcile(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final CrmClient client,
            final ReconciliationSettings settings) throws CrmException, IOException, SchemaNotFoundException {
        final RecordReaderFactory readerFactory = context.getProperty(RECORD_READER).asControllerService(RecordReaderFactory.class);
        final RecordSetWriterFactory writerFactory = context.getProperty(RECORD_WRITER).asControllerService(RecordSetWriterFactory.class);
        try (RecordInput input = RecordInput.open(session, flowFile, readerFactory, getLogger());
                RecordRoutes routes = new RecordRoutes(session, flowFile, writerFactory, getLogger())) {
            final ReconciliationStage stage = new ReconciliationStage(client, settings, input, routes, Clock.systemUTC());
            stage.run();
            input.close();

            transfer(session, flowFile, routes, stage.report());
            if (input.problem().isPresent()) {
                fail(session, flowFile, input.problem().get());
            } else {
                session.remove(flowFile);
            }
        }
    }

    private static void transfer(final ProcessSession session, final FlowFile flowFile, final RecordRoutes routes, final ReconciliationReport report)
            throws IOException {
        final Map<String, String> attributes = attributes(report);
        for (final Map.Entry<Relationship, FlowFile> route : routes.finish().entrySet()) {
            final FlowFile written = session.putAllAttributes(route.getValue(), attributes);
            session.getProvenanceReporter().route(written, route.getKey(), details(report));
            session.transfer(written, route.getKey());
        }

        StageReports.transfer(session, flowFile, report.toJson());
        final Counts records = report.stage().records();
        session.adjustCounter("Records Consistent", records.get(ReconciliationReport.CONSISTENT), false);
        session.adjustCounter("Records Inconsistent", records.get(ReconciliationReport.INCONSISTENT), false);
        session.adjustCounter("Records Missing", records.get(ReconciliationReport.MISSING), false);
        session.adjustCounter("Records Skipped", records.get(ReconciliationReport.SKIPPED), false);
    }

    private static Map<String, String> attributes(final ReconciliationReport report) {
        final Map<String, String> attributes = new HashMap<>();
        for (final String verdict : List.of(ReconciliationReport.CONSISTENT, ReconciliationReport.INCONSISTENT, ReconciliationReport.MISSING,
                ReconciliationReport.SKIPPED)) {
            attributes.put("crm." + verdict, Long.toString(report.stage().records().get(verdict)));
        }

        putFigure(attributes, "crm.completeness", report.completeness());
        putFigure(attributes, "crm.consistency", report.consistency());
        return attributes;
    }

    private static void putFigure(final Map<String, String> attributes, final String name, final Double figure) {
        if (figure != null) {
            attributes.put(name, "%.4f".formatted(figure));
        }
    }

    private static String details(final ReconciliationReport report) {
        final Counts records = report.stage().records();
        return "%d consistent, %d inconsistent, %d missing".formatted(records.get(ReconciliationReport.CONSISTENT),
                records.get(ReconciliationReport.INCONSISTENT), records.get(ReconciliationReport.MISSING));
    }

    private void fail(final ProcessSession session, final FlowFile flowFile, final String problem) {
        getLogger().error("{} failed: {}", flowFile, problem);
        session.transfer(session.putAttribute(flowFile, "crm.error", problem), FAILURE);
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog logger, final Map<String, String> attributes) {
        final List<Finding> findings = new ArrayList<>();
        try {
            final ReconciliationSettings settings = ReconciliationSettings.of(context, attributes);
            final CrmClientService service = context.getProperty(CRM_CLIENT).asControllerService(CrmClientService.class);
            try (CrmClient client = service.open(settings.target(), attributes)) {
                findings.add(Finding.passed("Reach the CRM", "Connected to " + client.address()));
                findings.addAll(client.examine(settings.asDelivery()));
                findings.addAll(NamedFields.examine(client, settings.asDelivery()));
                findings.addAll(examineFields(client, settings));
            }
        } catch (final CrmException | IllegalArgumentException e) {
            findings.add(Finding.failed("Reach the CRM", e.getMessage()));
        }

        return findings.stream().map(Findings::toResult).toList();
    }

    private static List<Finding> examineFields(final CrmClient client, final ReconciliationSettings settings) throws CrmException {
        final List<String> missing = new ArrayList<>();
        for (final String field : settings.comparedFields()) {
            if (!client.hasField(field)) {
                missing.add(field);
            }
        }

        final List<Finding> findings = new ArrayList<>();
        if (!settings.comparedFields().isEmpty() && settings.comparesFields()) {
            findings.add(missing.isEmpty()
                    ? Finding.passed("Compared fields exist", "The CRM has " + String.join(", ", settings.comparedFields()))
                    : Finding.failed("Compared fields exist", "The CRM has no " + String.join(", ", missing) + ". Correct Compared Fields"));
        }

        if (settings.measuresTime()) {
            findings.add(client.hasField(settings.writeTimeField())
                    ? Finding.passed("Write time exists", "The CRM has " + settings.writeTimeField())
                    : new Finding("Write time exists", Finding.Verdict.SKIPPED, "Only the CRM itself may write '%s', or it does not exist: in the report of a run the "
                            .formatted(settings.writeTimeField()) + "records without a known time tell"));
        }

        return findings;
    }
}
