package org.nificrm.mapping.rule;

import org.nificrm.mapping.source.Condition;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Scope;
import org.nificrm.mapping.source.Source;
import org.nificrm.mapping.value.MappingFailure;
import org.nificrm.mapping.value.NullTokens;
import org.nificrm.mapping.value.Splitter;
import org.nificrm.mapping.value.ValueMap;
import org.nificrm.mapping.value.ValueText;

import java.util.ArrayList;
import java.util.List;

/**
 * Sets one target, or several by splitting: condition, source, null tokens, split, value map, and then what each target asks.
 *
 * @param when     or null
 * @param from     the source as written, for a person who reads an issue
 * @param splitter or null
 * @param valueMap or null
 */
public record ValueRule(Condition when, Source source, String from, NullTokens nullTokens, Splitter splitter, ValueMap valueMap, List<Target> targets)
        implements Rule {

    public ValueRule {
        targets = List.copyOf(targets);
    }

    @Override
    public void apply(final Scope scope, final Outcome outcome) {
        if (outcome.isDecided(targets.getFirst().slot())) {
            return;
        }

        try {
            if (when == null || when.holds(scope)) {
                setTargets(scope, outcome);
            }
        } catch (final MappingFailure e) {
            failAll(outcome, scope, e);
        }
    }

    private void setTargets(final Scope scope, final Outcome outcome) throws MappingFailure {
        final Object value = nullTokens.apply(source.read(scope));
        if (splitter == null) {
            accept(targets.getFirst(), value, scope, outcome);
            return;
        }

        final Object[] parts = value == null ? new Object[targets.size()] : splitter.split(ValueText.of(value));
        if (targets.size() == 1) {
            accept(targets.getFirst(), value == null ? null : parts, scope, outcome);
            return;
        }

        for (int i = 0; i < parts.length; i++) {
            accept(targets.get(i), nullTokens.apply(parts[i]), scope, outcome);
        }
    }

    private void accept(final Target target, final Object value, final Scope scope, final Outcome outcome) {
        try {
            final Object mapped = valueMap == null || value == null ? value : lookUp(value);
            target.accept(mapped, from(scope), outcome);
        } catch (final MappingFailure e) {
            outcome.fail(target, from(scope), e);
        }
    }

    private Object lookUp(final Object value) throws MappingFailure {
        if (!(value instanceof final Object[] values)) {
            return valueMap.lookUp(value);
        }

        final List<Object> mapped = new ArrayList<>();
        for (final Object element : values) {
            if (element != null) {
                mapped.add(valueMap.lookUp(element));
            }
        }

        return mapped.toArray();
    }

    /** One cause, one issue: it is said of the first target, the others are left without a value. */
    private void failAll(final Outcome outcome, final Scope scope, final MappingFailure failure) {
        for (final Target target : targets) {
            outcome.set(target.slot(), null);
        }

        outcome.fail(targets.getFirst(), from(scope), failure);
    }

    private String from(final Scope scope) {
        return from != null && from.startsWith("./") ? scope.path() + from.substring(1) : from;
    }

    @Override
    public List<FieldPath> reads() {
        final List<FieldPath> reads = new ArrayList<>(source.reads());
        if (when != null) {
            reads.addAll(when.reads());
        }

        return reads;
    }
}
