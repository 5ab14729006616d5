package org.nificrm.processors;

import org.apache.nifi.annotation.behavior.DynamicProperty;
import org.apache.nifi.annotation.behavior.InputRequirement;
import org.apache.nifi.annotation.behavior.SideEffectFree;
import org.apache.nifi.annotation.behavior.SupportsBatching;
import org.apache.nifi.annotation.behavior.WritesAttribute;
import org.apache.nifi.annotation.behavior.WritesAttributes;
import org.apache.nifi.annotation.documentation.CapabilityDescription;
import org.apache.nifi.annotation.documentation.Tags;
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
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.mapping.ErrorPolicy;
import org.nificrm.mapping.Mapped;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.RecordMapper;
import org.nificrm.mapping.UnknownSourceException;
import org.nificrm.reconciliation.report.Counts;
import org.nificrm.reconciliation.report.StageReport;
import org.nificrm.record.RecordInput;
import org.nificrm.record.RecordRoutes;
import org.nificrm.record.RecordSchemas;

import java.io.IOException;
import java.util.Collection;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

@SideEffectFree
@SupportsBatching
@InputRequirement(InputRequirement.Requirement.INPUT_REQUIRED)
@Tags({"customer", "crm", "map", "mapping", "migrate", "transform", "rename", "convert", "schema", "record"})
@CapabilityDescription("""
        Maps records of any source to the schema of the CRM by a mapping document: fields renamed, joined, split, converted and translated,
        lists built, constants and attributes added. The document is checked before anything runs. Records that cannot be mapped leave by
        'invalid' in their source shape, each with all its errors; the others go on.""")
@DynamicProperty(name = "Target field, such as first_name or /address/city", value = "RecordPath, or expression language",
        expressionLanguageScope = ExpressionLanguageScope.FLOWFILE_ATTRIBUTES, description = """
        A rule beside the Mapping Document's, or instead of a document in small cases: the target field takes the value at the RecordPath,
        or the result of the expression.""")
@WritesAttributes({
    @WritesAttribute(attribute = "record.count", description = "Number of records in the FlowFile"),
    @WritesAttribute(attribute = "mime.type", description = "Media type of the FlowFile"),
    @WritesAttribute(attribute = "crm.mapping.name", description = "Name of the mapping"),
    @WritesAttribute(attribute = "crm.mapping.version", description = "Version of the mapping"),
    @WritesAttribute(attribute = "crm.source.system", description = "Source system of the records, where it is known"),
    @WritesAttribute(attribute = "crm.error", description = "On failure: what is wrong, and what helps")
})
public class MapToCrmSchema extends AbstractProcessor implements VerifiableProcessor {

    static final Relationship SUCCESS = new Relationship.Builder()
            .name("success")
            .description("Records in the schema of the CRM; none where the FlowFile had none")
            .build();

    static final Relationship INVALID = new Relationship.Builder()
            .name("invalid")
            .description("Records that could not be mapped, in their source shape, each with its issues: code, field, message. Corrected, they may come in again")
            .build();

    static final Relationship FAILURE = new Relationship.Builder()
            .name("failure")
            .description("FlowFiles that could not be read to their end, whose good records went on, or for which there is no mapping")
            .build();

    private static final Set<Relationship> RELATIONSHIPS = Set.of(SUCCESS, INVALID, StageReports.REPORT, FAILURE);
    private static final RecordField ISSUES = new RecordField(Issue.FIELD_NAME, Issue.ARRAY_TYPE);

    private final Set<String> warned = ConcurrentHashMap.newKeySet();
    private volatile MappingDocuments documents;

    @Override
    protected List<PropertyDescriptor> getSupportedPropertyDescriptors() {
        return MappingProperties.ALL;
    }

    @Override
    public Set<Relationship> getRelationships() {
        return RELATIONSHIPS;
    }

    @Override
    protected PropertyDescriptor getSupportedDynamicPropertyDescriptor(final String name) {
        return new PropertyDescriptor.Builder()
                .name(name)
                .description("RecordPath or expression whose value the target field '%s' takes".formatted(name))
                .expressionLanguageSupported(ExpressionLanguageScope.FLOWFILE_ATTRIBUTES)
                .addValidator(StandardValidators.NON_EMPTY_VALIDATOR)
                .dynamic(true)
                .build();
    }

    @Override
    protected Collection<ValidationResult> customValidate(final ValidationContext context) {
        return MappingDocuments.validate(context);
    }

    @OnScheduled
    public void prepare(final ProcessContext context) {
        documents = new MappingDocuments(context.getProperties());
        warned.clear();
    }

    @Override
    public void onTrigger(final ProcessContext context, final ProcessSession session) throws ProcessException {
        final FlowFile flowFile = session.get();
        if (flowFile == null) {
            return;
        }

        Optional<String> problem;
        try (RecordInput input = RecordServices.open(context, session, flowFile, getLogger());
                RecordRoutes routes = RecordServices.routes(context, session, flowFile, getLogger())) {
            problem = input.problem();
            if (problem.isEmpty()) {
                problem = map(context, session, flowFile, input, routes);
            }
        } catch (final InvalidDocumentException e) {
            problem = Optional.of("The mapping document has mistakes: " + e.getMessage());
        } catch (final UnknownSourceException e) {
            problem = Optional.of(e.getMessage());
        } catch (final IOException | SchemaNotFoundException e) {
            throw new ProcessException("Mapping the records failed; check the mapping document's file and the schema of the Record Writer", e);
        }

        Failures.settle(session, flowFile, problem, FAILURE, getLogger());
    }

