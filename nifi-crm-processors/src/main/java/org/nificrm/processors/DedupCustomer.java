package org.nificrm.processors;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.SystemResource;
import org.apache.nifi.annotation.behavior.SystemResourceConsideration;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.annotation.lifecycle.OnScheduled;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.logging.ComponentLog;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.VerifiableProcessor;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.schema.access.SchemaNotFoundException;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.matching.Arrivals;
import org.nificrm.matching.BatchMatch;
import org.nificrm.matching.explain.RunExplanation;
import org.nificrm.matching.index.Constraint;
import org.nificrm.reconciliation.report.ReportReader;
import org.nificrm.reconciliation.report.StageReport;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.record.dedup.BatchDedup;
import org.nificrm.record.dedup.DedupRoutes;
import org.nificrm.record.dedup.IndexDedup;
import org.nificrm.record.dedup.StewardDecisions;
import org.nificrm.services.CustomerIndexService;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Tags({"crm", "customer", "deduplicate", "match", "merge", "record linkage", "entity resolution", "golden record", "survivorship", "master data"})
@CapabilityDescription("""
        Finds records of the same person or company, exactly and by likelihood, within a FlowFile and against all seen before, and merges
        them into one golden record, field by field. Works on the customer schema without any configuration, and on any other schema
        with Match Fields. Pairs that may be one customer leave for a person to review; decided, they come back in and are honoured from
        then on.""")
@InputRequirement(InputRequirement.Requirement.INPUT_REQUIRED)
@SystemResourceConsideration(resource = SystemResource.MEMORY, description = "With Scope Within FlowFile what is compared of each record is held in memory while it is matched")
@SeeAlso({CleanseCustomer.class, PutCrmCustomer.class})
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of records in the FlowFile"),
    @WritesAttribute(attribute = "mime.type", description = "Media type of the FlowFile"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong with the content, and what helps")
})
public class DedupCustomer extends AbstractProcessor implements VerifiableProcessor {

    static final Relationship SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Golden records: merged ones and those that stand alone, with golden_id, the sources behind them and where each value came from")
            .build();

    static final Relationship DUPLICATE = new Relationship.Builder()
            .name("duplicate")
            .description("The records that were merged, each with its golden_id and what links it")
            .build();

    static final Relationship REVIEW = new Relationship.Builder()
            .name("review")
            .description("Pairs that may be one customer. With their field decision filled in ('match' or 'no match') they may come in again")
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that could not be read to their end, whose good records went on, and decisions that cannot be understood")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Set.of(SUCCESS, DUPLICATE, REVIEW, StageReports.REPORT, FAILURE);

