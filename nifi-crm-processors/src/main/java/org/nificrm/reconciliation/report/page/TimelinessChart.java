package org.nificrm.reconciliation.report.page;

import org.nificrm.reconciliation.report.Timeliness;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How late the records were. */
final class TimelinessChart {

    private static final List<Duration> LIMITS = List.of(Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofMinutes(1),
            Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofHours(6), Duration.ofDays(1), Duration.ofDays(7), Duration.ofDays(30));
    private static final List<String> NAMES = List.of("1 s", "5 s", "15 s", "1 min", "5 min", "15 min", "1 h", "6 h", "1 day", "7 days", "30 days", "more");

    private final Markup page;

    TimelinessChart(final Markup page) {
        this.page = page;
    }

    void write(final Timeliness timeliness) {
        page.open("dl", "class", "figures");
        figure("mean", timeliness.mean());
        figure("median", timeliness.percentile(50));
        figure("95 %", timeliness.percentile(95));
        figure("99 %", timeliness.percentile(99));
        figure("maximum", timeliness.maximum());
        page.close("dl");
        timeliness.withinByObjective().forEach((objective, within) -> page.element("p", "%s were in the CRM within the objective of %s: %s.".formatted(
                Format.records(within), Format.duration(objective), Format.percent((double) within / timeliness.measured()))));
        distribution(timeliness);
        if (timeliness.pending() > 0) {
            page.element("p", "%s changed in the source after the CRM was last written: that change has not arrived.".formatted(Format.records(timeliness.pending())));
        }

        if (timeliness.unknown() > 0) {
            page.element("p", "Of %s one of the two times is not known.".formatted(Format.records(timeliness.unknown())));
        }
    }

    private void figure(final String name, final Duration duration) {
        page.open("div").element("dt", name).element("dd", Format.duration(duration)).close("div");
    }

    private void distribution(final Timeliness timeliness) {
        final Map<Integer, Long> records = new TreeMap<>();
        timeliness.bins().forEach((millis, count) -> records.merge(index(millis), count, Long::sum));
        final long most = records.values().stream().mapToLong(Long::longValue).max().orElse(1);
        final Duration objective = timeliness.withinByObjective().keySet().stream().findFirst().orElse(Duration.ZERO);
        final int first = records.keySet().stream().findFirst().orElse(0);
        final int last = records.keySet().stream().reduce((left, right) -> right).orElse(0);
        final List<BarTable.Row> rows = new ArrayList<>();
        long cumulated = 0;
        for (int i = first; i <= last; i++) {
            final long count = records.getOrDefault(i, 0L);
            cumulated += count;
            final boolean timely = i < LIMITS.size() && LIMITS.get(i).compareTo(objective) <= 0;
            rows.add(new BarTable.Row((i == LIMITS.size() ? "" : "≤ ") + NAMES.get(i), List.of(new BarTable.Bar((double) count / most, timely ? "good" : "warn")),
                    List.of(Format.count(count), Format.percent((double) cumulated / timeliness.measured()))));
        }

        new BarTable(page).write("Time from the change in the source to the write in the CRM", List.of("Within", "", "Records", "Up to here"), rows);
    }

    private static int index(final long millis) {
        int index = 0;
        while (index < LIMITS.size() && LIMITS.get(index).toMillis() < millis) {
            index++;
        }

        return index;
    }
}
