package org.nificrm.record;

import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.cleansing.Action;
import org.nificrm.cleansing.Cleansed;
import org.nificrm.cleansing.Expectation;
import org.nificrm.cleansing.FieldState;
import org.nificrm.cleansing.Finding;
import org.nificrm.cleansing.RecordCleanser;
import org.nificrm.cleansing.reference.Lookup;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.customer.Issue;
import org.nificrm.customer.Severity;
import org.nificrm.quality.Measures;
import org.nificrm.quality.QualityModel;
import org.nificrm.quality.QualityReport;
import org.nificrm.quality.Scores;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cleansing and quality joined for the records of one FlowFile: each record is cleansed, measured before and after, sent on or aside,
 * and counted in the report. Used by one thread.
 */
public final class CleansingStage {

    private static final String BELOW_MINIMUM = "SCORE_BELOW_MINIMUM";
    private static final Pattern POSITION = Pattern.compile("/\\d+(?=/|$)");

    private final RecordCleanser cleanser;
    private final QualityModel model;
    private final double minimumScore;
    private final QualityReport report;
    private final RecordSchema schema;
    private final RecordSchema schemaWithFindings;
    private final boolean findingsInRecord;
    private final Map<String, QualityReport.FieldCounts> fieldCounts = new LinkedHashMap<>();

    /**
     * @param cleanser         cleanses records of the FlowFile's schema
     * @param model            how scores are computed
     * @param minimumScore     records with a lower score go aside
     * @param findingsInRecord whether records that go on carry their issues and scores; those that go aside always do
     */
    public CleansingStage(final RecordCleanser cleanser, final QualityModel model, final double minimumScore, final boolean findingsInRecord) {
        this.cleanser = cleanser;
        this.model = model;
        this.minimumScore = minimumScore;
        this.report = new QualityReport(model);
        this.findingsInRecord = findingsInRecord;
        this.schemaWithFindings = RecordSchemas.with(cleanser.schema(),
                new RecordField(CustomerSchema.QUALITY, RecordFieldType.RECORD.getRecordDataType(Scores.SCHEMA)),
                new RecordField(Issue.FIELD_NAME, Finding.ARRAY_TYPE));
        this.schema = findingsInRecord ? schemaWithFindings : cleanser.schema();
    }

    /** Schema of the records that go on. */
    public RecordSchema schema() {
        return schema;
    }

    /** Schema of the records that go aside. */
    public RecordSchema quarantineSchema() {
        return schemaWithFindings;
    }

    /** Totals so far. */
    public QualityReport report() {
        return report;
    }

    /** Cleanses and measures one record. */
    public CleansedCustomer process(final Record record) {
        final Cleansed cleansed = cleanser.cleanse(record);
        final Measures before = new Measures();
        final Measures after = new Measures();
        measure(cleansed, before, after);
        final Scores scoresBefore = model.score(before);
        final Scores scoresAfter = model.score(after);

        final List<Finding> findings = new ArrayList<>(cleansed.findings());
        final List<String> reasons = new ArrayList<>(cleansed.quarantineReasons());
        if (scoresAfter.score() != null && scoresAfter.score() < minimumScore) {
            reasons.add(BELOW_MINIMUM);
            findings.add(new Finding(BELOW_MINIMUM, Severity.ERROR, null, "score", null, Action.QUARANTINED, null, null, null, null,
                    String.format(Locale.ROOT, "The score %.2f is below the minimum of %.2f", scoresAfter.score(), minimumScore)));
        }

        count(cleansed, findings, reasons, before, after);
        final boolean quarantined = !reasons.isEmpty();
        final Record output = quarantined || findingsInRecord ? withFindings(cleansed.record(), findings, scoresBefore, scoresAfter) : cleansed.record();
        return new CleansedCustomer(output, quarantined, findings, scoresBefore, scoresAfter);
    }

    private void measure(final Cleansed cleansed, final Measures before, final Measures after) {
        for (final Expectation expectation : cleansed.expectations()) {
            final double weight = model.weightOf(expectation.role().key());
            before.expect(weight, expectation.presentBefore());
            after.expect(weight, expectation.presentAfter());
        }

        for (final FieldState field : cleansed.fields()) {
            if (field.checkable()) {
                final double weight = model.weightOf(field.role().key());
                if (field.presentBefore()) {
                    before.check(weight, field.validBefore());
                }

                if (field.presentAfter()) {
                    after.check(weight, field.validAfter());
                }
            }
        }

        before.consistency(cleansed.consistencyBefore().of(), cleansed.consistencyBefore().right());
        after.consistency(cleansed.consistencyAfter().of(), cleansed.consistencyAfter().right());
        before.accuracy(cleansed.accuracyBefore().of(), cleansed.accuracyBefore().right());
        after.accuracy(cleansed.accuracyAfter().of(), cleansed.accuracyAfter().right());
    }

    private void count(final Cleansed cleansed, final List<Finding> findings, final List<String> reasons, final Measures before, final Measures after) {
        boolean changed = false;
        boolean filled = false;
        for (final FieldState field : cleansed.fields()) {
            changed |= field.changed();
            filled |= field.filled();
            fieldCounts.computeIfAbsent(field.field(), path -> report.field(POSITION.matcher(path).replaceAll("[*]")))
                    .count(field.presentAfter(), field.checkable(), field.validAfter(), field.changed(), field.filled(), field.placeholder());
        }

        for (final Finding finding : findings) {
            report.issue(finding.code());
        }

        for (final Lookup lookup : cleansed.lookups()) {
            report.lookup(lookup.reference(), lookup.outcome().key());
        }

        for (final String reason : reasons) {
            report.quarantine(reason);
        }

        report.record(before, after, !reasons.isEmpty(), changed, filled);
    }

    private Record withFindings(final Record record, final List<Finding> findings, final Scores before, final Scores after) {
        final List<Record> issues = new ArrayList<>(findings.size());
        if (record.getValue(Issue.FIELD_NAME) instanceof final Object[] earlier) {
            for (final Object issue : earlier) {
                if (issue instanceof final Record earlierIssue && !isJudgedAgain(earlierIssue)) {
                    issues.add(new MapRecord(Finding.SCHEMA, new LinkedHashMap<>(earlierIssue.toMap())));
                }
            }
        }

        for (final Finding finding : findings) {
            issues.add(finding.toRecord());
        }

        return RecordSchemas.with(record, schemaWithFindings,
                Map.of(CustomerSchema.QUALITY, after.toRecord(before), Issue.FIELD_NAME, issues.toArray()));
    }

    /** What an earlier run of this stage left as it was is looked at anew; what it changed stays told. */
    private static boolean isJudgedAgain(final Record issue) {
        final Object action = issue.getValue("action");
        return Action.KEPT.key().equals(action) || Action.QUARANTINED.key().equals(action);
    }
}
