package org.nificrm.samples;

import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A labelled set as a CSV file: {@code rec_id}, a column for each {@link LabelledColumn} of its kind, {@code cluster_id}. */
public final class LabelledFile {

    private LabelledFile() {
    }

    /** Writes the records, an empty text for each missing value. */
    public static void write(final Path file, final LabelledKind kind, final List<LabelledRecord> records) throws IOException {
        final List<String> header = new ArrayList<>(List.of("rec_id"));
        kind.columns().forEach(column -> header.add(column.key()));
        header.add("cluster_id");
        try (CSVPrinter printer = new CSVPrinter(Files.newBufferedWriter(file), CSVFormat.RFC4180)) {
            printer.printRecord(header);
            for (final LabelledRecord record : records) {
                final List<String> row = new ArrayList<>(List.of(record.id()));
                kind.columns().forEach(column -> row.add(record.values().getOrDefault(column, "")));
                row.add(record.truth());
                printer.printRecord(row);
            }
        }
    }

    /** @return a JSON object of column to role, the {@code Match Fields} for the file */
    public static String matchFields(final LabelledKind kind) {
        return kind.columns().stream().map(column -> "\"%1$s\": \"%1$s\"".formatted(column.key())).collect(Collectors.joining(", ", "{", "}"));
    }
}
