package org.nificrm.cleansing;

import org.apache.nifi.record.path.FieldValue;
import org.apache.nifi.record.path.RecordPath;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.reference.Lookup;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.customer.Severity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** A record between its coming and its leaving: its fields by role, and all that was found so far. Used by one thread for one record. */
public final class WorkingRecord {

    private final Map<String, Object> values;
    private final Record record;
    private final FieldBinding binding;
    private final String defaultRegion;
    private final WorkingGroup root = new WorkingGroup(this, null);
    private final List<WorkingGroup> groups = new ArrayList<>(1);
    private final List<WorkingField> fields = new ArrayList<>(40);
    private final List<Finding> findings = new ArrayList<>(4);
    private final Set<String> quarantineReasons = new LinkedHashSet<>(2);
    private final List<Lookup> lookups = new ArrayList<>(0);
    private String rule = "";
    private Tally consistencyBefore = Tally.NONE;
    private Tally consistencyAfter = Tally.NONE;
    private Tally accuracyBefore = Tally.NONE;
    private Tally accuracyAfter = Tally.NONE;

    WorkingRecord(final Record record, final Map<String, Object> values, final FieldBinding binding, final String defaultRegion) {
        this.record = record;
        this.binding = binding;
        this.values = values;
        this.defaultRegion = defaultRegion;
        groups.add(root);
    }

    WorkingGroup addGroup() {
        final WorkingGroup group = new WorkingGroup(this, root);
        groups.add(group);
        return group;
    }

    void add(final WorkingField field) {
        fields.add(field);
        field.group().add(field);
    }

    /** Another record of the same schema that has only these values, for a look at what the rules make of them. */
    public WorkingRecord beside(final Map<FieldRole, Object> newValues) {
        return binding.open(newValues, root.region());
    }

    void enter(final String newRule) {
        rule = newRule;
    }

    String rule() {
        return rule;
    }

    /** Every field that has a role, top level first. */
    public List<WorkingField> fields() {
        return fields;
    }

    /** The customer's own fields. */
    public WorkingGroup root() {
        return root;
    }

    /** The customer's own fields, then those of each repeated part. */
    public List<WorkingGroup> groups() {
        return groups;
    }

    /** The region of values that name no country, ISO 3166-1 alpha-2; null if none was configured. */
    public String defaultRegion() {
        return defaultRegion;
    }

    /** Whether this is a company rather than a person: by its type, else by having a company's name and no person's. */
    public boolean isOrganization() {
        final String type = root.text(FieldRole.CUSTOMER_TYPE);
        if (type != null) {
            return type.equalsIgnoreCase(CustomerSchema.ORGANIZATION);
        }

        return root.text(FieldRole.COMPANY_NAME) != null && root.text(FieldRole.LAST_NAME) == null && root.text(FieldRole.FULL_NAME) == null;
    }

    void report(final Finding finding) {
        findings.add(finding);
    }

    /** Something about the record as a whole, or about a field it does not have. */
    public void report(final String code, final Severity severity, final String path, final Dimension dimension, final Action action, final String message) {
        findings.add(new Finding(code, severity, path, rule, dimension, action, null, null, null, null, message));
    }

    /** Sends the record aside. */
    public void quarantine(final String reason) {
        quarantineReasons.add(reason);
    }

    /** What was found so far. */
    public List<Finding> findings() {
        return findings;
    }

    /** Adds rules between fields that applied and passed, with the values as they came and as they are. */
    public void addConsistency(final Tally before, final Tally after) {
        consistencyBefore = consistencyBefore.plus(before);
        consistencyAfter = consistencyAfter.plus(after);
    }

    /** Notes how many fields other systems have too and agree on, with the values as they came and as they are. */
    public void accuracy(final Tally before, final Tally after) {
        accuracyBefore = before;
        accuracyAfter = after;
    }

    /** Notes what a question to a reference system came to. */
    public void lookedUp(final String reference, final Lookup.Outcome outcome) {
        lookups.add(new Lookup(reference, outcome));
    }

    /** The values that a path selects, whether they have a role or not. */
    public List<Object> values(final RecordPath path) {
        return path.evaluate(record).getSelectedFields().map(FieldValue::getValue).filter(Objects::nonNull).toList();
    }

    /** Value of a field at the top level by its name, whether it has a role or not. */
    public Object value(final String name) {
        return values.get(name);
    }

    Cleansed finish(final List<Expectation> expectations) {
        final List<FieldState> states = new ArrayList<>(fields.size());
        for (final WorkingField field : fields) {
            states.add(field.state());
        }

        return new Cleansed(record, findings, states, expectations, consistencyBefore, consistencyAfter, accuracyBefore, accuracyAfter, quarantineReasons,
                lookups);
    }

    /**
     * Keeps something that has no field of its own in the map {@value CustomerSchema#EXTRA}; a value that is there already stays.
     *
     * @return false if the schema has no such map
     */
    public boolean keepExtra(final String code, final String key, final String value, final String source, final String message) {
        if (record.getSchema().getField(CustomerSchema.EXTRA).isEmpty()) {
            return false;
        }

        final Map<String, Object> extra = new LinkedHashMap<>();
        if (values.get(CustomerSchema.EXTRA) instanceof final Map<?, ?> existing) {
            existing.forEach((name, held) -> extra.put(String.valueOf(name), held));
        }

        if (extra.putIfAbsent(key, value) == null) {
            values.put(CustomerSchema.EXTRA, extra);
            reportFilled(code, "/" + CustomerSchema.EXTRA + "/" + key, value, source, message);
        }

        return true;
    }

    /**
     * Adds a value to a list at the top level unless it is there already.
     *
     * @return false if the schema has no such list
     */
    public boolean append(final String code, final String list, final String value, final String source, final String message) {
        if (record.getSchema().getField(list).isEmpty()) {
            return false;
        }

        final Object[] existing = values.get(list) instanceof final Object[] array ? array : new Object[0];
        if (!Arrays.asList(existing).contains(value)) {
            final Object[] longer = Arrays.copyOf(existing, existing.length + 1, Object[].class);
            longer[existing.length] = value;
            values.put(list, longer);
            reportFilled(code, "/" + list + "/" + existing.length, value, source, message);
        }

        return true;
    }

    private void reportFilled(final String code, final String path, final String value, final String source, final String message) {
        findings.add(new Finding(code, Severity.INFO, path, rule, null, Action.FILLED, null, value, source, null, message));
    }
}
