package org.nificrm.cleansing;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.nifi.serialization.record.Record;
import org.nificrm.cleansing.reference.Reference;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.document.SampleRecords;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Cleanses records that tests write as JSON. */
public final class Cleansing {

    private String rules = "{}";
    private CleansingOptions options = CleansingOptions.DEFAULT;
    private FieldRoles roles = FieldRoles.DEFAULT;
    private String region;
    private final List<Reference> references = new ArrayList<>();

    public static Cleansing byDefault() {
        return new Cleansing();
    }

    public Cleansing rules(final String json) {
        rules = json;
        return this;
    }

    public Cleansing options(final CleansingOptions newOptions) {
        options = newOptions;
        return this;
    }

    public Cleansing roles(final String json) {
        roles = FieldRoles.parse(json);
        return this;
    }

    public Cleansing region(final String newRegion) {
        region = newRegion;
        return this;
    }

    public Cleansing reference(final Reference reference) {
        references.add(reference);
        return this;
    }

    public Result of(final String json) {
        return of(SampleRecords.parse(json, CustomerSchema.SCHEMA));
    }

    public Result of(final Record record) {
        final ObjectNode document = RulesDocument.effective(rules);
        document.remove("quality");
        final CleansingPlan plan = new CleansingPlan(RulesDocument.compile(document, options), roles, references);
        return new Result(plan.forSchema(record.getSchema(), region).cleanse(record));
    }

    /** What came of it, in the words of tests. */
    public record Result(Cleansed cleansed) {

        public Object value(final String field) {
            return cleansed.record().getValue(field);
        }

        public Optional<Finding> finding(final String code) {
            return cleansed.findings().stream().filter(finding -> finding.code().equals(code)).findFirst();
        }

        public List<String> codes() {
            return cleansed.findings().stream().map(Finding::code).toList();
        }

        public FieldState state(final String path) {
            return cleansed.fields().stream().filter(field -> field.field().equals(path)).findFirst().orElseThrow();
        }
    }
}
