package org.nificrm.processors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.InputRequirement.Requirement;
import org.apache.nifi.annotation.behavior.Stateful;
import org.apache.nifi.annotation.behavior.TriggerSerially;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.configuration.DefaultSchedule;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.MultiProcessorUseCase;
import org.apache.nifi.annotation.documentation.ProcessorConfiguration;
import org.apache.nifi.annotation.documentation.SeeAlso;
import org.apache.nifi.annotation.documentation.Tags;
import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.components.Validator;
import org.apache.nifi.components.state.Scope;
import org.apache.nifi.expression.ExpressionLanguageScope;
import org.apache.nifi.flowfile.FlowFile;
import org.apache.nifi.flowfile.attributes.CoreAttributes;
import org.apache.nifi.processor.AbstractProcessor;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.processor.ProcessSession;
import org.apache.nifi.processor.Relationship;
import org.apache.nifi.processor.exception.ProcessException;
import org.apache.nifi.processor.util.StandardValidators;
import org.apache.nifi.scheduling.SchedulingStrategy;
import org.nificrm.reconciliation.report.MigrationReport;
import org.nificrm.reconciliation.report.ReportReader;
import org.nificrm.reconciliation.report.page.Acceptance;
import org.nificrm.reconciliation.report.page.MigrationPage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

@Tags({"crm", "customer", "migration", "report", "html", "quality", "reconcile", "throughput"})
@CapabilityDescription("""
        Adds up the reports of the stages of a migration and draws one page of all of them: the verdict first, then how many records came through which
        stage, what did not and why, quality before and after, consistency, timeliness and throughput. The page is one HTML file that needs nothing else, and
        holds no customer's data. What came so far is remembered: each new page tells the whole migration.""")
@InputRequirement(Requirement.INPUT_REQUIRED)
@TriggerSerially
@DefaultSchedule(strategy = SchedulingStrategy.TIMER_DRIVEN, period = "5 sec")
@Stateful(scopes = Scope.LOCAL, description = """
        The sum of all reports so far, a few kilobytes whatever the number of records. Clear it to begin the report of another migration. In a cluster, set the \
        load balance strategy of the incoming connection to Single node, so that one node has all reports.""")
