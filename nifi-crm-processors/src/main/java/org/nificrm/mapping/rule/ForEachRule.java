package org.nificrm.mapping.rule;

import org.nificrm.mapping.source.Condition;
import org.nificrm.mapping.source.FieldPath;
import org.nificrm.mapping.source.Scope;
import org.nificrm.mapping.value.MappingFailure;

import java.util.ArrayList;
import java.util.List;

/**
 * Makes a list with one record for each element that a path selects; a list without elements is null.
 *
 * @param when or null
 */
public record ForEachRule(Condition when, FieldPath each, List<Rule> rules, Target target) implements Rule {

    public ForEachRule {
        rules = List.copyOf(rules);
    }

    @Override
    public void apply(final Scope scope, final Outcome outcome) {
        if (outcome.isDecided(target.slot())) {
            return;
        }

        try {
            if (when == null || when.holds(scope)) {
                target.accept(records(scope, outcome), each.text(), outcome);
            }
        } catch (final MappingFailure e) {
            outcome.fail(target, each.text(), e);
        }
    }

    private Object[] records(final Scope scope, final Outcome outcome) {
        final List<Object> records = new ArrayList<>();
        int index = 0;
        for (final Object element : FieldPath.elements(each.read(scope))) {
            if (element != null) {
                final Scope elementScope = scope.element(element, elementPath(scope, index));
                final Outcome elementOutcome = outcome.element(target.slot(), target.path(), records.size());
                rules.forEach(rule -> rule.apply(elementScope, elementOutcome));
                records.add(elementOutcome.toRecord());
            }

            index++;
        }

        return records.isEmpty() ? null : records.toArray();
    }

    private String elementPath(final Scope scope, final int index) {
        final String text = each.text().endsWith("[*]") ? each.text().substring(0, each.text().length() - 3) : each.text();
        return (each.absolute() ? text : scope.path() + text.substring(1)) + "[" + index + "]";
    }

    @Override
    public List<FieldPath> reads() {
        final List<FieldPath> reads = new ArrayList<>(when == null ? List.of() : when.reads());
        for (final Rule rule : rules) {
            for (final FieldPath read : rule.reads()) {
                reads.add(read.absolute() ? read : each.append(read));
            }
        }

        return reads;
    }
}
