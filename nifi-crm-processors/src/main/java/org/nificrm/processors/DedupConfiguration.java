package org.nificrm.processors;

import org.apache.nifi.components.PropertyDescriptor;
import org.apache.nifi.components.ValidationContext;
import org.apache.nifi.components.ValidationResult;
import org.apache.nifi.context.PropertyContext;
import org.nificrm.document.InvalidDocumentException;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.ModelChoice;
import org.nificrm.matching.field.MatchFields;
import org.nificrm.matching.model.MatchModel;
import org.nificrm.matching.survive.Merger;
import org.nificrm.matching.survive.RoleValidity;
import org.nificrm.matching.survive.Survivorship;
import org.nificrm.record.dedup.ExplanationLevel;
import org.nificrm.record.dedup.GoldenRecords;
import org.nificrm.record.dedup.LinkRecords;
import org.nificrm.services.DocumentProperty;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the properties of {@link DedupCustomer} say, read once per schedule.
 *
 * @param scope       among which records duplicates are looked for
 * @param settings    how to match
 * @param model       the given model; empty to learn one
 * @param modelChoice the same for an index, which keeps what it learned
 * @param golden      builds golden records
 * @param links       builds the records about links
 */
record DedupConfiguration(DedupScope scope, MatchSettings settings, Optional<MatchModel> model, ModelChoice modelChoice, GoldenRecords golden,
        LinkRecords links) {

    /**
     * @param threads for matching within one FlowFile
     * @throws IllegalArgumentException naming what cannot be used
     */
    static DedupConfiguration of(final PropertyContext context, final int threads) {
        final MatchFields fields = fields(context);
        final MatchSettings settings = new MatchSettings(fields, context.getProperty(DedupProperties.MATCH_THRESHOLD).asDouble(),
                context.getProperty(DedupProperties.REVIEW_THRESHOLD).asDouble(), threads);
        final Optional<MatchModel> model = model(context, fields);
        return new DedupConfiguration(context.getProperty(DedupProperties.SCOPE).asAllowableValue(DedupScope.class), settings, model,
                model.map(ModelChoice::fixed).orElseGet(ModelChoice::automatic),
                new GoldenRecords(new Merger(survivorship(context), new RoleValidity(fields))),
                new LinkRecords(context.getProperty(DedupProperties.EXPLANATION).asAllowableValue(ExplanationLevel.class),
                        !Boolean.FALSE.equals(context.getProperty(DedupProperties.MASK_VALUES).asBoolean())));
    }

    private static MatchFields fields(final PropertyContext context) {
        return text(context, DedupProperties.MATCH_FIELDS).map(MatchFields::parse).orElseGet(MatchFields::customer);
    }

    private static Optional<MatchModel> model(final PropertyContext context, final MatchFields fields) {
        return switch (context.getProperty(DedupProperties.MATCH_MODEL).asAllowableValue(MatchModelSource.class)) {
            case AUTOMATIC -> Optional.empty();
            case BUILT_IN -> Optional.of(MatchModel.builtIn(fields));
            case DOCUMENT -> text(context, DedupProperties.MODEL_DOCUMENT).map(json -> MatchModel.fromJson(json, fields));
        };
    }

    private static Survivorship survivorship(final PropertyContext context) {
        final List<String> priority = Names.of(context.getProperty(DedupProperties.SOURCE_PRIORITY).getValue());
        return Survivorship.parse(text(context, DedupProperties.SURVIVORSHIP).orElse(null), priority);
    }

    private static Optional<String> text(final PropertyContext context, final PropertyDescriptor descriptor) {
        return DocumentProperty.text(context.getProperty(descriptor));
    }

    /** All that is wrong with the properties, each with what helps. */
    static Collection<ValidationResult> validate(final ValidationContext context) {
        final List<ValidationResult> problems = new ArrayList<>();
        check(DedupProperties.MATCH_FIELDS, () -> fields(context), problems);
        check(DedupProperties.SURVIVORSHIP, () -> survivorship(context), problems);
        if (problems.isEmpty()) {
            check(DedupProperties.MODEL_DOCUMENT, () -> model(context, fields(context)), problems);
        }

        if (context.getProperty(DedupProperties.REVIEW_THRESHOLD).asDouble() > context.getProperty(DedupProperties.MATCH_THRESHOLD).asDouble()) {
            problems.add(problem(DedupProperties.REVIEW_THRESHOLD, "must not be greater than the Match Threshold: lower it, or raise the other"));
        }

        return problems;
    }

    private static void check(final PropertyDescriptor descriptor, final Supplier<?> reading, final List<ValidationResult> problems) {
        try {
            reading.get();
        } catch (final InvalidDocumentException e) {
            e.problems().forEach(found -> problems.add(problem(descriptor, found.toString())));
        } catch (final IllegalArgumentException e) {
            problems.add(problem(descriptor, e.getMessage()));
        }
    }

    private static ValidationResult problem(final PropertyDescriptor descriptor, final String explanation) {
        return new ValidationResult.Builder().subject(descriptor.getName()).valid(false).explanation(explanation).build();
    }
}
