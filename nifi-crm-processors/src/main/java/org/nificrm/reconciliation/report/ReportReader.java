package org.nificrm.reconciliation.report;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;

/**
 * Reads reports: one JSON object, several behind each other, or an array of them. What a report tells of single records, which
 * may be of any length, is passed over.
 */
public final class ReportReader {

    /** What a report tells beyond what is added up. */
    public static final String DETAILS = "details";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportReader() {
    }

    /**
     * Adds all reports of a stream.
     *
     * @throws IllegalArgumentException if a JSON object is no report
     * @throws IOException              if it is no JSON
     */
    public static void addTo(final MigrationReport sum, final InputStream in) throws IOException {
        try (JsonParser parser = JSON.createParser(in)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    sum.add(read(parser));
                } else if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    throw new IllegalArgumentException("The JSON is no report of a stage. Connect the relationship report of a stage");
                }
            }
        }
    }

    private static JsonNode read(final JsonParser parser) throws IOException {
        final ObjectNode report = JsonNodeFactory.instance.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            final String name = parser.currentName();
            parser.nextToken();
            if (name.equals(DETAILS)) {
                parser.skipChildren();
            } else {
                report.set(name, JSON.readTree(parser));
            }
        }

        return report;
    }
}
