package org.nificrm.benchmarks.bench.map;

import org.nificrm.benchmarks.Command;

import java.util.List;

/**
 * Runs the real processors on one FlowFile of generated customers, in memory, in NiFi's mock session, one after the other in
 * each round; the round of each that cost the least processor time counts. The session costs all of them the same.
 */
public final class BenchMap implements Command {

    private static final int DEFAULT_RECORDS = 100_000;
    private static final int ROUNDS = 12;

    @Override
    public String name() {
        return "bench map";
    }

    @Override
    public String usage() {
        return "[RECORDS]: MapToCrmSchema with 15 rules beside ConvertRecord and UpdateRecord, CSV and JSON (default %,d records)".formatted(DEFAULT_RECORDS);
    }

    @Override
    public void run(final List<String> arguments) throws Exception {
        final int records = arguments.isEmpty() ? DEFAULT_RECORDS : Integer.parseInt(arguments.getFirst());
        final Workload workload = new Workload(records);
        System.out.printf("%,d records, %d rules, best of %d rounds, per core%n", records, Workload.RULES, ROUNDS);
        System.out.printf("%-22s %12s%n", "engine alone", "%,.0f records/s".formatted(EngineRun.recordsPerSecond(records, ROUNDS)));
        for (final Format format : Format.values()) {
            compare(format, workload);
        }
    }

    private static void compare(final Format format, final Workload workload) throws Exception {
        final List<Contender> contenders = List.of(Contender.convertRecord(format), Contender.mapToCrmSchema(format), Contender.updateRecord(format));
        final byte[] content = workload.content(format);
        for (int round = 0; round < ROUNDS; round++) {
            for (final Contender contender : contenders) {
                contender.run(content);
            }
        }

        final Contender convert = contenders.get(0);
        final Contender map = contenders.get(1);
        final Contender update = contenders.get(2);
        if (!map.output().equals(update.output())) {
            throw new IllegalStateException("MapToCrmSchema and UpdateRecord did not do the same mapping");
        }

        for (final Contender contender : contenders) {
            System.out.printf("%-5s %-16s %12s%n", format, contender.name(), "%,.0f records/s".formatted(workload.records() / contender.seconds()));
        }

        System.out.printf("%-5s MapToCrmSchema takes %.2f times as long as ConvertRecord; UpdateRecord takes %.2f times as long as MapToCrmSchema%n",
                format, map.seconds() / convert.seconds(), update.seconds() / map.seconds());
    }
}
