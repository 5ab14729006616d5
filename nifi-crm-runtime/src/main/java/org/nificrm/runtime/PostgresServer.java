package org.nificrm.runtime;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import io.zonky.test.db.postgres.util.LinuxUtils;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Set;

/**
 * A PostgreSQL server of its own: its binaries come as a Maven artifact, all its files lie in one directory. It listens on
 * 127.0.0.1 and trusts every local user, so any password will do. Its data are thrown away at the next start.
 */
public final class PostgresServer implements AutoCloseable {

    /** The user that owns everything. */
    public static final String USER = "postgres";

    private static final Set<String> REUSED = Set.of("binaries");
    private static final Duration START_TIMEOUT = Duration.ofSeconds(60);

    private final EmbeddedPostgres server;

    private PostgresServer(final EmbeddedPostgres server) {
        this.server = server;
    }

    /**
     * Starts an empty server.
     *
     * @param directory where it keeps everything; what an earlier server left there is ended and removed
     * @param port      the port to listen on
     */
    public static PostgresServer start(final Path directory, final int port) throws IOException {
        final Path data = directory.resolve("data");
        new PidFile(data.resolve("postmaster.pid"), data).endProcess();
        Directories.empty(directory, REUSED);
        final Path binaries = Files.createDirectories(directory.resolve("binaries"));
        final Path log = directory.resolve("postgres.log");
        try {
            return new PostgresServer(EmbeddedPostgres.builder()
                    .setOverrideWorkingDirectory(binaries.toFile())
                    .setDataDirectory(data)
                    .setPort(port)
                    .setServerConfig("listen_addresses", "127.0.0.1")
                    .setServerConfig("unix_socket_directories", "")
                    .setServerConfig("max_wal_size", "4GB")
                    .setOutputRedirector(Redirect.appendTo(log.toFile()))
                    .setErrorRedirector(Redirect.appendTo(log.toFile()))
                    .setPGStartupWait(START_TIMEOUT)
                    .start());
        } catch (final IOException | IllegalStateException e) {
            throw new IOException("PostgreSQL did not start, see %s%s".formatted(log, hint()), e);
        }
    }

    /** PostgreSQL refuses to run as root; the library helps itself with a user namespace, which some containers forbid. */
    private static String hint() {
        final boolean root = "root".equals(System.getProperty("user.name"));
        return root && !LinuxUtils.isUnshareAvailable()
                ? ". It cannot run as root where user namespaces are forbidden: run this as an ordinary user"
                : "";
    }

    /** Creates an empty database. */
    public void createDatabase(final String name) throws SQLException {
        try (Connection connection = connect(USER); Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE \"%s\"".formatted(name));
        }
    }

    public Connection connect(final String database) throws SQLException {
        return DriverManager.getConnection(url(database), USER, "");
    }

    /** The JDBC URL of a database, without user. */
    public String url(final String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), database);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
