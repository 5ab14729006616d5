package org.nificrm.processors;

import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.processor.ProcessContext;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.Finding;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.document.SampleRecords;
import org.nificrm.quality.Scores;
import org.nificrm.record.CleansedCustomer;
import org.nificrm.record.Masking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a person sees who presses Verify: the rules in force and what they do to a sample record. */
final class CleansingVerification {

    /** Attribute that holds the sample as a JSON object. */
    static final String SAMPLE = "crm.sample";

    private static final String GENERATED_SAMPLE = """
            {"source_system": "sample", "source_id": "1", "full_name": "Dr. MARÍA  DE LA CRUZ", "email": "Maria.DeLaCruz@Example.ORG",
             "phone": "(030) 901820", "country": "Germany", "birth_date": "1984-02-29", "city": "N/A"}""";

    private CleansingVerification() {
    }

    static List<ConfigVerificationResult> verify(final ProcessContext context, final Map<String, String> attributes) {
        final List<ConfigVerificationResult> results = new ArrayList<>();
        try (CleansingConfiguration configuration = CleansingConfiguration.of(context)) {
            results.add(result("Rules in force", Outcome.SUCCESSFUL, "%s: %s".formatted(configuration.plan().name(), String.join(", ", configuration.plan().rules()))));
            final String region = context.getProperty(CleansingProperties.DEFAULT_REGION).evaluateAttributeExpressions(attributes).getValue();
            results.addAll(cleanse(configuration, attributes.getOrDefault(SAMPLE, GENERATED_SAMPLE), CleansingConfiguration.region(region)));
        } catch (final InvalidDocumentException e) {
            results.add(result("Rules in force", Outcome.FAILED, e.getMessage()));
        }

        return results;
    }

    private static List<ConfigVerificationResult> cleanse(final CleansingConfiguration configuration, final String json, final String region) {
        final Record sample;
        try {
            sample = SampleRecords.parse(json, CustomerSchema.SCHEMA);
        } catch (final InvalidDocumentException e) {
            return List.of(result("Sample", Outcome.FAILED, "The attribute %s %s".formatted(SAMPLE, e.getMessage())));
        }

        final CleansedCustomer customer = configuration.stage(sample.getSchema(), region).process(sample);
        final List<ConfigVerificationResult> results = new ArrayList<>();
        for (final Finding finding : customer.findings()) {
            results.add(result("Sample " + (finding.field() == null ? "record" : finding.field()), Outcome.SUCCESSFUL, told(finding)));
        }

        results.add(result("Sample quality", Outcome.SUCCESSFUL, "before: %s; after: %s; %s".formatted(told(customer.before()), told(customer.after()),
                customer.quarantined() ? "goes to quarantine" : "goes on")));
        return results;
    }

    private static String told(final Finding finding) {
        final String change = finding.after() == null && finding.before() == null ? ""
                : ": %s -> %s".formatted(Masking.mask(finding.before()), finding.after() == null ? "" : Masking.mask(finding.after()));
        return "%s (%s)%s. %s".formatted(finding.code(), finding.action().key(), change, finding.message());
    }

    private static String told(final Scores scores) {
        return "score %s (completeness %s, validity %s, consistency %s, accuracy %s), %s".formatted(told(scores.score()), told(scores.completeness()),
                told(scores.validity()), told(scores.consistency()), told(scores.accuracy()), scores.grade().key());
    }

    private static String told(final Double figure) {
        return figure == null ? "-" : String.format(Locale.ROOT, "%.2f", figure);
    }

    private static ConfigVerificationResult result(final String step, final Outcome outcome, final String explanation) {
        return new ConfigVerificationResult.Builder().verificationStepName(step).outcome(outcome).explanation(explanation).build();
    }
}
