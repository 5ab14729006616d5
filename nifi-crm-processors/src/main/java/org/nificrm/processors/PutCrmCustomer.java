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
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.Delivery;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Target;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
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
public class PutCrmCustomer extends CrmProcessor<DeliverySettings> {

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

    private static final Set<Relationship> RELATIONSHIPS = Set.of(SUCCESS, CONFLICT, REJECTED, RETRY, StageReports.REPORT, FAILURE);

    private final Set<String> reportedFields = ConcurrentHashMap.newKeySet();

    public PutCrmCustomer() {
        super(FAILURE);
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return DeliveryProperties.ALL;
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
    DeliverySettings settings(final ProcessContext context, final Map<String, String> attributes) {
        return DeliveryProperties.settings(context, attributes);
    }

    @Override
    DeliverySettings delivery(final DeliverySettings settings) {
        return settings;
    }

    @Override
    Optional<String> process(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final CrmClient client,
            final DeliverySettings settings) throws CrmException, IOException, SchemaNotFoundException {
        final Instant began = Instant.now();
        try (RecordInput input = RecordServices.open(context, session, flowFile, getLogger());
                RecordRoutes routes = RecordServices.routes(context, session, flowFile, getLogger())) {
            final Delivery delivery = new Delivery(client, settings);
            final OutcomeRouting routing = context.getProperty(DeliveryProperties.OUTCOME_ROUTING).asAllowableValue(OutcomeRouting.class);
            final int batchSize = context.getProperty(DeliveryProperties.BATCH_SIZE).asInteger();
            final DeliveryStage stage = new DeliveryStage(delivery, batchSize, settings.dryRun(), routing, input, routes);
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
            return input.problem();
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
}
