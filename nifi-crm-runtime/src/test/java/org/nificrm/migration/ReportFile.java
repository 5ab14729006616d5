package org.nificrm.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The sum of all reports that a flow keeps as a file.
 *
 * @param directory its Report Directory
 */
record ReportFile(Path directory) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A part of it, by JSON Pointer; a missing node before it is there. */
    JsonNode at(final String pointer) {
        try {
            return JSON.readTree(directory.resolve("migration-report.json").toFile()).at(pointer);
        } catch (final IOException e) {
            return JSON.missingNode();
        }
    }

    /** Records that a comparison has looked up so far. */
    long checked(final String stage) {
        return at(stage + "/records/checked").asLong();
    }
}
