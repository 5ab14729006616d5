package org.nificrm.record.dedup;

import org.apache.nifi.serialization.SimpleRecordSchema;
import org.apache.nifi.serialization.record.MapRecord;
import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordField;
import org.apache.nifi.serialization.record.RecordFieldType;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.customer.CustomerSchema;
import org.nificrm.matching.PossibleMatch;
import org.nificrm.matching.explain.PairExplanation;
import org.nificrm.matching.model.Scorer;
import org.nificrm.matching.prepare.Profile;
import org.nificrm.record.RecordSchemas;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Records that tell of links: members of a golden record, and pairs a person has to decide. */
public final class LinkRecords {

    public static final String SCORE = "match_score";
    public static final String EXPLANATION = "match_explanation";
    public static final String FIRST_SYSTEM = "first_source_system";
    public static final String FIRST_ID = "first_source_id";
    public static final String SECOND_SYSTEM = "second_source_system";
    public static final String SECOND_ID = "second_source_id";
    /** Empty when a pair goes out for review; what a steward fills in comes back by {@link StewardDecisions}. */
    public static final String DECISION = "decision";

    /** A pair for review. */
    static final RecordSchema PAIR = new SimpleRecordSchema(List.of(string(FIRST_SYSTEM), string(FIRST_ID), string(SECOND_SYSTEM), string(SECOND_ID),
            new RecordField(SCORE, RecordFieldType.DOUBLE.getDataType()), string(DECISION), string(EXPLANATION)));

    private final ExplanationLevel level;
    private final boolean masked;

    /**
     * @param level  how much is explained
     * @param masked whether explanations hide the values
     */
    public LinkRecords(final ExplanationLevel level, final boolean masked) {
        this.level = level;
        this.masked = masked;
    }

    /** Schema of members: the records' own with what links them. */
    static RecordSchema memberSchema(final RecordSchema schema) {
        return RecordSchemas.with(schema, string(CustomerSchema.GOLDEN_ID), new RecordField(SCORE, RecordFieldType.DOUBLE.getDataType()), string(EXPLANATION));
    }

    private static RecordField string(final String name) {
        return new RecordField(name, RecordFieldType.STRING.getDataType());
    }

    /** A member with its strongest link to the other members. */
    Record member(final Record record, final RecordSchema memberSchema, final UUID goldenId, final Scorer scorer, final Profile profile,
            final List<Profile> members) {
        Profile nearest = null;
        float best = Float.NEGATIVE_INFINITY;
        for (final Profile other : members) {
            if (other != profile) {
                final float score = scorer.score(other, profile);
                if (nearest == null || score > best) {
                    nearest = other;
                    best = score;
                }
            }
        }

        final Map<String, Object> added = new LinkedHashMap<>();
        added.put(CustomerSchema.GOLDEN_ID, goldenId.toString());
        added.put(SCORE, nearest == null || Float.isInfinite(best) ? null : rounded(best));
        added.put(EXPLANATION, nearest == null ? null : explain(scorer, nearest, profile));
        return RecordSchemas.with(record, memberSchema, added);
    }

    /** A pair for review. */
    Record pair(final Scorer scorer, final PossibleMatch match) {
        final Map<String, Object> values = new LinkedHashMap<>();
        values.put(FIRST_SYSTEM, match.first().key().system());
        values.put(FIRST_ID, match.first().key().id());
        values.put(SECOND_SYSTEM, match.second().key().system());
        values.put(SECOND_ID, match.second().key().id());
        values.put(SCORE, rounded(match.score()));
        values.put(EXPLANATION, explain(scorer, match.first(), match.second()));
        return new MapRecord(PAIR, values);
    }

    private String explain(final Scorer scorer, final Profile first, final Profile second) {
        return switch (level) {
            case NONE -> null;
            case SUMMARY -> PairExplanation.summary(scorer, first, second).toString();
            case FULL -> PairExplanation.full(scorer, first, second, masked).toString();
        };
    }

    private static double rounded(final float bits) {
        return Math.round(bits * 100.0) / 100.0;
    }
}
