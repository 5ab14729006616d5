package org.nificrm.runtime;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.nificrm.runtime.FlowMonitor.Stage;
import org.nificrm.samples.Tally;

/** One run of an imported flow: started, watched, summed up. */
final class Migration {

    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);

    /** A flow with empty queues that counts nothing for so long has ended; one with full queues is stuck. */
    private static final Duration QUIET_AT_END = Duration.ofSeconds(30);
    private static final Duration QUIET_WHEN_STUCK = Duration.ofMinutes(3);

    /** The remaining time is told from one twentieth of the work on. */
    private static final int ESTIMATE_FROM = 20;

    private final NifiApi nifi;
    private final String group;
    private final Tally sources;
    private final Screen screen;
    private final FlowMonitor monitor;

    private Instant started;
    private Accounting accounting;
    private long peakHeap;

    Migration(final NifiApi nifi, final String group, final Tally sources, final Screen screen) {
        this.nifi = nifi;
        this.group = group;
        this.sources = sources;
        this.screen = screen;
        this.monitor = new FlowMonitor(nifi, group);
    }

    /** Runs the flow until every record is accounted for, or until it is clear that this will not happen. */
    Accounting run() throws InterruptedException {
        started = Instant.now();
        nifi.start(group);
        watch();
        summarize(sinceStart());
        return accounting;
    }

    private void summarize(final Duration elapsed) {
        screen.say("");
        accounting.tables().forEach(table -> table.lines().forEach(line -> screen.say("%s", line)));
        screen.say("%n  %,d records in %s: %,d records/s, NiFi's heap at most %,d MB", accounting.accounted(), text(elapsed),
                perSecond(accounting.accounted(), elapsed), peakHeap >> 20);
    }

    private void watch() throws InterruptedException {
        Instant lastCounted = started;
        long counted = -1;
        boolean ended = false;
        while (!ended) {
            Thread.sleep(POLL_INTERVAL);
            final List<Stage> stages = monitor.stages();
            accounting = Accounting.of(sources, stages);
            peakHeap = Math.max(peakHeap, monitor.heapUsed());
            if (total(stages) != counted) {
                counted = total(stages);
                lastCounted = Instant.now();
            }

            screen.show(progress(stages));
            final Duration quiet = Duration.between(lastCounted, Instant.now());
            ended = monitor.isIdle()
                    ? accounting.isComplete() || quiet.compareTo(QUIET_AT_END) > 0
                    : quiet.compareTo(QUIET_WHEN_STUCK) > 0;
        }
    }

    private static long total(final List<Stage> stages) {
        return stages.stream().mapToLong(Stage::records).sum();
    }

    private List<String> progress(final List<Stage> stages) {
        final Table table = new Table("", "records", "records/s", "rejected");
        for (final Stage stage : stages) {
            table.add(stage.name(), stage.records(), perSecond(stage.records(), sinceStart()), stage.rejected());
        }

        final List<String> lines = new ArrayList<>(table.lines());
        lines.add("  %s elapsed, %s".formatted(text(sinceStart()), remaining()));
        return lines;
    }

    private String remaining() {
        final long work = accounting.read();
        final long done = accounting.accounted();
        return done * ESTIMATE_FROM < work
                ? "estimating what remains"
                : "about %s remaining".formatted(text(sinceStart().multipliedBy(Math.max(0, work - done)).dividedBy(done)));
    }

    private Duration sinceStart() {
        return Duration.between(started, Instant.now());
    }

    private static long perSecond(final long records, final Duration elapsed) {
        return Math.round(records * 1000.0 / Math.max(1, elapsed.toMillis()));
    }

    private static String text(final Duration duration) {
        return duration.toMinutes() == 0
                ? "%d s".formatted(duration.toSeconds())
                : "%d min %d s".formatted(duration.toMinutes(), duration.toSecondsPart());
    }
}