@SeeAlso({ReconcileCrmCustomer.class, CleanseCustomer.class, PutCrmCustomer.class})
@WritesAttributes({
    @WritesAttribute(attribute = "filename", description = "migration-report.html or migration-report.json"),
    @WritesAttribute(attribute = "mime.type", description = "text/html or application/json"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong with the FlowFile, and what helps")
})
@MultiProcessorUseCase(
        description = "Keep a page that tells how a migration goes, and in the end how it went",
        keywords = {"report", "dashboard", "acceptance"},
        configurations = {
            @ProcessorConfiguration(
                    processorClass = ReconcileCrmCustomer.class,
                    configuration = "Connect 'report' to ReportMigration, and so the relationship 'report' of every other stage."),
            @ProcessorConfiguration(
                    processorClass = ReportMigration.class,
                    configuration = "Keep the defaults and connect 'html' and 'json' to PutFile."),
            @ProcessorConfiguration(
                    processorClassName = "org.apache.nifi.processors.standard.PutFile",
                    configuration = "Set 'Conflict Resolution Strategy' to 'replace', so that the page is always the newest.")
        })
public class ReportMigration extends AbstractProcessor {

    private static final Validator ZONE_VALIDATOR = (subject, input, context) -> new ValidationResult.Builder().subject(subject).input(input)
            .valid(isZone(input)).explanation("it requires a time zone, for example UTC or Asia/Shanghai").build();

    static final PropertyDescriptor TITLE = new PropertyDescriptor.Builder()
            .name("Title")
            .description("Heading of the page")
            .expressionLanguageSupported(ExpressionLanguageScope.ENVIRONMENT)
            .addValidator(StandardValidators.NON_BLANK_VALIDATOR)
            .defaultValue("Migration report")
            .required(true)
            .build();

    static final PropertyDescriptor REQUIRED_COMPLETENESS = new PropertyDescriptor.Builder()
            .name("Required Completeness")
            .description("Share of the records that must have arrived for the verdict to be 'Passed', from 0 to 1")
            .addValidator(Shares.FROM_0)
            .defaultValue("1")
            .required(true)
            .build();

    static final PropertyDescriptor REQUIRED_CONSISTENCY = new PropertyDescriptor.Builder()
            .name("Required Consistency")
            .description("Least mean share of equal fields for the verdict to be 'Passed', from 0 to 1")
            .addValidator(Shares.FROM_0)
            .defaultValue("0.99")
            .required(true)
            .build();

    static final PropertyDescriptor TIME_ZONE = new PropertyDescriptor.Builder()
            .name("Time Zone")
            .description("Time zone of the times on the page, for example UTC or Asia/Shanghai")
            .addValidator(ZONE_VALIDATOR)
            .defaultValue("UTC")
            .required(true)
            .build();

    static final Relationship HTML = new Relationship.Builder()
            .name("html")
            .description("The page, one file that needs nothing else")
            .build();

    static final Relationship SUM = new Relationship.Builder()
            .name("json")
            .description("The same figures as JSON. It is a report itself: the reports of several nodes or migrations can be added up")
            .autoTerminateDefault(true)
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that are no report; they count nothing")
            .build();

    private static final List<PropertyDescriptor> PROPERTIES = List.of(TITLE, REQUIRED_COMPLETENESS, REQUIRED_CONSISTENCY, TIME_ZONE);
    private static final Set<Relationship> RELATIONSHIPS = Set.of(HTML, SUM, FAILURE);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_FLOWFILES = 1000;
    private static final String STATE = "report";

    private static boolean isZone(final String input) {
        try {
            ZoneId.of(input);
            return true;
        } catch (final DateTimeException e) {
            return false;
        }
    }

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return PROPERTIES;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final List<FlowFile> flowFiles = session.get(MOST_FLOWFILES);
        if (flowFiles.isEmpty()) {
            return;
        }

        try {
            final MigrationReport sum = remembered(session);
            final List<FlowFile> added = new ArrayList<>();
            for (final FlowFile flowFile : flowFiles) {
                if (add(session, flowFile, sum)) {
                    added.add(flowFile);
                }
            }

            if (!added.isEmpty()) {
                final byte[] json = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(sum.toJson());
                session.setState(Map.of(STATE, new String(json, StandardCharsets.UTF_8)), Scope.LOCAL);
                transfer(session, added, json, "json", "application/json", SUM);
                transfer(session, added, page(context).render(sum, Instant.now()).getBytes(StandardCharsets.UTF_8), "html", "text/html", HTML);
                session.remove(added);
            }
        } catch (final IOException e) {
            throw new ProcessException("The sum of the reports cannot be read or written. Clear the state of the processor to begin anew", e);
        }
    }

    private static MigrationReport remembered(final ProcessSession session) throws IOException {
        final MigrationReport sum = new MigrationReport();
        final String state = session.getState(Scope.LOCAL).get(STATE);
        if (state != null) {
            ReportReader.addTo(sum, new ByteArrayInputStream(state.getBytes(StandardCharsets.UTF_8)));
        }

        return sum;
    }

    /** Adds all reports of a FlowFile, or none. */
    private boolean add(final ProcessSession session, final FlowFile flowFile, final MigrationReport sum) {
        final MigrationReport report = new MigrationReport();
        try (InputStream content = session.read(flowFile)) {
            ReportReader.addTo(report, content);
        } catch (final JsonProcessingException e) {
            fail(session, flowFile, "The content is no JSON. Connect the relationship report of a stage");
            return false;
        } catch (final IllegalArgumentException e) {
            fail(session, flowFile, e.getMessage());
            return false;
        } catch (final IOException e) {
            throw new ProcessException("Reading the report failed", e);
        }

        sum.add(report.toJson());
        return true;
    }

    private void fail(final ProcessSession session, final FlowFile flowFile, final String problem) {
        getLogger().error("{} counts nothing: {}", flowFile, problem);
        session.transfer(session.putAttribute(flowFile, "crm.error", problem), FAILURE);
    }

    private static MigrationPage page(final ProcessContext context) {
        return new MigrationPage(context.getProperty(TITLE).evaluateAttributeExpressions().getValue(),
                new Acceptance(Double.parseDouble(context.getProperty(REQUIRED_COMPLETENESS).getValue()),
                        Double.parseDouble(context.getProperty(REQUIRED_CONSISTENCY).getValue())),
                ZoneId.of(context.getProperty(TIME_ZONE).getValue()));
    }

    private static void transfer(final ProcessSession session, final List<FlowFile> parents, final byte[] content, final String extension, final String mimeType,
            final Relationship relationship) {
        final FlowFile written = session.write(session.create(parents), out -> out.write(content));
        session.transfer(session.putAllAttributes(written, Map.of(
                CoreAttributes.FILENAME.key(), "migration-report." + extension,
                CoreAttributes.MIME_TYPE.key(), mimeType)), relationship);
    }
}
