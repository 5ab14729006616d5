package org.nificrm.processors;

import org.apache.nifi.annotation.behavior.DynamicProperty;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.MultiProcessorUseCase;
import org.apache.nifi.annotation.documentation.ProcessorConfiguration;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.documentation.UseCase;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
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
import org.nificrm.delivery.ConflictPolicy;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Finding;
import org.nificrm.delivery.NamedFields;
import org.nificrm.delivery.NullValues;
import org.nificrm.delivery.SupersededRecords;
import org.nificrm.delivery.Target;
import org.nificrm.delivery.WriteMode;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.services.CrmClientService;
import org.nificrm.services.Findings;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@Tags({"crm", "customer", "put", "upsert", "write", "sync", "migration", "record", "database", "jdbc"})
@CapabilityDescription("""
        Writes customers, or any other records, to a CRM so that each arrives once, however often the input is repeated. What the CRM already holds is
        looked up by the match key, the conflict policy decides, and only what changed is written. Every record leaves by exactly one relationship and
        carries its outcome in the fields crm_status, crm_id, crm_code and crm_message. Fields that the CRM object has not are left out.""")
@InputRequirement(Requirement.INPUT_REQUIRED)
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of records in the FlowFile"),
    @WritesAttribute(attribute = "mime.type", description = "Media type of the FlowFile"),
    @WritesAttribute(attribute = "crm.created", description = "Number of records of the incoming FlowFile that were created"),
    @WritesAttribute(attribute = "crm.updated", description = "Number of records that were updated"),
    @WritesAttribute(attribute = "crm.unchanged", description = "Number of records that the CRM already held"),
    @WritesAttribute(attribute = "crm.deleted", description = "Number of records that were deleted"),
    @WritesAttribute(attribute = "crm.stale", description = "Number of records older than what the CRM holds"),
    @WritesAttribute(attribute = "crm.conflict", description = "Number of records that the policy leaves to a person"),
    @WritesAttribute(attribute = "crm.rejected", description = "Number of records that the CRM will never take as they are"),
    @WritesAttribute(attribute = "crm.retryable", description = "Number of records that were not written and may be sent again"),
    @WritesAttribute(attribute = "crm.unknown", description = "Number of records whose write was not confirmed and may be sent again"),
    @WritesAttribute(attribute = "crm.retired", description = "Number of records of the CRM that were deleted or marked because another took their place"),
    @WritesAttribute(attribute = "crm.dry.run", description = "true if nothing was written because of Dry Run"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong with the FlowFile, and what helps")
})
@DynamicProperty(
        name = "A field of the CRM",
        value = "The field of the record that it takes",
        description = "Needed only where the two differ. A field named by Relation.ExternalIdField refers to the record of the CRM that has this value there, "
                + "for clients whose documentation says so")
@UseCase(
        description = "Keep a CRM in step with a source that changes, so that late or repeated data never overwrites newer data",
        keywords = {"synchronisation", "incremental", "last writer wins", "idempotent"},
        configuration = """
                Set 'Conflict Policy' to 'Last Writer Wins' and 'Source Timestamp Field' to the field that says when the source changed the record; the CRM \
                needs a field of the same name. Set 'Match Key Fields' to the fields that identify the record in its source, for example \
                'source_system, source_id', and make them unique in the CRM. Connect 'retry' back to the processor.""")
@UseCase(
        description = "See what a load would change before it changes anything",
        keywords = {"dry run", "preview", "diff"},
        configuration = "Set 'Dry Run' to 'true'. Each record carries in crm_changes the fields that would be written, with their values before and after.")
@MultiProcessorUseCase(
        description = "Migrate customers of several systems into one CRM",
        keywords = {"migration", "merge", "golden record"},
        configurations = {
            @ProcessorConfiguration(
                    processorClassName = "org.nificrm.processors.MapToCrmSchema",
                    configuration = "Map each source's shape to the CRM's schema and set 'Source System'. Connect 'success' to CleanseCustomer."),
            @ProcessorConfiguration(
                    processorClassName = "org.nificrm.processors.CleanseCustomer",
                    configuration = "Keep the default rules to begin with. Connect 'success' to DedupCustomer and 'quarantine' to a place where people look."),
            @ProcessorConfiguration(
                    processorClassName = "org.nificrm.processors.DedupCustomer",
                    configuration = "Keep the default match model to begin with. Connect 'success' to PutCrmCustomer."),
            @ProcessorConfiguration(
                    processorClass = PutCrmCustomer.class,
                    configuration = "Set 'CRM Client' and 'CRM Object', 'Match Key Fields' to golden_id and 'Superseded Records' to what becomes of customers that "
                            + "were merged into another. Connect 'rejected' and 'conflict' to a place where people look, and 'retry' back to the processor.")
        })
