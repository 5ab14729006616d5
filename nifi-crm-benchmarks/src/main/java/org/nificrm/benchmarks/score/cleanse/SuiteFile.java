package org.nificrm.benchmarks.score.cleanse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The rows of a file of test cases: CSV (RFC 4180, with a header) or JSON Lines. */
final class SuiteFile {

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private SuiteFile() {
    }

    static List<JsonNode> read(final Path file) throws IOException {
        return file.toString().endsWith(".jsonl") ? readJsonLines(file) : readCsv(file);
    }

    private static List<JsonNode> readJsonLines(final Path file) throws IOException {
        final List<JsonNode> rows = new ArrayList<>();
        for (final String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                rows.add(MAPPER.readTree(line));
            }
        }

        return rows;
    }

    private static List<JsonNode> readCsv(final Path file) throws IOException {
        final List<JsonNode> rows = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, CSV)) {
            for (final CSVRecord record : parser) {
                final ObjectNode row = JsonNodeFactory.instance.objectNode();
                record.toMap().forEach(row::put);
                rows.add(row);
            }
        }

        return rows;
    }
}
