package org.nificrm.runtime;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * One Apache NiFi server: a directory with its configuration, repositories and logs, and the operating system's process.
 *
 * <p>It listens on 127.0.0.1 only and therefore goes without TLS and login. Stopped or killed, it can be started again and goes
 * on where it was. Its files stay after {@link #close()}. Not for use by several threads at once.
 */
public final class NifiProcess implements AutoCloseable {

    private static final String APPLICATION_LOG = "logs/nifi-app.log";
    private static final String CONSOLE_LOG = "logs/nifi-console.log";

    /** Unpacked NARs, which NiFi reuses while their hashes agree. */
    private static final Set<String> REUSED = Set.of("scratch");

    private static final Duration START_TIMEOUT = Duration.ofMinutes(5);
    private static final Duration STOP_TIMEOUT = Duration.ofSeconds(30);
    private static final int POLL_MILLIS = 250;
    private static final int LOG_LINES_SHOWN = 20;

    private final Path directory;
    private final Path libraries;
    private final String heap;
    private final NifiApi api;
    private final PidFile pidFile;

    private Process process;

    private NifiProcess(final Path directory, final Path libraries, final String heap, final NifiApi api) {
        this.directory = directory;
        this.libraries = libraries;
        this.heap = heap;
        this.api = api;
        this.pidFile = pidFile(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop-nifi"));
    }

    /**
     * A server with an empty canvas, not started yet.
     *
     * @param directory where it keeps everything; what an earlier server left there is ended and removed
     * @param libraries the assembled jars and NARs
     * @param port      the web port
     * @param heap      maximum heap as the JVM takes it, such as {@code 1g}
     */
    public static NifiProcess create(final Path directory, final Path libraries, final int port, final String heap) throws IOException {
        return create(directory, libraries, new NifiConfiguration(port), heap);
    }

    /** A server with the configuration given. */
    static NifiProcess create(final Path directory, final Path libraries, final NifiConfiguration configuration, final String heap) throws IOException {
        if (!Files.isDirectory(libraries)) {
            throw new IOException("No NiFi in %s; build it with: mvn package -DskipTests".formatted(libraries));
        }

        pidFile(directory).endProcess();
        Directories.empty(directory, REUSED);
        for (final String name : List.of("conf", "logs", "tmp")) {
            Files.createDirectory(directory.resolve(name));
        }

        configuration.write(directory.resolve("conf"), libraries);
        return new NifiProcess(directory, libraries, heap, new NifiApi(configuration.port()));
    }

    private static PidFile pidFile(final Path directory) {
        return new PidFile(directory.resolve("nifi.pid"), directory);
    }

    /**
     * Starts the server and returns when its canvas can be used.
     *
     * @throws IOException with the log's last lines, as soon as the process dies, or when it takes longer than five minutes
     */
    public void start() throws IOException {
        launch();
        awaitReady();
    }

    /** Starts the process and does not wait for it. */
    void launch() throws IOException {
        process = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", directory.resolve("conf") + System.getProperty("path.separator") + libraries.resolve("*"),
                "-Xmx" + heap,
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + directory.resolve("tmp"),
                "-Dnifi.properties.file.path=" + directory.resolve("conf/nifi.properties"),
                "-Dorg.apache.nifi.bootstrap.config.log.dir=" + directory.resolve("logs"),
                "-Dorg.apache.nifi.management.server.address=127.0.0.1:" + Ports.free(),
                "org.apache.nifi.NiFi")
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(Redirect.appendTo(directory.resolve(CONSOLE_LOG).toFile()))
                .start();
        pidFile.write(process.pid());
    }

    /** The second half of {@link #start()}. */
    void awaitReady() throws IOException {
        final Instant deadline = Instant.now().plus(START_TIMEOUT);
        while (!api.isReady()) {
            if (!isAlive()) {
                throw new IOException("NiFi ended while starting, exit code %d.%n%s".formatted(process.exitValue(), endOfLogs()));
            }

            if (Instant.now().isAfter(deadline)) {
                throw new IOException("NiFi was not ready after %s.%n%s".formatted(START_TIMEOUT, endOfLogs()));
            }

            pause();
        }
    }

    private String endOfLogs() throws IOException {
        return lastLines(CONSOLE_LOG) + lastLines(APPLICATION_LOG) + "All logs: " + directory.resolve("logs");
    }

    private String lastLines(final String log) throws IOException {
        final Path path = directory.resolve(log);
        if (!Files.exists(path)) {
            return "";
        }

        final List<String> lines = Files.readAllLines(path);
        final List<String> last = lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size());
        return String.join(System.lineSeparator(), last) + System.lineSeparator();
    }

    private static void pause() throws IOException {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while NiFi was starting", e);
        }
    }

    /** Shuts the server down in order, and kills it if it has not ended in 30 seconds. */
    public void stop() {
        if (isAlive()) {
            process.destroy();
            awaitShutdown();
        }
    }

    /** Ends the server at once, as a power failure would: SIGKILL, no shutdown hooks. */
    public void kill() {
        process.destroyForcibly();
        awaitShutdown();
    }

    private void awaitShutdown() {
        try {
            if (!process.waitFor(STOP_TIMEOUT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (final InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    /** Returns when somebody else has ended the server. */
    public void awaitEnd() throws InterruptedException {
        process.waitFor();
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    /** The REST API, the same over all restarts. */
    public NifiApi api() {
        return api;
    }

    /** The application log so far. */
    public List<String> log() throws IOException {
        return Files.readAllLines(directory.resolve(APPLICATION_LOG));
    }

    public Path directory() {
        return directory;
    }

    @Override
    public void close() {
        stop();
    }
}