public class PutCrmCustomer extends AbstractProcessor implements VerifiableProcessor {

    static final PropertyDescriptor RECORD_READER = new PropertyDescriptor.Builder()
            .name("Record Reader")
            .description("Reads the records to write")
            .identifiesControllerService(RecordReaderFactory.class)
            .required(true)
            .build();

    static final PropertyDescriptor RECORD_WRITER = new PropertyDescriptor.Builder()
            .name("Record Writer")
            .description("Writes the records with their outcomes. Let it inherit the record's schema, so that the outcome is written too")
            .identifiesControllerService(RecordSetWriterFactory.class)
            .required(true)
            .build();

    static final PropertyDescriptor CRM_CLIENT = new PropertyDescriptor.Builder()
            .name("CRM Client")
            .description("The CRM to write to")
            .identifiesControllerService(CrmClientService.class)
            .required(true)
            .build();

    static final PropertyDescriptor CRM_OBJECT = TargetProperties.CRM_OBJECT;

    static final PropertyDescriptor MATCH_KEY_FIELDS = new PropertyDescriptor.Builder()
            .name("Match Key Fields")
            .description("Fields of the record that together identify it, separated by commas. The CRM should hold them unique; Verify tells whether it does")
            .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue(CustomerSchema.SOURCE_SYSTEM + ", " + CustomerSchema.SOURCE_ID)
            .required(true)
            .build();

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

    static final PropertyDescriptor BATCH_SIZE = new PropertyDescriptor.Builder()
            .name("Batch Size")
            .description("Number of records that are written together, in one transaction where the CRM has them. "
                    + "A CRM that takes fewer in one request gets them in several")
            .addValidator(StandardValidators.createLongValidator(1, 10_000, true))
            .defaultValue("1000")
            .required(true)
            .build();

    static final PropertyDescriptor MAXIMUM_ATTEMPTS = new PropertyDescriptor.Builder()
            .name("Maximum Attempts")
            .description("How often a record is sent, with growing pauses of up to five seconds, before it leaves by retry")
            .addValidator(StandardValidators.createLongValidator(1, 100, true))
            .defaultValue("5")
            .required(true)
            .build();

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

    static final Relationship SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Records that were created, updated or deleted, and those that the CRM already held; all records where they leave together")
            .build();

    static final Relationship CONFLICT = new Relationship.Builder()
            .name("conflict")
            .description("Records that lost: older than what the CRM holds (stale), different where the policy or the mode forbids to overwrite, "
                    + "or with a key that several records of the CRM have")
            .build();

    static final Relationship REJECTED = new Relationship.Builder()
            .name("rejected")
            .description("Records that the CRM will never take as they are; crm_message says why")
            .build();

    static final Relationship RETRY = new Relationship.Builder()
            .name("retry")
            .description("Records that were not written, or whose write was not confirmed, and may succeed later. Connect it back to the processor")
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that could not be read to their end; the records before it were written")
            .build();

    /** The relationships by which records leave. */
    static final List<Relationship> OUTCOMES = List.of(SUCCESS, CONFLICT, REJECTED, RETRY);

    private static final List<PropertyDescriptor> PROPERTIES = List.of(RECORD_READER, RECORD_WRITER, CRM_CLIENT, CRM_OBJECT, MATCH_KEY_FIELDS, WRITE_MODE,
            CONFLICT_POLICY, SOURCE_TIMESTAMP_FIELD, NULL_VALUES, SUPERSEDED_RECORDS, SUPERSEDED_IDS_FIELD, SUPERSEDED_VALUES, SUCCESSOR_FIELD, BATCH_SIZE,
            MAXIMUM_ATTEMPTS, OUTCOME_ROUTING, DRY_RUN);
    private static final Set<Relationship> RELATIONSHIPS = Set.of(SUCCESS, CONFLICT, REJECTED, RETRY, StageReports.REPORT, FAILURE);

