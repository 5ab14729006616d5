package org.nificrm.cleansing;

import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;

import java.util.ArrayList;
import java.util.List;

/** Cleanses records of one schema. Safe for use by many threads. */
public final class RecordCleanser {

    private final CleansingPlan plan;
    private final FieldBinding binding;
    private final String defaultRegion;

    RecordCleanser(final CleansingPlan plan, final FieldBinding binding, final String defaultRegion) {
        this.plan = plan;
        this.binding = binding;
        this.defaultRegion = defaultRegion;
    }

    /** Schema of the cleansed records: that of the input, where numbers that are no quantities (phones, codes) became texts. */
    public RecordSchema schema() {
        return binding.schema();
    }

    /** Applies every rule in force to a copy of the record. */
    public Cleansed cleanse(final Record record) {
        final WorkingRecord working = binding.open(record, defaultRegion);
        for (final CleansingPlan.Step step : plan.steps()) {
            working.enter(step.name());
            step.rule().apply(working);
        }

        for (final Finding finding : working.findings()) {
            if (plan.blocks(finding.code())) {
                working.quarantine(finding.code());
            }
        }

        return working.finish(expectations(working));
    }

    private List<Expectation> expectations(final WorkingRecord record) {
        final List<CleansingPlan.ExpectedValue> expected = plan.expected(record.isOrganization());
        final List<Expectation> expectations = new ArrayList<>(expected.size());
        for (final CleansingPlan.ExpectedValue value : expected) {
            boolean before = false;
            boolean after = false;
            for (final WorkingField field : record.fields()) {
                if (value.alternatives().contains(field.role())) {
                    before = before || field.wasPresent();
                    after = after || field.isPresent() && (!field.isPlaceholder() || field.isFilled());
                }
            }

            expectations.add(new Expectation(value.role(), before, after));
        }

        return expectations;
    }
}
