package org.nificrm.matching;

/** Which of two versions of one record counts, told from what is kept with them. */
@FunctionalInterface
public interface VersionOrder {

    /** Whatever arrives last counts. */
    VersionOrder LAST_ARRIVED = (arriving, known) -> false;

    /** Whether a version that arrives is older than the known one, so that it changes nothing. */
    boolean isOutdated(byte[] arriving, byte[] known);
}
