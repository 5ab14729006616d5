package org.nificrm.processors;

import org.nificrm.delivery.Outcome;
import org.nificrm.delivery.Outcome.Status;
import org.nificrm.reconciliation.report.StageReport;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts of the outcomes of one FlowFile. */
final class DeliveryReport {

    private static final String ATTRIBUTE_PREFIX = "crm.";

    private final Map<Status, Long> counts = new EnumMap<>(Status.class);
    private final StageReport stage;
    private long retired;

    /** @param dryRun whether nothing is written: then it is no stage of a migration */
    DeliveryReport(final boolean dryRun) {
        this.stage = new StageReport(dryRun ? "dry run" : "put");
    }

    void add(final Outcome outcome) {
        counts.merge(outcome.status(), 1L, Long::sum);
        stage.records().add(word(outcome.status()), 1);
        if (!outcome.status().isSuccess() && outcome.code() != null) {
            stage.reasons(word(outcome.status())).add(outcome.code(), 1);
        }
    }

    /** The same counts, with reasons and times, for the report of a migration. */
    StageReport stage() {
        return stage;
    }

    /** @param records of the CRM that were retired because another took their place */
    void setRetired(final long records) {
        retired = records;
    }

    long total() {
        return counts.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Whether the CRM took anything. */
    boolean wrote() {
        return counts.containsKey(Status.CREATED) || counts.containsKey(Status.UPDATED) || counts.containsKey(Status.DELETED) || retired > 0;
    }

    /** One attribute for each status, zeros included. */
    Map<String, String> attributes() {
        final Map<String, String> attributes = new HashMap<>();
        for (final Status status : Status.values()) {
            attributes.put(ATTRIBUTE_PREFIX + word(status), Long.toString(counts.getOrDefault(status, 0L)));
        }

        attributes.put(ATTRIBUTE_PREFIX + "retired", Long.toString(retired));

        return attributes;
    }

    /** Name of the counter and number of records, of each status that occurred. */
    Map<String, Long> counters() {
        final Map<String, Long> counters = new HashMap<>();
        counts.forEach((status, records) -> counters.put("Records " + title(status), records));
        if (retired > 0) {
            counters.put("Records Retired", retired);
        }

        return counters;
    }

    private static String title(final Status status) {
        return status.name().charAt(0) + word(status).substring(1);
    }

    /** For a person, for example {@code 12 created, 3 unchanged}. */
    @Override
    public String toString() {
        final String told = counts.entrySet().stream().map(entry -> entry.getValue() + " " + word(entry.getKey())).collect(Collectors.joining(", "));
        return retired == 0 ? told : told + ", " + retired + " retired";
    }

    private static String word(final Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }
}
