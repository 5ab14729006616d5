package org.nificrm.record.dedup;

import org.apache.nifi.serialization.record.Record;
import org.apache.nifi.serialization.record.RecordSchema;
import org.nificrm.matching.field.SourceKey;
import org.nificrm.matching.index.Constraint;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Reads what a steward decided about pairs: the records that went out for review, with their field {@code decision} filled in. */
public final class StewardDecisions {

    private static final Set<String> SAME = Set.of("match", "same", "merge", "link", "yes", "y", "true", "是", "合并", "相同");
    private static final Set<String> DIFFERENT = Set.of("no match", "no_match", "different", "split", "no", "n", "false", "否", "不同");

    private StewardDecisions() {
    }

    /** Whether records of this schema are decisions rather than customers. */
    public static boolean areIn(final RecordSchema schema) {
        return schema.getFieldNames().containsAll(List.of(LinkRecords.FIRST_ID, LinkRecords.SECOND_ID, LinkRecords.DECISION));
    }

    /**
     * One decision; empty where the steward has not decided.
     *
     * @throws IllegalArgumentException if the decision cannot be understood
     */
    public static Optional<Constraint> read(final Record record) {
        final String decision = text(record, LinkRecords.DECISION).strip().toLowerCase(Locale.ROOT);
        if (decision.isEmpty()) {
            return Optional.empty();
        }

        if (!SAME.contains(decision) && !DIFFERENT.contains(decision)) {
            throw new IllegalArgumentException("the decision is neither 'match' nor 'no match'");
        }

        return Optional.of(new Constraint(key(record, LinkRecords.FIRST_SYSTEM, LinkRecords.FIRST_ID), key(record, LinkRecords.SECOND_SYSTEM, LinkRecords.SECOND_ID),
                SAME.contains(decision) ? Constraint.Kind.MUST_LINK : Constraint.Kind.MUST_NOT_LINK));
    }

    private static SourceKey key(final Record record, final String system, final String id) {
        return new SourceKey(text(record, system), text(record, id));
    }

    private static String text(final Record record, final String field) {
        return Objects.requireNonNullElse(record.getAsString(field), "");
    }
}
