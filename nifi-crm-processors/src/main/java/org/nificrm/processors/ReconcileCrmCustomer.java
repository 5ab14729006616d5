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
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.nificrm.delivery.CrmClient;
import org.nificrm.delivery.CrmException;
import org.nificrm.delivery.DeliverySettings;
import org.nificrm.delivery.Finding;
import org.nificrm.reconciliation.report.Counts;
import org.nificrm.reconciliation.report.ReconciliationReport;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
public class ReconcileCrmCustomer extends CrmProcessor<ReconciliationSettings> {

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

    private static final Set<Relationship> RELATIONSHIPS = Set.of(CONSISTENT, INCONSISTENT, MISSING, StageReports.REPORT, FAILURE);

    public ReconcileCrmCustomer() {
        super(FAILURE);
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return ReconciliationProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    ReconciliationSettings settings(final ProcessContext context, final Map<String, String> attributes) {
        return ReconciliationSettings.of(context, attributes);
    }

    @Override
    DeliverySettings delivery(final ReconciliationSettings settings) {
        return settings.asDelivery();
    }

    @Override
    Optional<String> process(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final CrmClient client,
            final ReconciliationSettings settings) throws CrmException, IOException, SchemaNotFoundException {
        try (RecordInput input = RecordServices.open(context, session, flowFile, getLogger());
                RecordRoutes routes = RecordServices.routes(context, session, flowFile, getLogger())) {
            final ReconciliationStage stage = new ReconciliationStage(client, settings, input, routes, Clock.systemUTC());
            stage.run();
            input.close();

            final ReconciliationReport report = stage.report();
            routes.transfer(attributes(report), details(report));
            StageReports.transfer(session, flowFile, report.toJson());
            count(session, report.stage().records());
            return input.problem();
        }
    }

    private static Map<String, String> attributes(final ReconciliationReport report) {
        final Map<String, String> attributes = new HashMap<>();
        for (final String verdict : List.of(ReconciliationReport.CONSISTENT, ReconciliationReport.INCONSISTENT, ReconciliationReport.MISSING,
                ReconciliationReport.SKIPPED)) {
            attributes.put("crm." + verdict, Long.toString(report.stage().records().get(verdict)));
        }

        Figures.put(attributes, "crm.completeness", report.completeness());
        Figures.put(attributes, "crm.consistency", report.consistency());
        return attributes;
    }

    private static String details(final ReconciliationReport report) {
        final Counts records = report.stage().records();
        return "%d consistent, %d inconsistent, %d missing".formatted(records.get(ReconciliationReport.CONSISTENT),
                records.get(ReconciliationReport.INCONSISTENT), records.get(ReconciliationReport.MISSING));
    }

    private static void count(final ProcessSession session, final Counts records) {
        session.adjustCounter("Records Consistent", records.get(ReconciliationReport.CONSISTENT), false);
        session.adjustCounter("Records Inconsistent", records.get(ReconciliationReport.INCONSISTENT), false);
        session.adjustCounter("Records Missing", records.get(ReconciliationReport.MISSING), false);
        session.adjustCounter("Records Skipped", records.get(ReconciliationReport.SKIPPED), false);
    }

    @Override
    List<Finding> examine(final CrmClient client, final ReconciliationSettings settings) throws CrmException {
        final List<Finding> findings = new ArrayList<>(super.examine(client, settings));
        findings.addAll(examineFields(client, settings));
        return findings;
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
