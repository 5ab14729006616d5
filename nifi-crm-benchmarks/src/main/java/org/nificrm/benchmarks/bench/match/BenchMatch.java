package org.nificrm.benchmarks.bench.match;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.nificrm.benchmarks.Command;
import org.nificrm.benchmarks.Heap;
import org.nificrm.matching.MatchSettings;
import org.nificrm.matching.index.embedded.EmbeddedEntityStore;
import org.nificrm.matching.index.postgres.PostgresEntityStore;
import org.nificrm.matching.index.postgres.Tables;
import org.postgresql.ds.PGConnectionPoolDataSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** The matcher on generated customers: at once as the input grows, against everything seen before, and beside its peers. */
public final class BenchMatch implements Command {

    private static final int STEPS = 4;
    private static final int TIMED = 20_000;

    @Override
    public String name() {
        return "bench match";
    }

    @Override
    public String usage() {
        return "[--records N] [--index N] [--shared N] [--peers N] [--threads N]: records matched at once (default %,d), customers in the embedded (%,d) and in the shared (%,d) index, records for all contenders (%,d); 0 leaves a part out"
                .formatted(Options.DEFAULT.records(), Options.DEFAULT.index(), Options.DEFAULT.shared(), Options.DEFAULT.peers());
    }

    @Override
    public void run(final List<String> arguments) throws Exception {
        final Options options = Options.parse(arguments);
        final MatchSettings settings = MatchSettings.of(Customers.FIELDS).withThreads(options.threads());
        System.out.printf("%d threads, %d MB heap at most%n", options.threads(), Runtime.getRuntime().maxMemory() >> 20);
        if (options.peers() > 0) {
            new Peers(new Customers().next(options.peers())).run(settings);
        }

        if (options.records() > 0) {
            grow(options.records(), settings);
        }

        if (options.index() > 0) {
            matchAgainstEmbedded(options.index(), settings);
        }

        if (options.shared() > 0) {
            matchAgainstShared(options.shared(), settings);
        }
    }

    private static void grow(final int records, final MatchSettings settings) {
        for (int step = STEPS - 1; step >= 0; step--) {
            BatchRun.run(new Customers().next(records >> step), settings).print();
        }
    }

    private static void matchAgainstEmbedded(final int size, final MatchSettings settings) throws IOException {
        final Path folder = Files.createTempDirectory("bench-match");
        final Path file = folder.resolve("customers.index");
        final IndexRun run = new IndexRun("embedded index", settings, new Customers());
        try {
            try (EmbeddedEntityStore store = EmbeddedEntityStore.open(file)) {
                run.fill(store, size);
                run.time(List.of(store), TIMED);
                System.out.printf("embedded index      %,d MB heap, %,d MB file%n", Heap.live(), Files.size(file) >> 20);
            }

            final long start = System.nanoTime();
            try (EmbeddedEntityStore store = EmbeddedEntityStore.open(file)) {
                final double opened = (System.nanoTime() - start) / 1e9;
                run.warmUp(store);
                System.out.printf("embedded index      %.1f s to open, %.1f s with the first %,d records, %,d MB heap, %,d MB file after closing%n", opened,
                        (System.nanoTime() - start) / 1e9, IndexRun.UNIT, Heap.live(), Files.size(file) >> 20);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private static void matchAgainstShared(final int size, final MatchSettings settings) throws IOException, SQLException {
        try (EmbeddedPostgres server = EmbeddedPostgres.start()) {
            final PostgresEntityStore one = node(server);
            final PostgresEntityStore other = node(server);
            final IndexRun run = new IndexRun("shared PostgreSQL", settings, new Customers());
            run.fill(one, size);
            run.time(List.of(one), TIMED);
            run.time(List.of(one, other), TIMED);
        }
    }

    /** A node that keeps its connection, as a pool does. */
    private static PostgresEntityStore node(final EmbeddedPostgres server) throws IOException, SQLException {
        final PGConnectionPoolDataSource source = new PGConnectionPoolDataSource();
        source.setUrl(server.getJdbcUrl("postgres", "postgres"));
        return new PostgresEntityStore(source.getPooledConnection()::getConnection, new Tables("bench"));
    }
}
