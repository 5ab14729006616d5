package org.nificrm.processors;

import com.fasterxml.jackson.core.JsonGenerator;
import org.apache.nifi.annotation.behavior.DynamicProperty;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.annotation.lifecycle.OnStopped;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.lookup.LookupService;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.quality.Scores;
import org.nificrm.record.CleansedCustomer;
import org.nificrm.record.CleansingStage;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.record.ReportDetails;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Tags({"customer", "crm", "cleanse", "data quality", "validate", "normalize", "phone", "email", "address", "name", "record"})
@CapabilityDescription("""
        Makes customer records right, complete and measured: texts, names, phone numbers, e-mail addresses, dates, identifiers and addresses
        take their standard form, placeholders go, gaps are filled from other systems, and every change and every finding is told on the
        record. Records that are not good enough go to quarantine with the reasons. Nothing changes silently, and a value that is not
        understood stays as it is.""")
@InputRequirement(InputRequirement.Requirement.INPUT_REQUIRED)
@DynamicProperty(name = "Name of a reference system", value = "A Lookup Service", description = """
        Customers are looked up in this system: what is missing is filled, what is there is compared. Systems are asked in the order in which
        the Rules name them, the others in the order of their names.""")
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of records in the FlowFile"),
    @WritesAttribute(attribute = "mime.type", description = "Media type of the FlowFile"),
    @WritesAttribute(attribute = "crm.cleanse.rules", description = "Name of the set of rules"),
    @WritesAttribute(attribute = "crm.cleanse.quarantined", description = "Number of records that went to quarantine"),
    @WritesAttribute(attribute = "crm.quality.score.before", description = "Quality score of all records as they came, from 0 to 1"),
    @WritesAttribute(attribute = "crm.quality.score", description = "Quality score of all records as they leave, from 0 to 1"),
    @WritesAttribute(attribute = "crm.quality.grade", description = "accept, review or quarantine"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong with the content, and what helps")
})
public class CleanseCustomer extends AbstractProcessor implements VerifiableProcessor {

    static final Relationship SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Customers that are good enough to go on")
            .build();

    static final Relationship QUARANTINE = new Relationship.Builder()
            .name("quarantine")
            .description("Customers that are not, each with its issues. Corrected, they may come in again")
            .build();

    static final Relationship REPORT = new Relationship.Builder()
            .name("report")
            .description("One JSON report for each FlowFile: counts, scores before and after, fields and issues; personal data is masked")
            .autoTerminateDefault(true)
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that could not be read to their end; what could be read went on")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Set.of(SUCCESS, QUARANTINE, REPORT, FAILURE);

    private volatile CleansingConfiguration configuration;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return CleansingProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    protected PropertyDescriptor getSupportedDynamicPropertyDescriptor(final String name) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description("Lookup Service of the reference system " + name)
                .identifiesControllerService(LookupService.class)
                .dynamic(true)
                .build();
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        return CleansingConfiguration.validate(context);
    }

    @OnScheduled
    public void compile(final ProcessContext context) {
        configuration = CleansingConfiguration.of(context);
    }

    @OnStopped
    public void release() {
        if (configuration != null) {
            configuration.close();
            configuration = null;
        }
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final String region = CleansingConfiguration.region(
                context.getProperty(CleansingProperties.DEFAULT_REGION).evaluateAttributeExpressions(flowFile).getValue());
        final FlowFile created = session.create(flowFile);
        try (RecordInput input = RecordServices.open(context, session, flowFile, getLogger());
                RecordRoutes routes = RecordServices.routes(context, session, flowFile, getLogger())) {
            final CleansingStage stage = configuration.stage(input.schema(), region);
            final FlowFile report = cleanse(session, input, routes, stage, created);
            finish(session, flowFile, input, routes, stage, report);
        } catch (final IOException | SchemaNotFoundException e) {
            throw new ProcessException("Writing the records failed; check the schema of the Record Writer", e);
        }
    }

    private FlowFile cleanse(final ProcessSession session, final RecordInput input, final RecordRoutes routes, final CleansingStage stage, final FlowFile report)
            throws IOException, SchemaNotFoundException {
        routes.declare(SUCCESS, stage.schema());
        routes.declare(QUARANTINE, stage.quarantineSchema());
        try (OutputStream content = session.write(report)) {
            final JsonGenerator json = stage.report().begin(content, report.getAttribute(CoreAttributes.FILENAME.key()), configuration.plan().name(), Instant.now().toString());
            final ReportDetails details = configuration.issueDestination() == IssueDestination.REPORT ? new ReportDetails(json) : null;
            for (Record record = input.next(); record != null; record = input.next()) {
                final CleansedCustomer customer = stage.process(record);
                routes.write(customer.quarantined() ? QUARANTINE : SUCCESS, customer.record());
                if (details != null) {
                    details.write(input.position(), record.getAsString(CustomerSchema.SOURCE_ID), customer.findings());
                }
            }

            if (details != null) {
                details.end();
            }

            stage.report().end(json, Instant.now().toString());
        }

        return report;
    }

    private void finish(final ProcessSession session, final FlowFile flowFile, final RecordInput input, final RecordRoutes routes, final CleansingStage stage,
                        final FlowFile report) throws IOException, SchemaNotFoundException {
        final Optional<String> problem = input.problem();
        if (problem.isEmpty() && stage.report().records() == 0) {
            routes.ensure(SUCCESS);
        }

        input.close();
        final Map<String, String> attributes = attributes(stage);
        routes.transfer(attributes, "%s: %d records, %d of them quarantined"
                .formatted(configuration.plan().name(), stage.report().records(), stage.report().quarantined()));
        final Map<String, String> reportAttributes = new HashMap<>(attributes);
        reportAttributes.put(CoreAttributes.MIME_TYPE.key(), "application/json");
        session.transfer(session.putAllAttributes(report, reportAttributes), REPORT);
        count(session, stage);
        Failures.settle(session, flowFile, problem, FAILURE, getLogger());
    }

    private Map<String, String> attributes(final CleansingStage stage) {
        final Scores after = stage.report().scoresAfter();
        final Map<String, String> attributes = new HashMap<>();
        attributes.put("crm.cleanse.rules", configuration.plan().name());
        attributes.put("crm.cleanse.quarantined", Long.toString(stage.report().quarantined()));
        attributes.put("crm.quality.grade", after.grade().key());
        Figures.put(attributes, "crm.quality.score.before", stage.report().scoresBefore().score());
        Figures.put(attributes, "crm.quality.score", after.score());
        return attributes;
    }

    private static void count(final ProcessSession session, final CleansingStage stage) {
        session.adjustCounter("Records In", stage.report().records(), false);
        session.adjustCounter("Records Cleansed", stage.report().records() - stage.report().quarantined(), false);
        session.adjustCounter("Records Quarantined", stage.report().quarantined(), false);
        session.adjustCounter("Records Changed", stage.report().changed(), false);
        session.adjustCounter("Records Filled", stage.report().filled(), false);
        stage.report().grades().forEach((grade, records) -> session.adjustCounter("Grade " + grade.key(), records, false));
        stage.report().issues().forEach((code, findings) -> session.adjustCounter("Issue " + code, findings, false));
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog verificationLogger, final Map<String, String> attributes) {
        return CleansingVerification.verify(context, attributes);
    }
}
