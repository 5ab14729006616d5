package org.nificrm.matching;

import org.nificrm.matching.field.MatchFields;

import java.util.Objects;

/**
 * How to match.
 *
 * @param fields          fields that take part
 * @param matchThreshold  bits from which two records are one customer
 * @param reviewThreshold bits from which two records are a possible match, at most the match threshold
 * @param threads         threads to use; results do not depend on it
 */
public record MatchSettings(MatchFields fields, double matchThreshold, double reviewThreshold, int threads) {
    /** Match threshold with the best balance of wrong and missed matches. */
    public static final double DEFAULT_MATCH_THRESHOLD = 0;
    /** Review threshold below which hardly a match is found. */
    public static final double DEFAULT_REVIEW_THRESHOLD = -3;

    public MatchSettings {
        Objects.requireNonNull(fields, "fields");
        if (reviewThreshold > matchThreshold) {
            throw new IllegalArgumentException("Review Threshold must not be greater than Match Threshold");
        }
    }

    /** @return the default settings for these fields */
    public static MatchSettings of(final MatchFields fields) {
        return new MatchSettings(fields, DEFAULT_MATCH_THRESHOLD, DEFAULT_REVIEW_THRESHOLD, 1);
    }

    /** @return the same with another number of threads */
    public MatchSettings withThreads(final int number) {
        return new MatchSettings(fields, matchThreshold, reviewThreshold, number);
    }
}
