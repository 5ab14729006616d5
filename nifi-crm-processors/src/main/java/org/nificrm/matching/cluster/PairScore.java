package org.nificrm.matching.cluster;

/**
 * Scores pairs of records that others bring together, on demand.
 */
@FunctionalInterface
public interface PairScore {
    /** @return score in bits, negative infinity if the two must not be in one cluster */
    float score(int first, int second);
}
