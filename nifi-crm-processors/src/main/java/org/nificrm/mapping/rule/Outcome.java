package org.nificrm.mapping.rule;

import org.apache.nifi.serialization.record.MapRecord;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;
import org.nificrm.mapping.value.FailureCode;
import org.nificrm.mapping.value.MappingFailure;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the rules have made of one record, or of one element below it, so far. For one thread. */
public final class Outcome {

    /** In a slot: a rule has decided that the field has no value. */
    private static final Object NOTHING = new Object();

    private final RecordTemplate template;
    private final Object[] slots;
    private final List<Issue> issues;
    private final String path;
    private final boolean toleratesFailures;

    private Outcome(final RecordTemplate template, final List<Issue> issues, final String path, final boolean toleratesFailures) {
        this.template = template;
        this.issues = issues;
        this.path = path;
        this.toleratesFailures = toleratesFailures;
        slots = new Object[template.slotCount()];
    }

    /** @param toleratesFailures whether a value that cannot be mapped leaves its field null instead of failing the record */
    public static Outcome of(final RecordTemplate template, final boolean toleratesFailures) {
        return new Outcome(template, new ArrayList<>(0), "", toleratesFailures);
    }

    /** The outcome of one element of a list field. */
    Outcome element(final int slot, final TargetPath target, final int index) {
        return new Outcome(template.elements(slot), issues, path + target + "[" + index + "]", toleratesFailures);
    }

    boolean isDecided(final int slot) {
        return slots[slot] != null;
    }

    /** Decides a field; null decides that it has no value. */
    public void set(final int slot, final Object value) {
        slots[slot] = value == null ? NOTHING : value;
    }

    /** Decides that the field has no value because of the failure. */
    void fail(final Target target, final String from, final MappingFailure failure) {
        set(target.slot(), null);
        add(failure.code(), toleratesFailures && !target.required() ? Severity.WARNING : Severity.ERROR, target, from, failure.getMessage());
    }

    void requiredMissing(final Target target, final String from) {
        add(FailureCode.MAP_REQUIRED_MISSING, Severity.ERROR, target, from, "the field is required and has no value");
    }

    private void add(final FailureCode code, final Severity severity, final Target target, final String from, final String message) {
        issues.add(new Issue(code.name(), severity, path + target.path(), from, message));
    }

    /** Adds an issue of the whole record. */
    public void add(final Issue issue) {
        issues.add(issue);
    }

    public List<Issue> issues() {
        return issues;
    }

    /** The values of the target record. */
    public Map<String, Object> values() {
        return template.values(slots);
    }

    MapRecord toRecord() {
        return new MapRecord(template.schema(), values());
    }

    static Object value(final Object slot) {
        return slot == NOTHING ? null : slot;
    }
}
