package org.nificrm.delivery.salesforce;

import java.time.Duration;
import java.util.Objects;

/**
 * When and how many records are written as one job.
 *
 * @param journal      of the jobs, which outlives a restart
 * @param threshold    fewest records of one kind of operation for which a job is worth its wait
 * @param longestWait  how long to wait for a job
 * @param pollInterval how often to ask how far a job is
 */
public record BulkLoading(JobJournal journal, int threshold, Duration longestWait, Duration pollInterval) {

    public BulkLoading {
        Objects.requireNonNull(journal, "journal");
        if (threshold < 1) {
            throw new IllegalArgumentException("a threshold requires at least 1 record");
        }
    }
}
