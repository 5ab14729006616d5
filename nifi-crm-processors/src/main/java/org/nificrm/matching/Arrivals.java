package org.nificrm.matching;

/**
 * What was known of the records of a batch. Together they are as many as the batch had.
 *
 * @param created   seen for the first time
 * @param updated   a newer version of a known record
 * @param unchanged known as they are
 * @param outdated  an older version of a known record, which changes nothing
 */
public record Arrivals(long created, long updated, long unchanged, long outdated) {

    public static final Arrivals NONE = new Arrivals(0, 0, 0, 0);

    public Arrivals plus(final Arrivals other) {
        return new Arrivals(created + other.created, updated + other.updated, unchanged + other.unchanged, outdated + other.outdated);
    }
}
