package org.nificrm.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.samples.Tally;

/**
 * Where every record of a migration ended: what the sources hold, set against what the processors counted. A processor is
 * responsible for the kind of record with which its name on the canvas ends.
 */
record Accounting(List<Line> lines) {

    Accounting {
        lines = List.copyOf(lines);
    }

    static Accounting of(final Tally sources, final List<Stage> stages) {
        final Map<String, Long> read = Map.of(
                "customers", sources.read(),
                "orders", sources.orders() + sources.rejectedOrders(),
                "transactions", sources.payments());
        final List<Line> lines = new ArrayList<>();
        for (final String kind : List.of("customers", "orders", "transactions")) {
            final List<Stage> responsible = stages.stream()
                    .filter(stage -> stage.name().toLowerCase(Locale.ROOT).endsWith(kind))
                    .toList();
            lines.add(Line.of(kind, read.get(kind), responsible));
        }

        return new Accounting(lines);
    }

    boolean isComplete() {
        return lines.stream().allMatch(line -> line.unaccounted() == 0);
    }

    long read() {
        return lines.stream().mapToLong(Line::read).sum();
    }

    long accounted() {
        return lines.stream().mapToLong(Line::accounted).sum();
    }

    Table table() {
        final Table table = new Table("", "read", "created", "updated", "unchanged", "stale", "conflict", "rejected", "not mapped", "unaccounted");
        for (final Line line : lines) {
            table.add(line.kind, line.read, line.created, line.updated, line.unchanged, line.stale, line.conflict, line.rejected,
                    line.notMapped, line.unaccounted());
        }

        return table;
    }

    /**
     * The records of one kind.
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

        private static long sum(final List<Stage> stages, final String counter) {
            return stages.stream().mapToLong(stage -> stage.count(counter)).sum();
        }

        long accounted() {
            return created + updated + unchanged + stale + conflict + rejected + notMapped;
        }

        long unaccounted() {
            return read - accounted();
        }
    }
}