    private volatile DedupConfiguration configuration;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return DedupProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        return DedupConfiguration.validate(context);
    }

    @OnScheduled
    public void configure(final ProcessContext context) {
        configuration = DedupConfiguration.of(context, Math.max(1, Runtime.getRuntime().availableProcessors() / context.getMaxConcurrentTasks()));
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        final Instant started = Instant.now();
        final StageReport report = new StageReport("dedup");
        final ObjectNode details = JsonNodeFactory.instance.objectNode();
        Optional<String> problem;
        try (RecordRoutes routes = RecordServices.routes(context, session, flowFile, getLogger())) {
            problem = dedup(context, session, flowFile, new DedupRoutes(routes, SUCCESS, DUPLICATE, REVIEW), report, details);
            if (problem.isEmpty()) {
                routes.ensure(SUCCESS);
            }

            report.records().add("golden", routes.count(SUCCESS));
            report.records().add("duplicate", Math.max(0, report.records().get("in") - routes.count(SUCCESS)));
            report.records().add("review", routes.count(REVIEW));
            transfer(session, routes);
            report.finish(started, Instant.now());
            StageReports.transfer(session, flowFile, details.isEmpty() ? report.toJson() : report.toJson().set(ReportReader.DETAILS, details));
        } catch (final SchemaNotFoundException e) {
            throw new ProcessException("Writing the records failed; check the schema of the Record Writer", e);
        } catch (final IOException e) {
            session.rollback(true);
            context.yield();
            getLogger().error("Matching {} failed; it will be tried again", flowFile, e);
            return;
        }

        Failures.settle(session, flowFile, problem, FAILURE, getLogger());
    }

    /** Matches all records and writes what became of them; returns what could not be read or understood. */
    private Optional<String> dedup(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final DedupRoutes routes,
            final StageReport report, final ObjectNode details) throws IOException {
        try (RecordInput input = RecordServices.open(context, session, flowFile, getLogger())) {
            if (StewardDecisions.areIn(input.schema())) {
                return decide(context, input, routes);
            }

            final Optional<String> problem = switch (configuration.scope()) {
                case FLOWFILE -> dedupWithin(context, session, flowFile, input, routes, details);
                case INDEX -> dedupAgainstIndex(context, session, input, routes);
            };
            report.records().add("in", input.position());
            report.throughput().add(Instant.now(), input.position());
            return problem;
        }
    }

    private Optional<String> dedupWithin(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final RecordInput input,
            final DedupRoutes routes, final ObjectNode details) throws IOException {
        final BatchDedup dedup = new BatchDedup(configuration.settings(), configuration.model(), configuration.golden(), configuration.links());
        final BatchMatch match = dedup.match(input);
        input.close();
        details.setAll(RunExplanation.of(match, configuration.settings()));
        try (RecordInput again = RecordServices.open(context, session, flowFile, getLogger())) {
            dedup.write(match, again, routes);
        }

        return input.problem();
    }

    private Optional<String> dedupAgainstIndex(final ProcessContext context, final ProcessSession session, final RecordInput input, final DedupRoutes routes)
            throws IOException {
        final IndexDedup dedup = indexDedup(context);
        dedup.match(input);
        dedup.write(routes);
        count(session, dedup.arrivals());
        return input.problem();
    }

    private static void count(final ProcessSession session, final Arrivals arrivals) {
        session.adjustCounter("Records New", arrivals.created(), false);
        session.adjustCounter("Records Newer", arrivals.updated(), false);
        session.adjustCounter("Records Unchanged", arrivals.unchanged(), false);
        session.adjustCounter("Records Outdated", arrivals.outdated(), false);
    }

    private Optional<String> decide(final ProcessContext context, final RecordInput input, final DedupRoutes routes) throws IOException {
        if (configuration.scope() == DedupScope.FLOWFILE) {
            return Optional.of("Decisions need an index that remembers them: set Scope to Against Index");
        }

        final List<Constraint> decisions = new ArrayList<>();
        for (Record record = input.next(); record != null; record = input.next()) {
            try {
                StewardDecisions.read(record).ifPresent(decisions::add);
            } catch (final IllegalArgumentException e) {
                return Optional.of("Record %d: %s".formatted(input.position(), e.getMessage()));
            }
        }

        final IndexDedup dedup = indexDedup(context);
        dedup.decide(decisions);
        dedup.write(routes);
        return input.problem();
    }

    private IndexDedup indexDedup(final ProcessContext context) throws IOException {
        final CustomerIndexService index = context.getProperty(DedupProperties.CUSTOMER_INDEX).asControllerService(CustomerIndexService.class);
        return new IndexDedup(configuration.settings(), configuration.modelChoice(), index.store(), configuration.golden(), configuration.links());
    }

    private static void transfer(final ProcessSession session, final RecordRoutes routes) throws IOException {
        session.adjustCounter("Golden Records", routes.count(SUCCESS), false);
        session.adjustCounter("Duplicates", routes.count(DUPLICATE), false);
        session.adjustCounter("Possible Matches", routes.count(REVIEW), false);
        routes.transfer(Map.of(), "%d golden records, %d duplicates, %d possible matches"
                .formatted(routes.count(SUCCESS), routes.count(DUPLICATE), routes.count(REVIEW)));
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog logger, final Map<String, String> attributes) {
        return DedupVerification.verify(context, attributes);
    }
}
