package org.nificrm.processors;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.components.PropertyValue;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.customer.Issue;
import org.nificrm.document.DocumentProblem;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.document.SampleRecords;
import org.nificrm.mapping.Mapped;
import org.nificrm.mapping.Mapping;
import org.nificrm.mapping.MappingPlan;
import org.nificrm.mapping.RecordMapper;
import org.nificrm.mapping.UnknownSourceException;
import org.nificrm.mapping.sample.SampleGenerator;
import org.nificrm.mapping.source.Expressions;
import org.nificrm.mapping.value.MapConversion;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What Verify shows: whether the document is right, and field by field what becomes of a sample record. */
final class MappingVerification {

    private static final String SAMPLE = "crm.sample";

    private final ProcessContext context;
    private final Map<String, String> attributes;
    private final MappingDocuments documents;
    private final List<ConfigVerificationResult> results = new ArrayList<>();

    private MappingVerification(final ProcessContext context, final Map<String, String> attributes) {
        this.context = context;
        this.attributes = attributes;
        documents = new MappingDocuments(context.getProperties());
    }

    /** @param attributes of an imagined FlowFile; {@value #SAMPLE} may hold the sample as a JSON object */
    static List<ConfigVerificationResult> verify(final ProcessContext context, final Map<String, String> attributes) {
        final MappingVerification verification = new MappingVerification(context, attributes);
        verification.run();
        return verification.results;
    }

    private void run() {
        try {
            final MappingPlan plan = documents.plan(context, attributes);
            add("Compile Mapping Document", Outcome.SUCCESSFUL, "Mappings: " + plan.mappings().stream().map(Mapping::name).toList());
            mapSample(plan);
        } catch (final InvalidDocumentException e) {
            for (final DocumentProblem problem : e.problems()) {
                add("Compile Mapping Document", Outcome.FAILED, problem.toString());
            }
        } catch (final IOException e) {
            add("Compile Mapping Document", Outcome.FAILED, "The document cannot be read; name a file that NiFi can read, or enter the document itself");
        }
    }

    private void mapSample(final MappingPlan plan) {
        final String sample = attributes.get(SAMPLE);
        try {
            if (sample == null) {
                for (final Mapping mapping : plan.mappings()) {
                    show(mapping, SampleGenerator.generate(mapping, expressions()), "a generated record");
                }
            } else {
                final Record record = SampleRecords.parse(sample);
                show(plan.select(sourceSystem(), record.getSchema()), record, "the record in " + SAMPLE);
            }
        } catch (final IllegalArgumentException | UnknownSourceException e) {
            add("Map Sample", Outcome.FAILED, e.getMessage());
        }
    }

    private String sourceSystem() {
        final PropertyValue named = context.getProperty(MappingProperties.SOURCE_SYSTEM).evaluateAttributeExpressions(attributes);
        return named.getValue() == null || named.getValue().isBlank() ? null : named.getValue().strip();
    }

    private Expressions expressions() {
        return (expression, fields) -> {
            final Map<String, String> all = new HashMap<>(attributes);
            all.putAll(fields);
            return documents.expression(context, expression).evaluateAttributeExpressions(all).getValue();
        };
    }

    private void show(final Mapping mapping, final Record sample, final String kind) {
        final Mapping.Settings settings = new Mapping.Settings(sourceSystem(),
                context.getProperty(MappingProperties.UNMAPPED_FIELDS).asAllowableValue(UnmappedFields.class).policy(),
                context.getProperty(MappingProperties.ERROR_POLICY).asAllowableValue(MappingErrors.class).policy());
        final RecordMapper mapper = mapping.open(sample.getSchema(), settings, expressions());
        final Mapped mapped = mapper.map(sample);
        final Map<String, Object> texts = new LinkedHashMap<>();
        MapConversion.flatten("", sample, texts);
        add("Map Sample", mapped.isValid() ? Outcome.SUCCESSFUL : Outcome.FAILED, "Mapping '%s' maps %s: %s".formatted(mapping.name(), kind, texts));
        mapper.missingPaths().forEach(path -> add("Map Sample", Outcome.SKIPPED, "The sample has no " + path));
        for (final String field : mapper.targetSchema().getFieldNames()) {
            showField(field, mapped);
        }
    }

    private void showField(final String field, final Mapped mapped) {
        final String path = "/" + field;
        final List<Issue> issues = mapped.issues().stream()
                .filter(issue -> issue.field().equals(path) || issue.field().startsWith(path + "/") || issue.field().startsWith(path + "["))
                .toList();
        for (final Issue issue : issues) {
            add(path, Outcome.FAILED, "%s: %s".formatted(issue.code(), issue.message()));
        }

        final Object value = mapped.record().getValue(field);
        if (value != null) {
            final Map<String, Object> texts = new LinkedHashMap<>();
            MapConversion.flatten(field, value, texts);
            texts.forEach((name, text) -> add("/" + name, Outcome.SUCCESSFUL, text.toString()));
        } else if (issues.isEmpty()) {
            add(path, Outcome.SKIPPED, "no value");
        }
    }

    private void add(final String step, final Outcome outcome, final String explanation) {
        results.add(new ConfigVerificationResult.Builder().verificationStepName(step).outcome(outcome).explanation(explanation).build());
    }
}
