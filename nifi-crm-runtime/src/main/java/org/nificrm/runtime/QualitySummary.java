package org.nificrm.runtime;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Data quality before and after cleansing, over all reports of CleanseCustomer in a folder, each weighted by its records. */
final class QualitySummary {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> FIGURES = List.of("completeness", "validity", "consistency", "score");

    private final double[] before = new double[FIGURES.size()];
    private final double[] after = new double[FIGURES.size()];
    private long records;
    private long changed;
    private long filled;

    static QualitySummary of(final Path directory) throws IOException {
        final QualitySummary summary = new QualitySummary();
        if (Files.isDirectory(directory)) {
            try (Stream<Path> files = Files.list(directory)) {
                for (final Path file : files.filter(path -> path.toString().endsWith(".json")).toList()) {
                    summary.add(JSON.readTree(file.toFile()));
                }
            }
        }

        return summary;
    }

    private void add(final JsonNode report) {
        final long weight = report.at("/records/in").asLong();
        records += weight;
        changed += report.at("/records/changed").asLong();
        filled += report.at("/records/filled").asLong();
        for (int figure = 0; figure < before.length; figure++) {
            before[figure] += weight * report.at("/scores/before/" + FIGURES.get(figure)).asDouble();
            after[figure] += weight * report.at("/scores/after/" + FIGURES.get(figure)).asDouble();
        }
    }

    /** Records of which a value was put right. */
    long changed() {
        return changed;
    }

    /** Records of which a blank was filled from other fields. */
    long filled() {
        return filled;
    }

    Table table() {
        final Table table = new Table("quality", "completeness", "validity", "consistency", "score");
        table.add(row("before", before));
        table.add(row("after", after));
        return table;
    }

    private Object[] row(final String name, final double[] sums) {
        final Object[] cells = new Object[sums.length + 1];
        cells[0] = name;
        for (int figure = 0; figure < sums.length; figure++) {
            cells[figure + 1] = "%.3f".formatted(records == 0 ? 0 : sums[figure] / records);
        }

        return cells;
    }
}
