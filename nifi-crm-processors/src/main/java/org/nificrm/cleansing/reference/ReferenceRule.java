package org.nificrm.cleansing.reference;

import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Dimension;
import org.nificrm.cleansing.FieldRole;
import org.nificrm.cleansing.Rule;
import org.nificrm.cleansing.Tally;
import org.nificrm.cleansing.WorkingField;
import org.nificrm.cleansing.WorkingRecord;
import org.nificrm.customer.Severity;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills and compares with what other systems know. Every system is asked, so that a contradiction between two is seen: then nothing
 * is filled. What they answer passes the same rules as the record before it is used or compared.
 */
public final class ReferenceRule implements Rule {

    private static final Set<FieldRole> NEVER_FILLED = EnumSet.of(FieldRole.SOURCE_SYSTEM, FieldRole.SOURCE_ID);

    private final List<Reference> references;
    private final List<Rule> fieldRules;

    /**
     * @param references the systems in order
     * @param fieldRules the rules that a value passes before it is used
     */
    public ReferenceRule(final List<Reference> references, final List<Rule> fieldRules) {
        this.references = List.copyOf(references);
        this.fieldRules = List.copyOf(fieldRules);
    }

    @Override
    public void apply(final WorkingRecord record) {
        final Map<FieldRole, List<Candidate>> candidates = new EnumMap<>(FieldRole.class);
        for (final Reference reference : references) {
            ask(reference, record, candidates);
        }

        final Comparison comparison = new Comparison();
        candidates.forEach((role, list) -> settle(record.root().field(role), list, comparison));
        record.accuracy(new Tally(comparison.before, comparison.agreedBefore), new Tally(comparison.after, comparison.agreedAfter));
    }

    private void ask(final Reference reference, final WorkingRecord record, final Map<FieldRole, List<Candidate>> candidates) {
        for (final FieldRole keyRole : reference.spec().keys()) {
            final WorkingField keyField = record.root().field(keyRole);
            if (keyField == null || !keyField.isPresent() || keyField.isInvalid() || keyField.isPlaceholder() || keyField.text() == null) {
                continue;
            }

            final String sourceSystem = keyRole == FieldRole.SOURCE_ID ? record.root().text(FieldRole.SOURCE_SYSTEM) : null;
            final Answer answer = reference.client().find(new ReferenceKey(keyRole.key(), keyField.text(), sourceSystem));
            record.lookedUp(reference.spec().name(), outcome(answer));
            if (answer.status() == Answer.Status.UNAVAILABLE) {
                record.report("LOOKUP_UNAVAILABLE", Severity.WARNING, null, null, Action.KEPT,
                        "Reference %s did not answer; nothing was filled from it".formatted(reference.spec().name()));
                return;
            }

            if (answer.status() == Answer.Status.HIT) {
                collect(reference.spec(), keyField, answer, record, candidates);
                return;
            }
        }
    }

    private static Lookup.Outcome outcome(final Answer answer) {
        return switch (answer.status()) {
            case HIT -> Lookup.Outcome.HITS;
            case MISS -> Lookup.Outcome.MISSES;
            case UNAVAILABLE -> Lookup.Outcome.ERRORS;
        };
    }

    private void collect(final ReferenceSpec spec, final WorkingField keyField, final Answer answer, final WorkingRecord record,
                         final Map<FieldRole, List<Candidate>> candidates) {
        final Map<FieldRole, Object> values = new EnumMap<>(FieldRole.class);
        for (final FieldRole role : FieldRole.values()) {
            final Object value = answer.values().get(spec.fieldOf(role));
            if (value != null && !NEVER_FILLED.contains(role) && role != keyField.role()) {
                values.put(role, value);
            }
        }

        final WorkingRecord cleansed = record.beside(values);
        fieldRules.forEach(rule -> rule.apply(cleansed));
        for (final FieldRole role : values.keySet()) {
            final WorkingField field = cleansed.root().field(role);
            if (field != null && field.isPresent() && !field.isInvalid() && !field.isPlaceholder()) {
                candidates.computeIfAbsent(role, key -> new ArrayList<>())
                        .add(new Candidate(field.value(), spec.name(), keyField.role().key(), spec.overwrite()));
            }
        }
    }

    private static void settle(final WorkingField field, final List<Candidate> candidates, final Comparison comparison) {
        final Candidate first = candidates.getFirst();
        final boolean missing = !field.isPresent() || field.isPlaceholder();
        for (final Candidate other : candidates) {
            if (!same(first.value, other.value)) {
                final WorkingRecord record = field.group().record();
                record.lookedUp(first.source, Lookup.Outcome.CONFLICTS);
                record.lookedUp(other.source, Lookup.Outcome.CONFLICTS);
                field.keep("LOOKUP_CONFLICT", Severity.WARNING, Dimension.ACCURACY,
                        "References %s and %s have different values; nothing was taken from either".formatted(first.source, other.source));
                return;
            }
        }

        if (missing) {
            field.fill("LOOKUP_FILLED", first.value, first.source, first.key, "Filled from reference %s, found by %s".formatted(first.source, first.key));
            comparison.filled();
        } else if (same(field.value(), first.value)) {
            comparison.compared(true, true);
        } else if (first.overwrite == ReferenceSpec.Overwrite.DIFFERENT || first.overwrite == ReferenceSpec.Overwrite.INVALID && field.isInvalid()) {
            field.correct("LOOKUP_CORRECTED", first.value, first.source, first.key, "Corrected from reference %s, found by %s".formatted(first.source, first.key));
            comparison.compared(false, true);
        } else {
            field.keep("LOOKUP_DIFFERS", Severity.WARNING, Dimension.ACCURACY,
                    "Reference %s, found by %s, has another value; compare the two".formatted(first.source, first.key));
            comparison.compared(false, false);
        }
    }

    private static boolean same(final Object one, final Object other) {
        return one.equals(other) || String.valueOf(one).equalsIgnoreCase(String.valueOf(other));
    }

    private record Candidate(Object value, String source, String key, ReferenceSpec.Overwrite overwrite) {
    }

    private static final class Comparison {
        private int before;
        private int agreedBefore;
        private int after;
        private int agreedAfter;

        private void filled() {
            after++;
            agreedAfter++;
        }

        private void compared(final boolean agreedAsItCame, final boolean agreesNow) {
            before++;
            agreedBefore += agreedAsItCame ? 1 : 0;
            after++;
            agreedAfter += agreesNow ? 1 : 0;
        }
    }
}