    private final Set<String> reportedFields = ConcurrentHashMap.newKeySet();

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
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        return SupersessionProperties.validate(context);
    }

    @OnScheduled
    public void forgetReportedFields() {
        reportedFields.clear();
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final DeliverySettings settings;
        try {
            settings = settings(context, flowFile.getAttributes());
        } catch (final IllegalArgumentException e) {
            fail(session, flowFile, e.getMessage());
            return;
        }

        final CrmClientService service = context.getProperty(CRM_CLIENT).asControllerService(CrmClientService.class);
        try (CrmClient client = service.open(settings.target(), flowFile.getAttributes())) {
            deliver(context, session, flowFile, client, settings);
        } catch (final CrmException e) {
            getLogger().error("{} waits, nothing of it was written: {}", flowFile, e.getMessage(), e);
            session.rollback(true);
            context.yield();
        } catch (final IOException | SchemaNotFoundException e) {
            throw new ProcessException("Writing the outcomes failed; check the schema of the Record Writer", e);
        }
    }

    private static DeliverySettings settings(final ProcessContext context, final Map<String, String> attributes) {
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

    private void deliver(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final CrmClient client,
            final DeliverySettings settings) throws CrmException, IOException, SchemaNotFoundException {
        final Instant began = Instant.now();
        final RecordReaderFactory readerFactory = context.getProperty(RECORD_READER).asControllerService(RecordReaderFactory.class);
        final RecordSetWriterFactory writerFactory = context.getProperty(RECORD_WRITER).asControllerService(RecordSetWriterFactory.class);
        try (RecordInput input = RecordInput.open(session, flowFile, readerFactory, getLogger());
                RecordRoutes routes = new RecordRoutes(session, flowFile, writerFactory, getLogger())) {
            final Delivery delivery = new Delivery(client, settings);
            final OutcomeRouting routing = context.getProperty(OUTCOME_ROUTING).asAllowableValue(OutcomeRouting.class);
            final DeliveryStage stage = new DeliveryStage(delivery, context.getProperty(BATCH_SIZE).asInteger(), settings.dryRun(), routing, input, routes);
            stage.run();
            input.close();

            final Instant ended = Instant.now();
            transfer(session, routes, stage.report(), settings.dryRun() ? null : client.address(), Duration.between(began, ended).toMillis());
            stage.report().stage().finish(began, ended);
            StageReports.transfer(session, flowFile, stage.report().stage().toJson());
            reportIgnoredFields(delivery, settings.target());
            stage.interruption().ifPresent(interruption -> {
                getLogger().error("The CRM failed in the middle of {}; the rest leaves by retry: {}", flowFile, interruption.getMessage(), interruption);
                context.yield();
            });
            if (input.problem().isPresent()) {
                fail(session, flowFile, input.problem().get());
            } else {
                session.remove(flowFile);
            }
        }
    }

    private static void transfer(final ProcessSession session, final RecordRoutes routes, final DeliveryReport report, final String address, final long millis)
            throws IOException {
        final Map<String, String> attributes = report.attributes();
        attributes.put("crm.dry.run", Boolean.toString(address == null));
        for (final Map.Entry<Relationship, FlowFile> route : routes.finish().entrySet()) {
            final FlowFile written = session.putAllAttributes(route.getValue(), attributes);
            if (route.getKey().equals(SUCCESS) && address != null && report.wrote()) {
                session.getProvenanceReporter().send(written, address, report.toString(), millis);
            } else {
                session.getProvenanceReporter().route(written, route.getKey(), report.toString());
            }

            session.transfer(written, route.getKey());
        }

        report.counters().forEach((counter, records) -> session.adjustCounter(counter, records, false));
    }

    /** Once a field: people rename columns and would not notice that data stays behind. */
    private void reportIgnoredFields(final Delivery delivery, final Target target) {
        final List<String> fields = delivery.ignoredFields().stream().filter(reportedFields::add).toList();
        if (!fields.isEmpty()) {
            getLogger().warn("'{}' has no field {}: they are not written", target.object(), String.join(", ", fields));
        }
    }

    private void fail(final ProcessSession session, final FlowFile flowFile, final String problem) {
        getLogger().error("{} failed: {}", flowFile, problem);
        session.transfer(session.putAttribute(flowFile, "crm.error", problem), FAILURE);
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog logger, final Map<String, String> attributes) {
        final List<Finding> findings = new ArrayList<>();
        try {
            final DeliverySettings settings = settings(context, attributes);
            final CrmClientService service = context.getProperty(CRM_CLIENT).asControllerService(CrmClientService.class);
            try (CrmClient client = service.open(settings.target(), attributes)) {
                findings.add(Finding.passed("Reach the CRM", "Connected to " + client.address()));
                findings.addAll(client.examine(settings));
                findings.addAll(NamedFields.examine(client, settings));
            }
        } catch (final CrmException | IllegalArgumentException e) {
            findings.add(Finding.failed("Reach the CRM", e.getMessage()));
        }

        return findings.stream().map(Findings::toResult).toList();
    }
}
