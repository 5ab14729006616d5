package org.nificrm.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * The file in which a server notes its process id, so that a later start can end a server whose owner was killed.
 *
 * @param path      the file; its first line is the process id
 * @param directory the server's directory, which its command line names: a reused id is no reason to end a stranger
 */
record PidFile(Path path, Path directory) {

    void write(final long pid) throws IOException {
        Files.writeString(path, Long.toString(pid));
    }

    /** Ends the process that the file names, if it is still there. */
    void endProcess() throws IOException {
        if (!Files.exists(path)) {
            return;
        }

        final long pid = Long.parseLong(Files.readString(path).lines().findFirst().orElse("0").trim());
        final ProcessHandle process = ProcessHandle.of(pid).orElse(null);
        if (process == null || !process.info().commandLine().orElse("").contains(directory.toString())) {
            return;
        }

        process.destroyForcibly();
        try {
            process.onExit().get(10, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while process %d was ending".formatted(pid), e);
        } catch (final ExecutionException | TimeoutException e) {
            throw new IOException("Process %d of %s does not end; end it by hand".formatted(pid, directory), e);
        }
    }
}
