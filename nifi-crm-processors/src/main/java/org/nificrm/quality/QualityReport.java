package org.nificrm.quality;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.io.OutputStream;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * The quality of one FlowFile: counts, scores before and after, fields and codes of findings; no customer's data unless the caller
 * adds details, which it masks. Its size depends on the number of fields and codes, not of records. Not safe for use by several threads.
 */
public final class QualityReport {

    private static final JsonFactory JSON = new JsonFactory();
    private static final int VERSION = 1;
    private static final String STAGE = "cleanse";

    private final QualityModel model;
    private final Measures before = new Measures();
    private final Measures after = new Measures();
    private final Map<String, FieldCounts> fields = new LinkedHashMap<>();
    private final Map<String, Long> issues = new TreeMap<>();
    private final Map<String, Long> quarantine = new TreeMap<>();
    private final Map<String, Map<String, Long>> lookups = new LinkedHashMap<>();
    private final Map<Grade, Long> grades = new EnumMap<>(Grade.class);
    private long records;
    private long quarantined;
    private long changed;
    private long filled;

    public QualityReport(final QualityModel model) {
        this.model = model;
    }

    /** One record, with what it measured as it came and as it leaves. */
    public void record(final Measures recordBefore, final Measures recordAfter, final boolean isQuarantined, final boolean isChanged, final boolean isFilled) {
        records++;
        quarantined += isQuarantined ? 1 : 0;
        changed += isChanged ? 1 : 0;
        filled += isFilled ? 1 : 0;
        grades.merge(model.score(recordAfter).grade(), 1L, Long::sum);
        before.add(recordBefore);
        after.add(recordAfter);
    }

    /** Counts of one field over all records; paths of repeated fields are counted together. */
    public FieldCounts field(final String path) {
        return fields.computeIfAbsent(path, key -> new FieldCounts());
    }

    /** One finding. */
    public void issue(final String code) {
        issues.merge(code, 1L, Long::sum);
    }

    /** One reason for which a record went aside. */
    public void quarantine(final String reason) {
        quarantine.merge(reason, 1L, Long::sum);
    }

    /** What one question to a reference system came to. */
    public void lookup(final String reference, final String outcome) {
        lookups.computeIfAbsent(reference, key -> new TreeMap<>()).merge(outcome, 1L, Long::sum);
    }

    public long records() {
        return records;
    }

    public long quarantined() {
        return quarantined;
    }

    public long changed() {
        return changed;
    }

    public long filled() {
        return filled;
    }

    /** Records by the grade with which they leave. */
    public Map<Grade, Long> grades() {
        return Map.copyOf(grades);
    }

    /** Findings by code. */
    public Map<String, Long> issues() {
        return Map.copyOf(issues);
    }

    /** Scores of all records as they came. */
    public Scores scoresBefore() {
        return model.score(before);
    }

    /** Scores of all records as they leave. */
    public Scores scoresAfter() {
        return model.score(after);
    }

    /** Opens the report's JSON object on a stream that it leaves open. */
    public JsonGenerator begin(final OutputStream out, final String flowFile, final String ruleSet, final String startedAt) throws IOException {
        final JsonGenerator json = JSON.createGenerator(out).disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
        json.useDefaultPrettyPrinter();
        json.writeStartObject();
        json.writeNumberField("version", VERSION);
        json.writeStringField("stage", STAGE);
        json.writeNumberField("flowFiles", 1);
        json.writeStringField("flowFile", flowFile);
        json.writeStringField("ruleSet", ruleSet);
        json.writeStringField("startedAt", startedAt);
        return json;
    }

    /** Writes the totals and ends the report. */
    public void end(final JsonGenerator json, final String endedAt) throws IOException {
        json.writeStringField("endedAt", endedAt);
        json.writeObjectFieldStart("records");
        json.writeNumberField("in", records);
        json.writeNumberField("cleansed", records - quarantined);
        json.writeNumberField("quarantined", quarantined);
        json.writeNumberField("changed", changed);
        json.writeNumberField("filled", filled);
        json.writeEndObject();

        json.writeObjectFieldStart("scores");
        write(json, "before", scoresBefore());
        write(json, "after", scoresAfter());
        json.writeEndObject();

        json.writeObjectFieldStart("fields");
        for (final Map.Entry<String, FieldCounts> field : fields.entrySet()) {
            if (field.getValue().hasContent()) {
                field.getValue().write(json, field.getKey());
            }
        }

        json.writeEndObject();
        writeCounts(json, "issues", issues);
        writeCounts(json, "quarantine", quarantine);
        json.writeObjectFieldStart("lookups");
        for (final Map.Entry<String, Map<String, Long>> reference : lookups.entrySet()) {
            writeCounts(json, reference.getKey(), reference.getValue());
        }

        json.writeEndObject();
        json.writeEndObject();
        json.close();
    }

    private static void write(final JsonGenerator json, final String name, final Scores scores) throws IOException {
        json.writeObjectFieldStart(name);
        writeFigure(json, "score", scores.score());
        json.writeStringField("grade", scores.grade().key());
        writeFigure(json, "completeness", scores.completeness());
        writeFigure(json, "validity", scores.validity());
        writeFigure(json, "consistency", scores.consistency());
        writeFigure(json, "accuracy", scores.accuracy());
        json.writeNumberField("accuracyVerified", scores.verifiedFields());
        json.writeEndObject();
    }

    private static void writeFigure(final JsonGenerator json, final String name, final Double figure) throws IOException {
        if (figure == null) {
            json.writeNullField(name);
        } else {
            json.writeNumberField(name, Scores.rounded(figure));
        }
    }

    private static void writeCounts(final JsonGenerator json, final String name, final Map<String, Long> counts) throws IOException {
        json.writeObjectFieldStart(name);
        for (final Map.Entry<String, Long> count : counts.entrySet()) {
            json.writeNumberField(count.getKey(), count.getValue());
        }

        json.writeEndObject();
    }

    /** What happened to one field. */
    public static final class FieldCounts {
        private long values;
        private long present;
        private long checkable;
        private long valid;
        private long changed;
        private long filled;
        private long placeholders;

        /** One value, or its absence. */
        public void count(final boolean isPresent, final boolean isCheckable, final boolean isValid, final boolean isChanged, final boolean isFilled,
                          final boolean isPlaceholder) {
            values++;
            present += isPresent ? 1 : 0;
            checkable += isPresent && isCheckable ? 1 : 0;
            valid += isPresent && isCheckable && isValid ? 1 : 0;
            changed += isChanged ? 1 : 0;
            filled += isFilled ? 1 : 0;
            placeholders += isPlaceholder ? 1 : 0;
        }

        private boolean hasContent() {
            return present + placeholders > 0;
        }

        private void write(final JsonGenerator json, final String name) throws IOException {
            json.writeObjectFieldStart(name);
            json.writeNumberField("present", Scores.rounded((double) present / values));
            writeFigure(json, "valid", checkable == 0 ? null : (double) valid / checkable);
            json.writeNumberField("changed", changed);
            json.writeNumberField("filled", filled);
            json.writeNumberField("placeholder", placeholders);
            json.writeEndObject();
        }
    }
}
