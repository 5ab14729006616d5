package org.nificrm.processors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.apache.nifi.components.ConfigVerificationResult;
import org.apache.nifi.components.ConfigVerificationResult.Outcome;
import org.apache.nifi.context.PropertyContext;
import org.nificrm.matching.explain.ModelExplanation;
import org.nificrm.matching.explain.PairExplanation;
import org.nificrm.matching.field.SourceRecord;
import org.nificrm.matching.index.EntityStore;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.matching.prepare.ProfileReader;
import org.nificrm.record.dedup.MatchInput;
import org.nificrm.record.dedup.RecordContent;
import org.nificrm.services.CustomerIndexService;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What Verify shows: fields and roles, the model in force, and why a pair of sample records would be one customer or two. */
final class DedupVerification {

    private static final String SAMPLE = "crm.sample";
    private static final ObjectMapper MAPPER = new ObjectMapper();
    /** The customers among which the sample pair is imagined where no index says how many there are. */
    private static final long IMAGINED_RECORDS = 10_000;

    private final DedupConfiguration configuration;
    private final List<ConfigVerificationResult> results = new ArrayList<>();

    private DedupVerification(final DedupConfiguration configuration) {
        this.configuration = configuration;
    }

    /** @param attributes of an imagined FlowFile; {@value #SAMPLE} may hold a JSON array of two records */
    static List<ConfigVerificationResult> verify(final PropertyContext context, final Map<String, String> attributes) {
        final DedupConfiguration configuration = DedupConfiguration.of(context, 1);
        final DedupVerification verification = new DedupVerification(configuration);
        verification.add("Match Fields", Outcome.SUCCESSFUL, configuration.settings().fields().toJson());
        try {
            verification.explain(context, Optional.ofNullable(attributes.get(SAMPLE)));
        } catch (final IOException e) {
            verification.add("Customer Index", Outcome.FAILED, e.getMessage() + ". Verify the Customer Index service");
        }

        return verification.results;
    }

    private void explain(final PropertyContext context, final Optional<String> sample) throws IOException {
        MatchModel model = configuration.model().orElseGet(() -> MatchModel.builtIn(configuration.settings().fields()));
        long records = IMAGINED_RECORDS;
        if (configuration.scope() == DedupScope.INDEX) {
            final EntityStore store = context.getProperty(DedupProperties.CUSTOMER_INDEX).asControllerService(CustomerIndexService.class).store();
            records = store.transact(transaction -> transaction.recordCount());
            final Optional<String> kept = store.transact(transaction -> transaction.model());
            model = configuration.modelChoice().current(kept, configuration.settings());
            add("Customer Index", Outcome.SUCCESSFUL, "%,d records are known".formatted(records));
        }

        add("Match Model", Outcome.SUCCESSFUL, ModelExplanation.of(model).toPrettyString());
        if (sample.isPresent()) {
            explainPair(new Scorer(model, Math.max(2, records)), model, sample.get());
        } else {
            add("Sample Pair", Outcome.SKIPPED, "Give a JSON array of two records in the attribute %s to see why they would be one customer or two".formatted(SAMPLE));
        }
    }

    private void explainPair(final Scorer scorer, final MatchModel model, final String sample) {
        final JsonNode pair;
        try {
            pair = MAPPER.readTree(sample);
        } catch (final JsonProcessingException e) {
            add("Sample Pair", Outcome.FAILED, "The attribute %s is not valid JSON".formatted(SAMPLE));
            return;
        }

        if (pair.size() != 2 || !pair.path(0).isObject() || !pair.path(1).isObject()) {
            add("Sample Pair", Outcome.FAILED, "The attribute %s must hold a JSON array of two records".formatted(SAMPLE));
            return;
        }

        final double bits = scorer.score(profile(pair.get(0), model), profile(pair.get(1), model));
        final String verdict = bits >= configuration.settings().matchThreshold() ? "One customer"
                : bits >= configuration.settings().reviewThreshold() ? "A possible match, for review" : "Two customers";
        add("Sample Pair", Outcome.SUCCESSFUL,
                verdict + ": " + PairExplanation.full(scorer, profile(pair.get(0), model), profile(pair.get(1), model), false).toPrettyString());
    }

    private Profile profile(final JsonNode record, final MatchModel model) {
        final SourceRecord source = new MatchInput(configuration.settings().fields())
                .read(RecordContent.decode(record.toString().getBytes(StandardCharsets.UTF_8)));
        final Profile profile = new ProfileReader(configuration.settings().fields()).read(source);
        model.apply(profile);
        return profile;
    }

    private void add(final String step, final Outcome outcome, final String explanation) {
        results.add(new ConfigVerificationResult.Builder().verificationStepName(step).outcome(outcome).explanation(explanation).build());
    }
}
