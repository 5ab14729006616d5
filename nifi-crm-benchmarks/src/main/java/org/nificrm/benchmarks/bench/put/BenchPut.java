package org.nificrm.benchmarks.bench.put;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.nificrm.benchmarks.Command;

import java.util.List;

/**
 * Loads the same customers into an embedded PostgreSQL, then the same again, in turn by each contender; medians over the
 * rounds. The table has the same unique key for all.
 */
public final class BenchPut implements Command {

    private static final int DEFAULT_RECORDS = 100_000;
    private static final int WARM_UPS = 1;
    private static final int ROUNDS = 5;

    @Override
    public String name() {
        return "bench put";
    }

    @Override
    public String usage() {
        return "[RECORDS]: PutCrmCustomer to PostgreSQL beside PutDatabaseRecord and COPY (default %,d records)".formatted(DEFAULT_RECORDS);
    }

    @Override
    public void run(final List<String> arguments) throws Exception {
        final int records = arguments.isEmpty() ? DEFAULT_RECORDS : Integer.parseInt(arguments.getFirst());
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            final CustomerTable table = new CustomerTable(server.getPostgresDatabase(), records);
            table.create();
            final Contender put = ProcessorContender.putCrmCustomer(table);
            final Contender putDatabaseRecord = ProcessorContender.putDatabaseRecord(table);
            final Contender copy = new CopyContender(table);
            for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
                for (final Contender contender : List.of(put, putDatabaseRecord, copy)) {
                    contender.round(round >= WARM_UPS);
                }
            }

            System.out.printf("%,d records, medians of %d rounds%n", records, ROUNDS);
            for (final Contender contender : List.of(put, putDatabaseRecord, copy)) {
                System.out.printf("%-18s first load %,9.0f records/s   replay %s%n", contender.name(), records / contender.load().median(),
                        contender.replay().isEmpty() ? "-" : "%,9.0f records/s".formatted(records / contender.replay().median()));
            }

            System.out.printf("PutCrmCustomer is %.2f times as fast as PutDatabaseRecord on the first load, %.2f times on the replay, and %.2f times as fast as COPY%n",
                    putDatabaseRecord.load().median() / put.load().median(), putDatabaseRecord.replay().median() / put.replay().median(),
                    copy.load().median() / put.load().median());
        }
    }
}
