package org.nificrm.runtime;

import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.samples.Tally;

import java.util.List;
import java.util.Locale;

/**
 * Where every record of a migration ended: what the sources hold, set against what the processors counted. A processor is
 * responsible for the kind of record with which its name on the canvas ends.
 */
record Accounting(Customers customers, List<Line> lines) {

    Accounting {
        lines = List.copyOf(lines);
    }

    static Accounting of(final Tally sources, final List<Stage> stages) {
        return new Accounting(Customers.of(sources.read(), responsible(stages, "customers")), List.of(
                Line.of("orders", sources.orders() + sources.rejectedOrders(), responsible(stages, "orders")),
                Line.of("transactions", sources.payments(), responsible(stages, "transactions"))));
    }

    private static List<Stage> responsible(final List<Stage> stages, final String kind) {
        return stages.stream().filter(stage -> stage.name().toLowerCase(Locale.ROOT).endsWith(kind)).toList();
    }

    private static long sum(final List<Stage> stages, final String counter) {
        return stages.stream().mapToLong(stage -> stage.count(counter)).sum();
    }

    boolean isComplete() {
        return customers.unaccounted() == 0 && lines.stream().allMatch(line -> line.unaccounted() == 0);
    }

    long read() {
        return customers.read() + lines.stream().mapToLong(Line::read).sum();
    }

    long accounted() {
        return customers.accounted() + lines.stream().mapToLong(Line::accounted).sum();
    }

    List<Table> tables() {
        final Table customerTable = new Table("", "read", "not mapped", "quarantined", "older version", "same again", "merged", "unaccounted");
        customerTable.add("customers", customers.read, customers.notMapped, customers.quarantined, customers.versions(), customers.unchanged, customers.known,
                customers.unaccounted());
        final Table table = new Table("", "read", "created", "updated", "unchanged", "stale", "conflict", "rejected", "not mapped", "unaccounted");
        for (final Line line : lines) {
            table.add(line.kind, line.read, line.created, line.updated, line.unchanged, line.stale, line.conflict, line.rejected,
                    line.notMapped, line.unaccounted());
        }

        return List.of(customerTable, table);
    }

    /**
     * The records of customers, on their way to golden records.
     *
     * @param read        records in the sources
     * @param notMapped   refused by the mapping
     * @param quarantined refused by the cleansing
     * @param known       source records that the golden records were made of
     * @param newer       newer versions of those, which took their place
     * @param outdated    older versions of those
     * @param unchanged   the same version again
     */
    record Customers(long read, long notMapped, long quarantined, long known, long newer, long outdated, long unchanged) {

        private static Customers of(final long read, final List<Stage> stages) {
            final List<Stage> merging = stages.stream().filter(stage -> stage.counters().containsKey("Records New")).toList();
            return new Customers(read, sum(stages, "Records Invalid"), sum(stages, "Records Quarantined"), sum(merging, "Records New"),
                    sum(merging, "Records Newer"), sum(merging, "Records Outdated"), sum(merging, "Records Unchanged"));
        }

        /** Versions in whose place a newer one counts. */
        private long versions() {
            return newer + outdated;
        }

        long accounted() {
            return notMapped + quarantined + known + versions() + unchanged;
        }

        long unaccounted() {
            return read - accounted();
        }
    }

    /**
     * The records of another kind.
     *
     * @param read      records in the sources
     * @param created   new in the CRM
     * @param updated   written over older data
     * @param unchanged already there as they are
     * @param stale     older than what the CRM holds, nothing overwritten
     * @param conflict  left to a person
     * @param rejected  refused by the CRM
     * @param notMapped refused by the mapping
     */
    record Line(String kind, long read, long created, long updated, long unchanged, long stale, long conflict, long rejected, long notMapped) {

        private static Line of(final String kind, final long read, final List<Stage> stages) {
            return new Line(kind, read, sum(stages, "Records Created"), sum(stages, "Records Updated"), sum(stages, "Records Unchanged"),
                    sum(stages, "Records Stale"), sum(stages, "Records Conflict"), sum(stages, "Records Rejected"), sum(stages, "Records Invalid"));
        }

        long accounted() {
            return created + updated + unchanged + stale + conflict + rejected + notMapped;
        }

        long unaccounted() {
            return read - accounted();
        }
    }
}
