package org.nificrm.benchmarks.bench.rest;

import org.nificrm.benchmarks.Command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** New customers into a fake CRM on this machine: each is looked up, a hundred at a time, and created by a request of its own. */
public final class BenchRest implements Command {

    private static final int[] LATENCIES = {0, 20, 100};
    private static final int[] CONCURRENT = {1, 4, 16};
    private static final int[] LIMITS = {10, 50, 200};
    private static final double TOLERANCE = 0.02;
    private static final int LIMITED_SECONDS = 10;
    private static final int SECONDS = 5;
    private static final int DEFAULT_MEMORY_RECORDS = 60_000;
    private static final double UNLIMITED = Double.POSITIVE_INFINITY;

    @Override
    public String name() {
        return "bench rest";
    }

    @Override
    public String usage() {
        return "[RECORDS]   writes to a CRM behind HTTP: records/s by latency, the rate limit kept, memory over RECORDS records";
    }

    @Override
    public void run(final List<String> arguments) throws Exception {
        final int records = arguments.isEmpty() ? DEFAULT_MEMORY_RECORDS : Integer.parseInt(arguments.getFirst());
        warmUp();
        printThroughput();
        printLimits();
        printMemory(records);
    }

    private static void warmUp() throws Exception {
        try (FakeCrm crm = new FakeCrm(0, true); DeliveryRun run = new DeliveryRun(crm, UNLIMITED, 16)) {
            run.create(0, 5_000);
        }
    }

    private static void printThroughput() throws Exception {
        System.out.printf("%-12s", "records/s");
        for (final int concurrent : CONCURRENT) {
            System.out.printf("%22s", concurrent + " requests at a time");
        }

        System.out.println();
        for (final int latency : LATENCIES) {
            System.out.printf("%-12s", latency + " ms");
            for (final int concurrent : CONCURRENT) {
                System.out.printf("%,22.0f", throughput(latency, concurrent));
            }

            System.out.println();
        }
    }

    /** As many units as fit into some seconds, the last one to its end. */
    private static double throughput(final int latency, final int concurrent) throws Exception {
        try (FakeCrm crm = new FakeCrm(latency, true); DeliveryRun run = new DeliveryRun(crm, UNLIMITED, concurrent)) {
            final int step = latency == 0 ? DeliveryRun.UNIT : 100;
            final long started = System.nanoTime();
            int written = 0;
            while (System.nanoTime() - started < TimeUnit.SECONDS.toNanos(SECONDS)) {
                run.create(written, written + step);
                written += step;
            }

            return written / seconds(started);
        }
    }

    private static double seconds(final long started) {
        return (System.nanoTime() - started) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static void printLimits() throws Exception {
        System.out.printf("%n%-12s%22s%22s%22s%n", "limit", "requests/s", "deviation", "within 2 %");
        for (final int limit : LIMITS) {
            try (FakeCrm crm = new FakeCrm(0, true); DeliveryRun run = new DeliveryRun(crm, limit, 4)) {
                final long before = crm.requests();
                final long started = System.nanoTime();
                run.create(0, limit * LIMITED_SECONDS);
                final double rate = (crm.requests() - before) / seconds(started);
                final double deviation = rate / limit - 1;
                System.out.printf("%-12s%,22.2f%21.2f %%%22s%n", limit + "/s", rate, 100 * deviation, Math.abs(deviation) <= TOLERANCE ? "yes" : "NO");
            }
        }
    }

    /** The fake forgets what it takes, so what is alive after a collection is the client's. */
    private static void printMemory(final int records) throws Exception {
        final List<Long> alive = new ArrayList<>();
        try (FakeCrm crm = new FakeCrm(0, false); DeliveryRun run = new DeliveryRun(crm, UNLIMITED, 16)) {
            final int quarter = records / 4;
            for (int part = 0; part < 4; part++) {
                run.create(part * quarter, (part + 1) * quarter);
                alive.add(aliveKilobytes());
            }
        }

        System.out.printf("%nalive after each quarter of %,d records: %s KB%n", records, alive);
    }

    private static long aliveKilobytes() throws InterruptedException {
        for (int i = 0; i < 3; i++) {
            System.gc();
            TimeUnit.MILLISECONDS.sleep(100);
        }

        final Runtime runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }
}
