package org.nificrm.runtime;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.nificrm.samples.LegacyExport;
import org.nificrm.samples.LegacySystem;
import org.nificrm.samples.Sample;
import org.nificrm.samples.Tally;
import org.postgresql.Driver;

/**
 * A migration to look at: generated customers of four legacy systems go through {@code templates/full-migration.json} into a CRM
 * database, and every record is accounted for.
 */
final class Demo implements AutoCloseable {

    private static final long SEED = 1;
    private static final int ROWS_PER_FILE = 10_000;
    private static final String HEAP = "2g";
    private static final int DATABASE_PORT = 5432;
    private static final String LEGACY_DATABASE = "legacy";
    private static final String CRM_DATABASE = "crm";

    private final Checkout checkout = Checkout.current();
    private final Screen screen = new Screen(System.out);
    private final Path directory = checkout.instances().resolve("demo");
    private final Path exports = directory.resolve("exports");
    private final Path quarantine = directory.resolve("quarantine");
    private final Path reports = directory.resolve("reports");
    private final Path corrections = directory.resolve("corrections");
    private final Path decisions = directory.resolve("decisions");
    private final Path index = directory.resolve("index");
    private final Sample sample;
    private final NifiProcess nifi;

    private PostgresServer database;

    Demo(final Options options) throws IOException {
        sample = new Sample(SEED, options.records());
        nifi = NifiProcess.create(directory.resolve("nifi"), checkout.nifiLibraries(), Ports.freePreferably(options.port()), HEAP);
    }

    /** Runs the migration to its summary; true if every record is accounted for. */
    boolean run() throws IOException, InterruptedException {
        screen.say("Starting NiFi and PostgreSQL, generating %,d customers …", sample.records());
        final CompletableFuture<Void> sources = CompletableFuture.runAsync(this::prepareSources);
        nifi.start();
        await(sources);

        final String group = importFlow();
        final Migration migration = new Migration(nifi.api(), group, Tally.of(sample), screen);
        screen.say("Migrating, to be watched on %s", nifi.api().canvasAddress(group));
        final Accounting accounting = migration.run();
        final boolean complete = accounting.isComplete() && isStored(accounting);
        screen.say(complete ? "  Every record is accounted for." : "  NOT every record is accounted for; NiFi's bulletins and log say why.");
        showAddresses(group);
        return complete;
    }

    /** Looks into the CRM's tables, which were empty: what was counted must be there, and nothing else. */
    private boolean isStored(final Accounting accounting) throws IOException {
        boolean stored = true;
        try (Connection crm = database.connect(CRM_DATABASE); Statement statement = crm.createStatement()) {
            for (final Accounting.Line line : accounting.lines()) {
                try (ResultSet result = statement.executeQuery("SELECT count(*) FROM new_crm_" + line.kind())) {
                    result.next();
                    if (result.getLong(1) != line.created()) {
                        screen.say("  The table of %s holds %,d rows", line.kind(), result.getLong(1));
                        stored = false;
                    }
                }
            }

            final CustomerSummary customers = CustomerSummary.of(crm, sample);
            show(customers);
            return stored && customers.sourceRecords() == accounting.customers().known();
        } catch (final SQLException e) {
            throw new IOException("The CRM's tables cannot be read: " + e.getMessage(), e);
        }
    }

    private void show(final CustomerSummary customers) throws IOException {
        screen.say("");
        final QualitySummary quality = QualitySummary.of(reports.resolve("cleanse/reports"));
        quality.table().lines().forEach(line -> screen.say("%s", line));
        screen.say("%n  Values of %,d records were put right, blanks of %,d were filled.", quality.changed(), quality.filled());
        screen.say("  %,d records of customers became %,d customers; %,d were refused by the CRM.", customers.sourceRecords(), customers.customers(),
                customers.refused());
        screen.say("  Of all pairs that were merged %.2f %% are right (precision), of all that should be %.2f %% were found (recall).",
                100 * customers.pairs().precision(), 100 * customers.pairs().recall());
    }

    private void showAddresses(final String group) {
        screen.say("%n  Canvas      %s", nifi.api().canvasAddress(group));
        screen.say("  Database    %s, user %s, any password", database.url(CRM_DATABASE), PostgresServer.USER);
        screen.say("  Quarantine  %s", quarantine);
        screen.say("  Reports     %s", reports);
        screen.say("  The report of the migration, for any browser: %s", reports.resolve("migration-report.html"));
    }

    private static void await(final CompletableFuture<Void> work) throws IOException {
        try {
            work.join();
        } catch (final CompletionException e) {
            throw new IOException(e.getCause().getMessage(), e);
        }
    }

    private void prepareSources() {
        try {
            database = PostgresServer.start(directory.resolve("postgres"), Ports.freePreferably(DATABASE_PORT));
            database.createDatabase(LEGACY_DATABASE);
            database.createDatabase(CRM_DATABASE);
            try (Connection crm = database.connect(CRM_DATABASE); Statement statement = crm.createStatement()) {
                statement.execute(Files.readString(checkout.templates().resolve("ddl/postgresql.sql")));
            }

            for (final Path folder : List.of(quarantine, reports, corrections, decisions, index, exports)) {
                Directories.empty(folder, Set.of());
            }

            try (Connection legacy = database.connect(LEGACY_DATABASE)) {
                new LegacyExport(exports, legacy, ROWS_PER_FILE).write(sample);
            }
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final SQLException e) {
            throw new UncheckedIOException(new IOException("The demo's databases cannot be prepared: " + e.getMessage(), e));
        }
    }

    private String importFlow() {
        final NifiApi api = nifi.api();
        final String group = api.importFlow(checkout.templates().resolve("full-migration.json"), "Full migration");
        api.setParameters(api.parameterContext(group), parameters());
        api.enableServices(group);
        return group;
    }

    private Map<String, String> parameters() {
        final Map<String, String> parameters = new HashMap<>();
        parameters.put("Western CRM Directory", exports.resolve(LegacySystem.WESTERN_CRM.code()).toString());
        parameters.put("Chinese ERP Directory", exports.resolve(LegacySystem.CHINESE_ERP.code()).toString());
        parameters.put("Office Directory", exports.resolve(LegacySystem.OFFICE.code()).toString());
        parameters.put("Quarantine Directory", quarantine.toString());
        parameters.put("Report Directory", reports.toString());
        parameters.put("Correction Directory", corrections.toString());
        parameters.put("Decision Directory", decisions.toString());
        parameters.put("Customer Index File", index.resolve("customers.index").toString());
        for (final Map.Entry<String, String> entry : Map.of("Legacy", LEGACY_DATABASE, "CRM", CRM_DATABASE).entrySet()) {
            final String prefix = entry.getKey() + " Database ";
            parameters.put(prefix + "URL", database.url(entry.getValue()));
            parameters.put(prefix + "Driver", Driver.class.getName());
            parameters.put(prefix + "Driver Location", driver().toString());
            parameters.put(prefix + "User", PostgresServer.USER);
            parameters.put(prefix + "Password", "any");
        }

        return parameters;
    }

    /** The PostgreSQL driver as a file: NiFi's connection pool loads it from there. */
    private static Path driver() {
        try {
            return Path.of(Driver.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (final URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Leaves everything running until somebody ends NiFi. */
    void awaitEnd() throws InterruptedException {
        screen.say("%nRunning until Ctrl-C.");
        nifi.awaitEnd();
    }

    @Override
    public void close() throws IOException {
        nifi.close();
        if (database != null) {
            database.close();
        }
    }
}
