package org.nificrm.reconciliation.report.page;

import org.nificrm.reconciliation.report.StageReport;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;

/** Records a second over time, as columns. */
final class ThroughputChart {

    private static final int HEIGHT = 120;
    private static final double GAP = 0.12;

    private final Markup page;
    private final ZoneId zone;

    ThroughputChart(final Markup page, final ZoneId zone) {
        this.page = page;
        this.zone = zone;
    }

    /**
     * Nothing if all of it fell into one interval.
     *
     * @param title of the stage
     */
    void write(final StageReport stage, final String title) {
        final Map<Instant, Long> intervals = stage.throughput().intervals();
        if (intervals.size() < 2) {
            return;
        }

        final long seconds = stage.throughput().seconds();
        final Instant first = intervals.keySet().stream().findFirst().orElseThrow();
        final Instant last = intervals.keySet().stream().reduce((left, right) -> right).orElseThrow();
        final long columns = Duration.between(first, last).toSeconds() / seconds + 1;
        final long most = intervals.values().stream().mapToLong(Long::longValue).max().orElseThrow();
        final String id = "throughput-" + stage.stage();
        page.open("figure").open("svg", "class", "columns", "role", "img", "width", "100%", "height", Integer.toString(HEIGHT),
                "aria-labelledby", id + "-title " + id + "-desc");
        page.element("title", title + ": records a second over time", "id", id + "-title");
        page.element("desc", "From %s to %s, at most %s.".formatted(Format.time(first, zone), Format.time(last.plusSeconds(seconds), zone), perSecond(most, seconds)),
                "id", id + "-desc");
        page.open("line", "x1", "0", "x2", "100%", "y1", Integer.toString(HEIGHT), "y2", Integer.toString(HEIGHT), "class", "axis").close("line");
        intervals.forEach((start, records) -> {
            final double column = (double) Duration.between(first, start).toSeconds() / seconds;
            final double height = Math.max(1, HEIGHT * (double) records / most);
            page.open("rect", "x", Markup.length((column + GAP / 2) / columns), "width", Markup.length((1 - GAP) / columns),
                    "y", Format.figure(HEIGHT - height), "height", Format.figure(height), "class", "good").close("rect");
        });
        page.close("svg").open("figcaption").element("span", Format.time(first, zone))
                .element("span", "%s: at most %s".formatted(title, perSecond(most, seconds))).element("span", Format.time(last.plusSeconds(seconds), zone))
                .close("figcaption").close("figure");
    }

    private static String perSecond(final long records, final long seconds) {
        return Format.rate(records, Duration.ofSeconds(seconds)).replace("/s", " records/s");
    }
}