    /** Maps all records and transfers them; returns what could not be read, or why nothing was mapped. */
    private Optional<String> map(final ProcessContext context, final ProcessSession session, final FlowFile flowFile, final RecordInput input, final RecordRoutes routes)
            throws IOException, SchemaNotFoundException, UnknownSourceException {
        final Instant started = Instant.now();
        final StageReport report = new StageReport("map");
        final RecordMapper mapper = open(context, flowFile, input.schema());
        warnOfMissingPaths(mapper, input.schema());
        final RecordSchema invalidSchema = RecordSchemas.with(input.schema(), ISSUES);
        routes.declare(SUCCESS, mapper.targetSchema());
        routes.declare(INVALID, invalidSchema);
        for (Record record = input.next(); record != null; record = input.next()) {
            final Mapped mapped = mapper.map(record);
            if (mapped.isValid()) {
                routes.write(SUCCESS, mapped.record());
            } else if (mapper.settings().onError() == ErrorPolicy.FAIL) {
                return Optional.of("Record %d cannot be mapped: %s. Correct it, or set Error Policy to Collect".formatted(input.position(), codes(mapped)));
            } else {
                routes.write(INVALID, RecordSchemas.with(record, invalidSchema, Map.of(Issue.FIELD_NAME, Issue.toArray(mapped.issues()))));
                report.reasons("invalid").add(reason(mapped), 1);
            }
        }

        if (input.problem().isEmpty() && routes.count(INVALID) == 0) {
            routes.ensure(SUCCESS);
        }

        input.close();
        count(report.records(), routes);
        count(report.source(source(mapper)), routes);
        transfer(session, routes, mapper);
        report.throughput().add(Instant.now(), report.records().total());
        report.finish(started, Instant.now());
        StageReports.transfer(session, flowFile, report.toJson());
        return input.problem();
    }

    private static void count(final Counts records, final RecordRoutes routes) {
        records.add("mapped", routes.count(SUCCESS));
        records.add("invalid", routes.count(INVALID));
    }

    private static String source(final RecordMapper mapper) {
        final String sourceSystem = mapper.settings().sourceSystem();
        return sourceSystem == null ? mapper.mapping().name() : sourceSystem;
    }

    private RecordMapper open(final ProcessContext context, final FlowFile flowFile, final RecordSchema schema)
            throws IOException, UnknownSourceException {
        final String named = context.getProperty(MappingProperties.SOURCE_SYSTEM).evaluateAttributeExpressions(flowFile).getValue();
        final String sourceSystem = named == null || named.isBlank() ? null : named.strip();
        final Mapping mapping = documents.plan(context, flowFile.getAttributes()).select(sourceSystem, schema);
        return mapping.open(schema, settings(context, sourceSystem),
                (expression, fields) -> documents.expression(context, expression).evaluateAttributeExpressions(flowFile, fields).getValue());
    }

    private static Mapping.Settings settings(final ProcessContext context, final String sourceSystem) {
        return new Mapping.Settings(sourceSystem,
                context.getProperty(MappingProperties.UNMAPPED_FIELDS).asAllowableValue(UnmappedFields.class).policy(),
                context.getProperty(MappingProperties.ERROR_POLICY).asAllowableValue(MappingErrors.class).policy());
    }

    private void warnOfMissingPaths(final RecordMapper mapper, final RecordSchema schema) {
        if (schema.getFieldCount() == 0) {
            return;
        }

        for (final String path : mapper.missingPaths()) {
            if (warned.add(mapper.mapping().name() + path)) {
                getLogger().warn("Mapping '{}' reads {}, which the Record Reader's schema does not have; check the path, or the schema", mapper.mapping().name(), path);
            }
        }
    }

    /** The first error: one reason for each record. */
    private static String reason(final Mapped mapped) {
        return mapped.issues().stream().filter(issue -> issue.severity() == Severity.ERROR).map(Issue::code).findFirst().orElse("UNKNOWN");
    }

    /** Codes and fields only: the messages quote the record. */
    private static String codes(final Mapped mapped) {
        final StringBuilder codes = new StringBuilder();
        for (final Issue issue : mapped.issues()) {
            if (issue.severity() == Severity.ERROR) {
                codes.append(codes.isEmpty() ? "" : ", ").append(issue.code()).append(" at ").append(issue.field());
            }
        }

        return codes.toString();
    }

    private static void transfer(final ProcessSession session, final RecordRoutes routes, final RecordMapper mapper) throws IOException {
        final Map<String, String> attributes = new HashMap<>();
        attributes.put("crm.mapping.name", mapper.mapping().name());
        attributes.put("crm.mapping.version", mapper.mapping().version());
        if (mapper.settings().sourceSystem() != null) {
            attributes.put("crm.source.system", mapper.settings().sourceSystem());
        }

        final long valid = routes.count(SUCCESS);
        final long invalid = routes.count(INVALID);
        final String details = "%s version %s: %d mapped, %d invalid".formatted(mapper.mapping().name(), mapper.mapping().version(), valid, invalid);
        routes.transfer(attributes, details);
        session.adjustCounter("Records Mapped", valid, false);
        session.adjustCounter("Records Invalid", invalid, false);
    }

    @Override
    public List<ConfigVerificationResult> verify(final ProcessContext context, final ComponentLog logger, final Map<String, String> attributes) {
        return MappingVerification.verify(context, attributes);
    }
}
