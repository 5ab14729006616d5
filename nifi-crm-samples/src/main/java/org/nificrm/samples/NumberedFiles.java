package org.nificrm.samples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Spreads rows over files of a limited length, as exports of large systems come. */
final class NumberedFiles implements LegacyWriter {

    private final Path directory;
    private final String name;
    private final String extension;
    private final int rowsPerFile;
    private final Format format;
    private LegacyWriter current;
    private int rows;
    private int files;

    NumberedFiles(final Path directory, final LegacySystem system, final String extension, final int rowsPerFile, final Format format) throws IOException {
        this.directory = Files.createDirectories(directory.resolve(system.code()));
        this.name = system.code();
        this.extension = extension;
        this.rowsPerFile = rowsPerFile;
        this.format = format;
    }

    @Override
    public void write(final CustomerRow row) throws IOException {
        if (rows % rowsPerFile == 0) {
            close();
            files++;
            current = format.open(directory.resolve("%s-%04d.%s".formatted(name, files, extension)));
        }

        current.write(row);
        rows++;
    }

    @Override
    public void close() throws IOException {
        if (current != null) {
            current.close();
            current = null;
        }
    }

    /** Opens a file in the format of one system. */
    interface Format {
        LegacyWriter open(Path file) throws IOException;
    }
}
